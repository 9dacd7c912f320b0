package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * Who speaks for a party, as it was typed and checked. The account and the last day may
 * be {@code null}; number and date of the authority may be so for a charter only.
 */
public record RepresentativeDetails(UUID accountId, String name, String nameGenitive, String post, String postGenitive,
		AuthorityKind authority, String authorityNumber, LocalDate authorityDate, LocalDate validFrom,
		LocalDate validUntil) {

	private static final int LONGEST = 200;

	private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

	/**
	 * @throws RefusedException naming the field that cannot be so
	 */
	public RepresentativeDetails {
		name = line(name, "name", "partners.representative.name.missing");
		nameGenitive = line(nameGenitive, "nameGenitive", "partners.representative.name-genitive.missing");
		post = line(post, "post", "partners.representative.post.missing");
		postGenitive = line(postGenitive, "postGenitive", "partners.representative.post-genitive.missing");
		TypedText.required(authority, "authority", "partners.representative.authority.missing");
		authorityNumber = TypedText.noLonger(TypedText.line(authorityNumber), LONGEST, "authorityNumber");
		if (authority != AuthorityKind.CHARTER) {
			TypedText.required(authorityNumber, "authorityNumber", "partners.representative.number.missing");
			TypedText.required(authorityDate, "authorityDate", "partners.representative.date.missing");
		}
		if (authority == AuthorityKind.MACHINE_READABLE_POWER) {
			authorityNumber = authorityNumber.toLowerCase(Locale.ROOT);
			if (!GUID.matcher(authorityNumber).matches()) {
				throw new RefusedException("authorityNumber", "partners.representative.number.not-guid");
			}
		}
		TypedText.required(validFrom, "validFrom", "partners.representative.from.missing");
		possible(authorityDate, "authorityDate");
		possible(validFrom, "validFrom");
		possible(validUntil, "validUntil");
		if (validUntil != null && validUntil.isBefore(validFrom)) {
			throw new RefusedException("validUntil", "partners.representative.until.early");
		}
	}

	private static String line(String typed, String field, String missing) {
		return TypedText.noLonger(TypedText.required(typed, field, missing), LONGEST, field);
	}

	private static void possible(LocalDate day, String field) {
		if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
			throw new RefusedException(field, "partners.date.impossible");
		}
	}

	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("post", this.post);
		fields.put("authority", this.authority.name());
		fields.put("authorityNumber", this.authorityNumber);
		fields.put("authorityDate", text(this.authorityDate));
		fields.put("validFrom", text(this.validFrom));
		fields.put("validUntil", text(this.validUntil));
		fields.put("account", text(this.accountId));
		return fields;
	}

	private static String text(Object value) {
		return (value == null) ? null : value.toString();
	}

}
