package ru.sosedi.network.web;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.network.CentreKind;
import ru.sosedi.network.CentreQuery;
import ru.sosedi.network.Coordinates;
import ru.sosedi.network.Impairment;
import ru.sosedi.shared.RefusedException;

/**
 * The filters of the list as they stand in its address. What makes no sense is left out.
 */
record CentresForm(String q, String district, String kind, String open, String accessible, String from, String at,
		String after) {

	private static final Pattern PLACE = Pattern
		.compile("\\s*(-?\\d{1,2}(?:[.,]\\d{1,12})?)\\s*[;,\\s]\\s*(-?\\d{1,3}(?:[.,]\\d{1,12})?)\\s*");

	private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

	private static final int LONGEST = 100;

	public CentreQuery toQuery() {
		return new CentreQuery(text(this.q), text(this.district), one(CentreKind.values(), this.kind), isOpenNow(),
				one(Impairment.values(), this.accessible), slug(), place(), id(this.after));
	}

	public boolean isOpenNow() {
		return "now".equals(this.open);
	}

	/** {@code null} when no centre is named. */
	public String slug() {
		return (this.from != null && this.from.length() <= LONGEST && SLUG.matcher(this.from).matches()) ? this.from
				: null;
	}

	/**
	 * Latitude and longitude in degrees; {@code null} when that is not what was typed.
	 */
	public Coordinates place() {
		Matcher typed = PLACE.matcher((this.at == null) ? "" : this.at);
		if (!typed.matches()) {
			return null;
		}
		try {
			return new Coordinates(Double.parseDouble(typed.group(1).replace(',', '.')),
					Double.parseDouble(typed.group(2).replace(',', '.')));
		}
		catch (RefusedException ex) {
			return null;
		}
	}

	public boolean isNarrowed() {
		CentreQuery query = toQuery();
		return query.text() != null || query.district() != null || query.kind() != null || query.openNow()
				|| query.accessibleTo() != null;
	}

	/** This list with one filter set, or without it when the value is empty. */
	public String with(String name, String value) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/centres");
		add(address, "q", this.q, name, value);
		add(address, "district", this.district, name, value);
		add(address, "kind", this.kind, name, value);
		add(address, "open", this.open, name, value);
		add(address, "accessible", this.accessible, name, value);
		add(address, "from", this.from, name, value);
		add(address, "at", this.at, name, value);
		add(address, "after", null, name, value);
		return address.encode().build().toUriString();
	}

	/** What the address says of one filter; may be {@code null}. */
	public String value(String name) {
		return switch (name) {
			case "district" -> this.district;
			case "kind" -> this.kind;
			case "open" -> this.open;
			case "accessible" -> this.accessible;
			case "from" -> this.from;
			case "at" -> this.at;
			default -> null;
		};
	}

	private static void add(UriComponentsBuilder address, String name, String now, String changed, String value) {
		String kept = name.equals(changed) ? value : now;
		if (kept != null && !kept.isBlank()) {
			// As a variable, so that every character of it is encoded.
			address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, kept));
		}
	}

	private static String text(String typed) {
		String text = (typed == null) ? "" : typed.replaceAll("[\\p{Cntrl}]+", " ").strip();
		return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
	}

	private static UUID id(String typed) {
		try {
			return (typed == null) ? null : UUID.fromString(typed);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	static <E extends Enum<E>> E one(E[] values, String name) {
		for (E value : values) {
			if (value.name().toLowerCase(Locale.ROOT).equals(name)) {
				return value;
			}
		}
		return null;
	}

}
