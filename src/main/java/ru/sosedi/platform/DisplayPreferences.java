package ru.sosedi.platform;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * How a person wants the pages to look («Версия для слабовидящих»). Kept in a cookie of
 * four characters, applied on the server as {@code data-*} attributes of {@code <html>}.
 *
 * @param text the size of the text
 * @param spacing the space between letters, words and lines
 * @param scheme the colours
 * @param pictures whether pictures are loaded; without them their descriptions stand
 */
public record DisplayPreferences(Text text, Spacing spacing, Scheme scheme, Pictures pictures) {

	/** The cookie that remembers the settings. */
	public static final String COOKIE = "display";

	/** What everybody sees who has chosen nothing. */
	public static final DisplayPreferences USUAL = new DisplayPreferences(Text.NORMAL, Spacing.NORMAL, Scheme.DEVICE,
			Pictures.ON);

	private static final Pattern FORM = Pattern.compile("([0-2])([0-2])([0-5])([01])");

	public enum Text {

		NORMAL, LARGE, HUGE

	}

	public enum Spacing {

		NORMAL, WIDE, WIDEST

	}

	public enum Scheme {

		DEVICE, LIGHT, DARK, BLACK_ON_WHITE, WHITE_ON_BLACK, BLUE

	}

	public enum Pictures {

		ON, OFF

	}

	/** What is not chosen ({@code null}) is as usual. */
	public DisplayPreferences {
		text = Objects.requireNonNullElse(text, Text.NORMAL);
		spacing = Objects.requireNonNullElse(spacing, Spacing.NORMAL);
		scheme = Objects.requireNonNullElse(scheme, Scheme.DEVICE);
		pictures = Objects.requireNonNullElse(pictures, Pictures.ON);
	}

	/** A cookie that is missing or is not one of ours counts as nothing chosen. */
	public static DisplayPreferences of(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return (cookie != null) ? parse(cookie.getValue()) : USUAL;
	}

	static DisplayPreferences parse(String cookie) {
		Matcher digits = FORM.matcher(cookie);
		if (!digits.matches()) {
			return USUAL;
		}
		return new DisplayPreferences(Text.values()[digit(digits, 1)], Spacing.values()[digit(digits, 2)],
				Scheme.values()[digit(digits, 3)], Pictures.values()[digit(digits, 4)]);
	}

	private static int digit(Matcher digits, int group) {
		return Integer.parseInt(digits.group(group));
	}

	/** One digit for each setting, in the order of the components. */
	public String cookie() {
		return "" + this.text.ordinal() + this.spacing.ordinal() + this.scheme.ordinal() + this.pictures.ordinal();
	}

	public boolean isUsual() {
		return equals(USUAL);
	}

	public boolean isWithPictures() {
		return this.pictures == Pictures.ON;
	}

	/** For {@code data-text}; {@code null} when nothing is chosen. */
	public String textName() {
		return nameUnless(this.text, Text.NORMAL);
	}

	/** For {@code data-spacing}; {@code null} when nothing is chosen. */
	public String spacingName() {
		return nameUnless(this.spacing, Spacing.NORMAL);
	}

	/** For {@code data-scheme}; {@code null} when the device decides. */
	public String schemeName() {
		return nameUnless(this.scheme, Scheme.DEVICE);
	}

	private static String nameUnless(Enum<?> chosen, Enum<?> usual) {
		return (chosen == usual) ? null : chosen.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
