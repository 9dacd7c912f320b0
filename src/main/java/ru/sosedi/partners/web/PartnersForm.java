package ru.sosedi.partners.web;

import java.util.Locale;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.partners.AreaOfWork;
import ru.sosedi.partners.NgoQuery;

/**
 * The filters of the public list as they stand in its address. What makes no sense is
 * left out.
 */
record PartnersForm(String q, String area, String territory, String after) {

	private static final int LONGEST = 200;

	public NgoQuery toQuery() {
		AreaOfWork known = (this.area == null) ? null
				: PartnerFields.known(this.area.toUpperCase(Locale.ROOT).replace('-', '_'), AreaOfWork.class);
		return new NgoQuery(text(this.q), known, text(this.territory), PartnerFields.id(this.after));
	}

	public boolean isNarrowed() {
		NgoQuery query = toQuery();
		return query.text() != null || query.area() != null || query.territory() != null;
	}

	/** How an area stands in the address. */
	public static String word(AreaOfWork area) {
		return area.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** This list with one filter set, or without it when the value is empty. */
	public String with(String name, String value) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/partners");
		add(address, "q", this.q, name, value);
		add(address, "area", this.area, name, value);
		add(address, "territory", this.territory, name, value);
		add(address, "after", null, name, value);
		return address.encode().build().toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, String now, String changed, String value) {
		String kept = name.equals(changed) ? value : now;
		if (kept != null && !kept.isBlank()) {
			// As a variable, so that every character of it is encoded.
			address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, kept));
		}
	}

	private static String text(String typed) {
		String text = (typed == null) ? "" : typed.replaceAll("[\\p{Cntrl}]+", " ").strip();
		return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
	}

}
