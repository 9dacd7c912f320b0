package ru.sosedi.programme;

import java.time.LocalDate;

/**
 * Days from one to another, both included.
 *
 * @param from never {@code null}
 * @param to {@code null} when it has no end
 */
public record DaySpan(LocalDate from, LocalDate to) {

}
