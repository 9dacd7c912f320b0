package ru.sosedi.programme;

import java.time.LocalDate;
import java.util.List;

/**
 * Something about a date that its maker should know; it forbids nothing.
 *
 * @param day on the wall clock of the library
 * @param closed whether the library is not open to readers that day
 * @param messageKey what is the matter
 * @param arguments of the message
 */
public record DateWarning(LocalDate day, boolean closed, String messageKey, List<Object> arguments) {

	static DateWarning of(LocalDate day, boolean closed, String what, Object... arguments) {
		return new DateWarning(day, closed, "programme.occurrence.warning." + what, List.of(arguments));
	}

}
