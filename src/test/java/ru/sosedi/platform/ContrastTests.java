package ru.sosedi.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every colour scheme of {@code portal.css} can be read: text 7:1 on paper, 4.5:1
 * elsewhere, edges of controls 3:1 (WCAG 2.2: 1.4.6, 1.4.3, 1.4.11).
 */
class ContrastTests {

	private static final Pattern TOKEN = Pattern.compile("(--[a-z-]+):\\s*([^;]+);");

	private static final Pattern PAIR = Pattern.compile("light-dark\\((#[0-9a-f]+),\\s*(#[0-9a-f]+)\\)");

	private static final Pattern SCHEME = Pattern.compile(":root\\[data-scheme=\"([a-z-]+)\"]\\s*\\{([^}]*)}",
			Pattern.DOTALL);

	private static final List<String> TEXT = List.of("--ink", "--ink-soft", "--primary", "--accent", "--ok", "--warn",
			"--danger");

	private static String css;

	@BeforeAll
	static void read() throws IOException {
		try (InputStream sheet = ContrastTests.class.getResourceAsStream("/static/css/portal.css")) {
			css = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark", "black-on-white", "white-on-black", "blue" })
	void everyTextCanBeRead(String scheme) {
		Map<String, String> colours = colours(scheme);
		for (String text : TEXT) {
			assertContrast(colours, text, "--paper", 7);
			assertContrast(colours, text, "--surface", 4.5);
		}
		for (String ground : List.of("--lamp-soft", "--primary-soft", "--danger-soft")) {
			assertContrast(colours, "--ink", ground, 4.5);
			assertContrast(colours, "--ink-soft", ground, 4.5);
		}
		assertContrast(colours, "--danger", "--danger-soft", 4.5);
		assertContrast(colours, "--on-primary", "--primary", 4.5);
		assertContrast(colours, "--on-lamp", "--lamp", 4.5);
		assertContrast(colours, "--on-night", "--night", 4.5);
		assertContrast(colours, "--paper", "--ink", 4.5);
		for (String mark : List.of("--edge", "--focus")) {
			assertContrast(colours, mark, "--paper", 3);
			assertContrast(colours, mark, "--surface", 3);
		}
	}

	@Test
	void contrastIsCountedAsInTheStandard() {
		assertThat(contrast("#fff", "#000")).isEqualTo(21);
		assertThat(contrast("#767676", "#ffffff")).isBetween(4.5, 4.6);
	}

	private static Map<String, String> colours(String scheme) {
		Map<String, String> colours = new HashMap<>();
		int group = scheme.equals("dark") || scheme.equals("white-on-black") ? 2 : 1;
		Matcher pairs = TOKEN.matcher(css);
		while (pairs.find()) {
			Matcher pair = PAIR.matcher(pairs.group(2));
			if (pair.matches()) {
				colours.putIfAbsent(pairs.group(1), pair.group(group));
			}
		}
		Matcher schemes = SCHEME.matcher(css);
		boolean found = false;
		while (schemes.find()) {
			if (schemes.group(1).equals(scheme)) {
				found = true;
				Matcher own = TOKEN.matcher(schemes.group(2));
				while (own.find()) {
					colours.put(own.group(1), own.group(2).strip());
				}
			}
		}
		assertThat(found).as("scheme %s in portal.css", scheme).isTrue();
		return colours;
	}

	private static void assertContrast(Map<String, String> colours, String text, String ground, double least) {
		assertThat(colours).containsKeys(text, ground);
		assertThat(contrast(colours.get(text), colours.get(ground))).as("%s on %s", text, ground)
			.isGreaterThanOrEqualTo(least);
	}

	private static double contrast(String one, String other) {
		double first = luminance(one);
		double second = luminance(other);
		return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
	}

	private static double luminance(String colour) {
		String digits = colour.substring(1);
		String full = (digits.length() == 3) ? digits.replaceAll("(.)", "$1$1") : digits;
		return 0.2126 * channel(full, 0) + 0.7152 * channel(full, 2) + 0.0722 * channel(full, 4);
	}

	private static double channel(String digits, int from) {
		double value = Integer.parseInt(digits, from, from + 2, 16) / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
