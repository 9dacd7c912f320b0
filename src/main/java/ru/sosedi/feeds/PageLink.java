package ru.sosedi.feeds;

import java.util.Locale;

import ru.sosedi.shared.PublicAddress;

/** Absolute links from feeds back to pages, in the language of the feed. */
final class PageLink {

	private PageLink() {
	}

	static String of(PublicAddress address, String path, Locale locale) {
		String absolute = address.of(path);
		return locale.getLanguage().equals("ru") ? absolute
				: absolute + (path.contains("?") ? "&" : "?") + "lang=" + locale.getLanguage();
	}

}
