package ru.sosedi.platform;

import java.util.Locale;
import java.util.regex.Pattern;

import ru.sosedi.shared.PublicAddress;

/**
 * What the layout must know about the page that it surrounds: the bean {@code pageFrames}
 * gives it to templates.
 *
 * @param path the path of the page, as the visitor asked for it
 * @param query the query as it was sent, without {@code lang}; {@code null} for none
 * @param locale the language of the page
 * @param display how the visitor wants pages to look
 */
public record PageFrame(String path, String query, Locale locale, DisplayPreferences display, PublicAddress address) {

	private static final Pattern LANGUAGE = Pattern.compile("(?<=^|&)lang=[^&]*&?");

	static PageFrame of(String path, String query, Locale locale, DisplayPreferences display, PublicAddress address) {
		String rest = (query != null) ? LANGUAGE.matcher(query).replaceAll("").replaceAll("&$", "") : "";
		return new PageFrame(path, rest.isEmpty() ? null : rest, locale, display, address);
	}

	public String language() {
		return this.locale.getLanguage();
	}

	/** The language that the page can be turned to. */
	public String otherLanguage() {
		return this.locale.equals(Languages.RUSSIAN) ? "en" : "ru";
	}

	/** Whether the page stands at that address or below it. */
	public boolean isIn(String section) {
		return this.path.equals(section) || this.path.startsWith(section + "/");
	}

	/** This page in this portal, filters included: where a setting leads back to. */
	public String here() {
		return (this.query != null) ? this.path + "?" + this.query : this.path;
	}

	/** The one absolute address of the page for search engines, without filters. */
	public String canonical() {
		return in(language());
	}

	/** The absolute address of the page in that language ({@code ru} or {@code en}). */
	public String in(String language) {
		String address = this.address.of(this.path);
		return language.equals("ru") ? address : address + "?lang=" + language;
	}

	/**
	 * Another address of the portal with the language of this page in it: for what is
	 * asked for without the cookie, such as a calendar.
	 * @param other a path, which may have a query
	 */
	public String inLanguage(String other) {
		return this.locale.equals(Languages.RUSSIAN) ? other
				: other + (other.contains("?") ? "&" : "?") + "lang=" + language();
	}

}
