package ru.sosedi.network;

import java.util.Map;

/**
 * A part of a centre's page that a module above brings, such as the events held there:
 * this module gives the place, whoever knows fills it. Implementations are beans, shown
 * in their order.
 */
public interface CentreSection {

	/** The template whose fragment {@code section} is the part. */
	String template();

	/**
	 * What the fragment shows, by the names it uses; asked anew for each page.
	 * @param slug of a centre that residents may see
	 */
	Map<String, Object> model(String slug);

}
