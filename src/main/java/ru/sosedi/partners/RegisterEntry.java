package ru.sosedi.partners;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * An NGO's entry in a register. Number, date and link may be {@code null}.
 *
 * @param link an address on the web, shown as text
 */
@Embeddable
public record RegisterEntry(@Enumerated(EnumType.STRING) RegisterKind kind, String number, LocalDate enteredOn,
		String link) {

	private static final int LONGEST = 100;

	/**
	 * An entry as it was typed.
	 * @throws RefusedException at the field {@code registers}
	 */
	public static RegisterEntry of(RegisterKind kind, String number, LocalDate enteredOn, String link) {
		TypedText.required(kind, "registers", "partners.register.kind.missing");
		String line = TypedText.noLonger(TypedText.line(number), LONGEST, "registers");
		return new RegisterEntry(kind, line, enteredOn, NgoDetails.site(link, "registers"));
	}

}
