package ru.sosedi.registrations.web;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.documents.PdfDocuments;
import ru.sosedi.documents.QrCode;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.registrations.Attendee;
import ru.sosedi.registrations.Attendees;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.registrations.RegistrationDesk;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.PublicAddress;

/** The slip for people without e-mail: their ticket on a piece of paper. */
@Component
class RegistrationSlip {

	private static final int SCALE = 6;

	private final Attendees attendees;

	private final RegistrationDesk desk;

	private final OccurrenceDirectory occurrences;

	private final BookingLinks links;

	private final PublicAddress address;

	private final PdfDocuments documents;

	RegistrationSlip(Attendees attendees, RegistrationDesk desk, OccurrenceDirectory occurrences, BookingLinks links,
			PublicAddress address, PdfDocuments documents) {
		this.attendees = attendees;
		this.desk = desk;
		this.occurrences = occurrences;
		this.links = links;
		this.address = address;
		this.documents = documents;
	}

	/**
	 * A PDF.
	 * @throws NotFoundException when the sign-up is not the actor's, or has no seats
	 */
	byte[] of(Actor actor, UUID registrationId, String networkAddress, Locale language) {
		Attendee one = this.attendees.one(actor, registrationId, networkAddress);
		if (one.state() != RegistrationState.CONFIRMED || one.isErased()) {
			throw new NotFoundException("slip of " + registrationId);
		}
		String ticket = this.address.of("/tickets/" + this.links.token(BookingLinks.Purpose.TICKET, one.bookingId()));
		String picture = Base64.getEncoder().encodeToString(QrCode.of(ticket).png(SCALE));
		return this.documents.render("print/registrations/slip", language,
				Map.of("one", one, "date",
						this.occurrences.forStaff(actor, this.desk.forChange(actor, registrationId).occurrenceId()),
						"code", "data:image/png;base64," + picture, "paper", "slip"));
	}

}
