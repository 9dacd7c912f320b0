package ru.sosedi.programme;

import java.util.Map;

/**
 * A part of an event's public page that a module above brings, such as the way to sign
 * up. Implementations are beans, shown in their order beside the facts of when and where
 * while a date to come asks for sign-up.
 */
public interface EventSection {

	/** The template whose fragment {@code section} is the part. */
	String template();

	/**
	 * What the fragment shows, by the names it uses; asked anew for each page.
	 * @param chosen the date that the page speaks about, neither cancelled nor over
	 */
	Map<String, Object> model(EventPage event, EventPage.Date chosen);

}
