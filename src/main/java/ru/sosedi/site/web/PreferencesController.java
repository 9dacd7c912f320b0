package ru.sosedi.site.web;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.platform.DisplayPreferences;
import ru.sosedi.platform.Languages;
import ru.sosedi.shared.PublicAddress;

/**
 * Settings of the pages that a visitor keeps in cookies: language, own centre, look. They
 * harm nobody, so they are plain links and forms that work without a session; see
 * docs/adr/0041.
 */
@Controller
class PreferencesController {

	private static final Duration A_YEAR = Duration.ofDays(365);

	private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

	private static final int LONGEST_SLUG = 100;

	private final boolean secure;

	PreferencesController(PublicAddress address) {
		this.secure = "https".equals(address.baseUrl().getScheme());
	}

	@GetMapping("/preferences")
	String show(@RequestParam(required = false) String back, HttpServletRequest request, Model model) {
		model.addAttribute("display", DisplayPreferences.of(request));
		model.addAttribute("back", BackPath.of(back));
		return "site/preferences/form";
	}

	@GetMapping("/preferences/display")
	ResponseEntity<Void> display(@RequestParam(required = false) String text,
			@RequestParam(required = false) String spacing, @RequestParam(required = false) String scheme,
			@RequestParam(required = false) String pictures, @RequestParam(required = false) String back) {
		DisplayPreferences chosen = new DisplayPreferences(one(DisplayPreferences.Text.values(), text),
				one(DisplayPreferences.Spacing.values(), spacing), one(DisplayPreferences.Scheme.values(), scheme),
				one(DisplayPreferences.Pictures.values(), pictures));
		String value = chosen.isUsual() ? "" : chosen.cookie();
		return backTo(back, cookie(DisplayPreferences.COOKIE, value));
	}

	@GetMapping("/preferences/language")
	ResponseEntity<Void> language(@RequestParam(required = false) String to,
			@RequestParam(required = false) String back) {
		return Languages.of(to)
			.map((language) -> backTo(back, cookie(Languages.COOKIE, language.getLanguage())))
			.orElseGet(() -> backTo(back, null));
	}

	/** An empty slug forgets the centre; a slug of no centre harms nothing. */
	@GetMapping("/preferences/centre")
	ResponseEntity<Void> centre(@RequestParam(required = false) String slug,
			@RequestParam(required = false) String back) {
		boolean known = slug != null
				&& (slug.isEmpty() || slug.length() <= LONGEST_SLUG && SLUG.matcher(slug).matches());
		return backTo(back, known ? cookie("centre", slug) : null);
	}

	private static <E extends Enum<E>> E one(E[] all, String name) {
		return Arrays.stream(all)
			.filter((each) -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
			.findFirst()
			.orElse(null);
	}

	private ResponseCookie cookie(String name, String value) {
		return ResponseCookie.from(name, value)
			.path("/")
			.maxAge(value.isEmpty() ? Duration.ZERO : A_YEAR)
			.httpOnly(true)
			.secure(this.secure)
			.sameSite("Lax")
			.build();
	}

	private static ResponseEntity<Void> backTo(String back, ResponseCookie cookie) {
		var answer = ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(BackPath.of(back)))
			.header(HttpHeaders.CACHE_CONTROL, "no-store");
		return ((cookie != null) ? answer.header(HttpHeaders.SET_COOKIE, cookie.toString()) : answer).build();
	}

}
