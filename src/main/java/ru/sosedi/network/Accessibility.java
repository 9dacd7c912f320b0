package ru.sosedi.network;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a place offers to one impairment group.
 *
 * @param note what there is, in words; may be {@code null}
 */
@Embeddable
public record Accessibility(@Enumerated(EnumType.STRING) AccessibilityLevel level, String note) {

	static final int NOTE_LENGTH = 300;

	public Accessibility {
		note = Text.line(note, "accessibility", NOTE_LENGTH);
	}

}
