package ru.sosedi.programme;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What an event is, whole and clean: texts are trimmed, control characters gone, lengths
 * within bounds.
 *
 * @param form the word before the title
 * @param title at most {@value #LONGEST_TITLE} characters, one line
 * @param summary at most {@value #LONGEST_SUMMARY} characters, one line; may be empty
 * while the event is a draft
 * @param description Markdown, at most {@value #LONGEST_DESCRIPTION} characters; may be
 * empty
 * @param audiences may be empty while the event is a draft
 * @param partners who holds it together with the centre, or instead of it
 * @param language two or three letters (ISO 639)
 * @param accessible whether people with impairments can take part
 * @param accessibilityNote how; may be {@code null}
 * @param contact whom to ask; may be {@code null}
 * @param pictureId a kept picture; may be {@code null}
 * @param pictureAlt what the picture shows; {@code null} only without a picture
 */
public record EventDetails(EventForm form, String title, String summary, String description, AgeMark ageMark,
		Set<Audience> audiences, DeliveryMode deliveryMode, Set<Theme> themes, List<PartnerChoice> partners,
		Admission admission, String language, boolean accessible, String accessibilityNote, String contact,
		UUID pictureId, String pictureAlt) {

	public static final int LONGEST_TITLE = 200;

	public static final int LONGEST_SUMMARY = 400;

	public static final int LONGEST_DESCRIPTION = 20_000;

	public static final int LONGEST_LINE = 300;

	public static final int MOST_PARTNERS = 20;

	/**
	 * @throws RefusedException at the field that is missing or too long
	 */
	public EventDetails {
		TypedText.required(form, "form", "programme.event.form.missing");
		TypedText.required(ageMark, "ageMark", "programme.event.age-mark.missing");
		TypedText.required(deliveryMode, "deliveryMode", "programme.event.delivery-mode.missing");
		TypedText.required(admission, "admission", "programme.event.admission.missing");
		title = TypedText.noLonger(TypedText.required(title, "title", "programme.event.title.missing"), LONGEST_TITLE,
				"title");
		summary = TypedText.noLonger(TypedText.line(summary), LONGEST_SUMMARY, "summary");
		summary = (summary == null) ? "" : summary;
		description = TypedText.noLonger(TypedText.lines(description), LONGEST_DESCRIPTION, "description");
		audiences = (audiences == null) ? Set.of() : Set.copyOf(audiences);
		themes = (themes == null) ? Set.of() : Set.copyOf(themes);
		partners = (partners == null) ? List.of() : List.copyOf(partners);
		language = (language == null) ? "ru" : language.strip().toLowerCase(Locale.ROOT);
		accessibilityNote = TypedText.noLonger(TypedText.line(accessibilityNote), LONGEST_LINE, "accessibilityNote");
		contact = TypedText.noLonger(TypedText.line(contact), LONGEST_LINE, "contact");
		pictureAlt = (pictureId == null) ? null
				: TypedText.noLonger(
						TypedText.required(pictureAlt, "pictureAlt", "programme.event.picture-alt.missing"),
						LONGEST_LINE, "pictureAlt");
		if (partners.size() > MOST_PARTNERS) {
			throw new RefusedException("partners", "programme.event.partner.many", MOST_PARTNERS);
		}
		if (!language.matches("[a-z]{2,3}")) {
			throw new RefusedException("language", "programme.event.language.unknown");
		}
	}

	/** The same with other partners. */
	public EventDetails withPartners(List<PartnerChoice> others) {
		return new EventDetails(this.form, this.title, this.summary, this.description, this.ageMark, this.audiences,
				this.deliveryMode, this.themes, others, this.admission, this.language, this.accessible,
				this.accessibilityNote, this.contact, this.pictureId, this.pictureAlt);
	}

}
