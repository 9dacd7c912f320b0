package ru.sosedi.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Admission;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventDetails;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.registrations.ConsentPurpose;
import ru.sosedi.registrations.SeatAllocation;
import ru.sosedi.registrations.SignUp;
import ru.sosedi.registrations.SignedUp;
import ru.sosedi.registrations.Signer;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PhoneNumber;

/** Events that people sign up for, and people who do. */
@Component
public class RegistrationsWorld {

	private final ProgrammeWorld programme;

	private final SeatAllocation seats;

	RegistrationsWorld(ProgrammeWorld programme, SeatAllocation seats) {
		this.programme = programme;
		this.seats = seats;
	}

	/** Published; on {@link ProgrammeWorld#SATURDAY}, with so many seats. */
	public Event event(NeighbourhoodCentre centre, String title, int capacity) {
		return event(centre, title, seats(capacity));
	}

	public Event event(NeighbourhoodCentre centre, String title, OccurrenceDetails... dates) {
		return this.programme.published(centre, signUp(ProgrammeWorld.details(title)), dates);
	}

	/** The only date of an event, or its first. */
	public UUID dateOf(Event event) {
		return this.programme.occurrencesOf(event).getFirst().id();
	}

	/** A date on {@link ProgrammeWorld#SATURDAY} with so many seats. */
	public static OccurrenceDetails seats(int capacity) {
		OccurrenceDetails usual = ProgrammeWorld.on(ProgrammeWorld.SATURDAY);
		return new OccurrenceDetails(usual.day(), usual.starts(), usual.ends(), null, null, capacity);
	}

	/** The same event, for which one signs up. */
	public static EventDetails signUp(EventDetails of) {
		return new EventDetails(of.form(), of.title(), of.summary(), of.description(), of.ageMark(), of.audiences(),
				of.deliveryMode(), of.themes(), of.partners(), Admission.SIGN_UP, of.language(), of.accessible(),
				of.accessibilityNote(), of.contact(), of.pictureId(), of.pictureAlt());
	}

	/** Somebody with an address of her own: {@code <name>@zarechensk.example}. */
	public static SignUp person(UUID occurrence, String name, int seats) {
		return new SignUp(List.of(occurrence), seats, name, Email.of(name + "@zarechensk.example"), null,
				Locale.of("ru"), List.of(), Map.of(), Set.of(ConsentPurpose.SIGN_UP));
	}

	/** Signed up, with the address known to be hers. */
	public UUID confirmed(UUID occurrence, String name, int seats) {
		return ((SignedUp.Done) this.seats.signUp(person(occurrence, name, seats), null, Signer.known("192.0.2.1")))
			.bookingId();
	}

	/** Signed up, the link in the letter not followed yet. */
	public UUID unconfirmed(UUID occurrence, String name, int seats) {
		return ((SignedUp.Done) this.seats.signUp(person(occurrence, name, seats), null, Signer.person("192.0.2.1")))
			.bookingId();
	}

	/** Signed up on the page with a phone number alone: the library has to call. */
	public UUID requested(UUID occurrence, String name, String phone, int seats) {
		SignUp signUp = new SignUp(List.of(occurrence), seats, name, null, PhoneNumber.of(phone), Locale.of("ru"),
				List.of(), Map.of(), Set.of(ConsentPurpose.SIGN_UP));
		return ((SignedUp.Done) this.seats.signUp(signUp, null, Signer.person("192.0.2.1"))).bookingId();
	}

	/** On the waiting list. */
	public UUID waiting(UUID occurrence, String name, int seats) {
		return ((SignedUp.Done) this.seats.await(person(occurrence, name, seats), Signer.person("192.0.2.1")))
			.bookingId();
	}

}
