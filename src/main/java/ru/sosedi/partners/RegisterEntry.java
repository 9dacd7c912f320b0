package ru.sosedi.partners;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * An NGO's entry in a register. Number, date and link may be {@code null}.
 *
 * @param link an address on the web, shown as text
 */
@Embeddable
public record RegisterEntry(@Enumerated(EnumType.STRING) RegisterKind kind, String number, LocalDate enteredOn,
		String link) {

}
