package ru.sosedi.accounts.web;

import java.util.regex.Pattern;

/**
 * Where to go after the sign-in: the page that was asked for, if it is plainly one of the
 * sections that ask for a sign-in, else the desk. Nothing else is followed, so that a
 * link to the sign-in page leads nobody to another site.
 */
final class NextPage {

	private static final String DESK = "/desk";

	private static final int LONGEST = 1000;

	// A path of plain segments, without "." and ".." as segments, and a query.
	private static final Pattern WORKPLACE = Pattern
		.compile("/(desk|admin|me)(/(?!\\.{1,2}(/|\\?|$))[\\w.~%-]+)*(\\?[\\w.~%!$'()*+,;:@/?=&-]*)?");

	private NextPage() {
	}

	/**
	 * @param wanted may be {@code null} or anything at all
	 */
	static String of(String wanted) {
		return isAllowed(wanted) ? wanted : DESK;
	}

	static boolean isAllowed(String wanted) {
		return wanted != null && wanted.length() <= LONGEST && WORKPLACE.matcher(wanted).matches();
	}

}
