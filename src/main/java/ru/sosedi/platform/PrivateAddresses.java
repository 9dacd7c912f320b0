package ru.sosedi.platform;

import java.util.List;

/**
 * Addresses whose pages no cache may keep: those of signed-in people, and those with a
 * one-time secret or a password on them.
 */
final class PrivateAddresses {

	/** Sections that only signed-in people open. */
	static final List<String> SIGNED_IN = List.of("/desk", "/admin", "/me");

	private static final List<String> SECRET = List.of("/login", "/logout", "/password", "/invitations",
			"/registrations", "/tickets", "/my", "/feedback");

	private PrivateAddresses() {
	}

	static boolean contain(String path) {
		return SIGNED_IN.stream().anyMatch((section) -> isIn(section, path))
				|| SECRET.stream().anyMatch((section) -> isIn(section, path));
	}

	private static boolean isIn(String section, String path) {
		return path.equals(section) || path.startsWith(section + "/");
	}

}
