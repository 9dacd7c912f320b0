package ru.sosedi.site.web;

import java.util.regex.Pattern;

/**
 * Where a setting leads back to: a path of this portal, never another site. Whatever is
 * not plainly such a path ({@code //host}, {@code /\host}, their encoded forms, control
 * characters) becomes the home page.
 */
final class BackPath {

	private static final int LONGEST = 1000;

	private static final Pattern CHARACTERS = Pattern
		.compile("/(?:[A-Za-z0-9/._~!$&'()*+,;=:@?\\[\\]-]|%(?!5[cC]|0|1|7[fF])[0-9A-Fa-f]{2})*");

	private static final Pattern OTHER_HOST = Pattern.compile("^(?:/|%2[fF]){2}");

	private BackPath() {
	}

	static String of(String wanted) {
		if (wanted == null || wanted.length() > LONGEST) {
			return "/";
		}
		boolean local = CHARACTERS.matcher(wanted).matches() && !OTHER_HOST.matcher(wanted).find();
		return local ? wanted : "/";
	}

}
