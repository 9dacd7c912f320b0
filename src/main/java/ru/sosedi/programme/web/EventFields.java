package ru.sosedi.programme.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import ru.sosedi.programme.Admission;
import ru.sosedi.programme.AgeMark;
import ru.sosedi.programme.Audience;
import ru.sosedi.programme.DeliveryMode;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventDetails;
import ru.sosedi.programme.EventForm;
import ru.sosedi.programme.PartnerChoice;
import ru.sosedi.programme.Theme;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What an event is, as typed. Everything is text, so nothing is lost when it is refused.
 *
 * @param access holds "yes" when people with impairments can take part
 * @param partners ids of the chosen partners
 * @param leading those of them that hold the event; {@value #NEW} is the one that is
 * added
 * @param partnerSearch words to look for partners by, typed and not looked for yet
 * @param partnerFound words that were looked for
 * @param newPartner holds "yes" when the partner of that name shall be added
 * @param pictureId a picture that is kept already
 * @param withoutPicture holds "yes" when the picture shall go
 */
record EventFields(String centreId, String form,
		@NotBlank(message = "{programme.event.title.missing}") @Size(max = EventDetails.LONGEST_TITLE,
				message = "{programme.event.title.long}") String title,
		@Size(max = EventDetails.LONGEST_SUMMARY, message = "{programme.event.summary.long}") String summary,
		@Size(max = EventDetails.LONGEST_DESCRIPTION,
				message = "{programme.event.description.long}") String description,
		String ageMark, List<String> audiences, String deliveryMode, List<String> themes, List<String> partners,
		List<String> leading, String partnerSearch, String partnerFound, List<String> newPartner, String admission,
		String language, List<String> access,
		@Size(max = EventDetails.LONGEST_LINE, message = "{programme.event.line.long}") String accessibilityNote,
		@Size(max = EventDetails.LONGEST_LINE, message = "{programme.event.line.long}") String contact,
		String pictureId,
		@Size(max = EventDetails.LONGEST_LINE, message = "{programme.event.line.long}") String pictureAlt,
		List<String> withoutPicture, String version) {

	private static final int LONGEST_WORDS = 200;

	static final String YES = "yes";

	/** Stands for the partner that is added by its name. */
	static final String NEW = "new";

	/** A new one, as most events of a library are. */
	static EventFields empty(String centreId, String contact) {
		return new EventFields(centreId, EventForm.WORKSHOP.name(), "", "", "", AgeMark.FROM_6.name(), List.of(),
				DeliveryMode.IN_HOUSE.name(), List.of(), List.of(), List.of(), "", "", List.of(),
				Admission.FREE_ENTRY.name(), "ru", List.of(), "", contact, null, "", List.of(), null);
	}

	static EventFields of(Event event, EventDetails details) {
		return new EventFields(event.centre().id().toString(), details.form().name(), details.title(),
				details.summary(), details.description(), details.ageMark().name(), names(details.audiences()),
				details.deliveryMode().name(), names(details.themes()),
				details.partners().stream().map((partner) -> partner.ngoId().toString()).toList(),
				details.partners()
					.stream()
					.filter(PartnerChoice::leads)
					.map((partner) -> partner.ngoId().toString())
					.toList(),
				"", "", List.of(), details.admission().name(), details.language(),
				details.accessible() ? List.of(YES) : List.of(), details.accessibilityNote(), details.contact(),
				(details.pictureId() == null) ? null : details.pictureId().toString(), details.pictureAlt(), List.of(),
				event.version().toString());
	}

	private static List<String> names(Set<? extends Enum<?>> values) {
		return values.stream().map(Enum::name).toList();
	}

	/** What the form shows again after a picture was kept, and on a newer version. */
	EventFields with(UUID picture, Long newVersion) {
		return new EventFields(this.centreId, this.form, this.title, this.summary, this.description, this.ageMark,
				this.audiences, this.deliveryMode, this.themes, this.partners, this.leading, this.partnerSearch,
				this.partnerFound, this.newPartner, this.admission, this.language, this.access, this.accessibilityNote,
				this.contact, (picture == null) ? null : picture.toString(), this.pictureAlt, this.withoutPicture,
				(newVersion == null) ? this.version : newVersion.toString());
	}

	/** The picture that was kept before, unless it shall go. */
	UUID keptPicture() {
		boolean gone = this.withoutPicture != null && this.withoutPicture.contains(YES);
		return gone ? null : Typed.id(this.pictureId);
	}

	boolean isInHouse() {
		return DeliveryMode.IN_HOUSE.name().equals(this.deliveryMode);
	}

	/**
	 * @throws ru.sosedi.shared.RefusedException at the field that makes no sense
	 */
	EventDetails toDetails(UUID picture) {
		return new EventDetails(Typed.choice(EventForm.class, this.form), this.title, this.summary, this.description,
				Typed.choice(AgeMark.class, this.ageMark), Typed.choices(Audience.class, this.audiences),
				Typed.choice(DeliveryMode.class, this.deliveryMode), Typed.choices(Theme.class, this.themes),
				partnerChoices(), Typed.choice(Admission.class, this.admission), this.language,
				this.access != null && this.access.contains(YES), this.accessibilityNote, this.contact, picture,
				this.pictureAlt);
	}

	/** What the form shows after the words were looked for. */
	EventFields searched() {
		return new EventFields(this.centreId, this.form, this.title, this.summary, this.description, this.ageMark,
				this.audiences, this.deliveryMode, this.themes, this.partners, this.leading, "",
				Typed.isBlank(this.partnerSearch) ? this.partnerFound : this.partnerSearch, this.newPartner,
				this.admission, this.language, this.access, this.accessibilityNote, this.contact, this.pictureId,
				this.pictureAlt, this.withoutPicture, this.version);
	}

	/** The words that were looked for, on one line; {@code null} when there are none. */
	String wordsLookedFor() {
		String words = TypedText.line(this.partnerFound);
		return (words != null && words.length() > LONGEST_WORDS) ? words.substring(0, LONGEST_WORDS).strip() : words;
	}

	List<String> chosenPartners() {
		return (this.partners == null) ? List.of()
				: this.partners.stream().filter(Objects::nonNull).limit(2 * EventDetails.MOST_PARTNERS).toList();
	}

	/** Whether the partner of that id, or {@value #NEW}, holds the event. */
	public boolean leads(String id) {
		return this.leading != null && this.leading.contains(id);
	}

	/** Whether the partner of the words that were looked for shall be added. */
	public boolean addsPartner() {
		return this.newPartner != null && this.newPartner.contains(YES) && wordsLookedFor() != null;
	}

	private List<PartnerChoice> partnerChoices() {
		if (!Typed.isBlank(this.partnerSearch)) {
			throw new RefusedException("partners", "programme.event.partner.look-first");
		}
		List<PartnerChoice> choices = new ArrayList<>();
		for (String id : chosenPartners()) {
			UUID ngo = Typed.id(id);
			if (ngo == null) {
				throw new RefusedException("partners", "programme.event.partner.unknown");
			}
			choices.add(PartnerChoice.of(ngo, leads(id)));
		}
		if (addsPartner()) {
			choices.add(PartnerChoice.named(wordsLookedFor(), leads(NEW)));
		}
		return choices;
	}

	long editedVersion() {
		Integer number = Typed.number(this.version, "version");
		return (number == null) ? -1 : number;
	}

}
