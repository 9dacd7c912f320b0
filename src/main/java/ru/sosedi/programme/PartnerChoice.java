package ru.sosedi.programme;

import java.util.UUID;

import ru.sosedi.shared.TypedText;

/**
 * A partner of an event as somebody says it: by the id of its card, or by a name.
 *
 * @param ngoId {@code null} for a partner that is only named
 * @param name the card of that name, made when there is none; {@code null} with an id
 * @param leads whether it holds the event, and the centre receives it
 */
public record PartnerChoice(UUID ngoId, String name, boolean leads) {

	private static final int LONGEST_NAME = 200;

	/**
	 * @throws ru.sosedi.shared.RefusedException at {@code partners} when the name is too
	 * long
	 */
	public PartnerChoice {
		name = TypedText.noLonger(TypedText.line(name), LONGEST_NAME, "partners");
		if ((ngoId == null) == (name == null)) {
			throw new IllegalArgumentException("either an id or a name");
		}
	}

	/** Who has a card. */
	public static PartnerChoice of(UUID ngoId, boolean leads) {
		return new PartnerChoice(ngoId, null, leads);
	}

	/** Who may have none. */
	public static PartnerChoice named(String name, boolean leads) {
		return new PartnerChoice(null, name, leads);
	}

}
