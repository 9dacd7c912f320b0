package ru.sosedi.partners;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import ru.sosedi.shared.Email;
import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * The card of an NGO. Requisites, address, bank details, text about it and contacts may
 * be {@code null}.
 *
 * @param about Markdown
 * @param phonePublic whether residents see the phone number
 * @param emailPublic whether residents see the address
 * @param site always public
 */
public record NgoDetails(String shortName, String fullName, LegalForm legalForm, Inn inn, Ogrn ogrn, Kpp kpp,
		String address, String bankDetails, Set<AreaOfWork> areas, List<String> territories, String about, String phone,
		boolean phonePublic, String email, boolean emailPublic, String site, List<RegisterEntry> registers) {

	static final int MOST_LINES = 50;

	private static final int SHORT = 200;

	private static final int LONG = 500;

	private static final int BANK = 1000;

	private static final int ABOUT = 10_000;

	/**
	 * @throws RefusedException naming the field that cannot be so
	 */
	public NgoDetails {
		shortName = name(shortName, SHORT, "shortName", "partners.ngo.short-name.missing");
		fullName = name(fullName, LONG, "fullName", "partners.ngo.full-name.missing");
		TypedText.required(legalForm, "legalForm", "partners.ngo.legal-form.missing");
		requireLegalEntity(legalForm, inn, "inn");
		requireLegalEntity(legalForm, ogrn, "ogrn");
		requireLegalEntity(legalForm, kpp, "kpp");
		address = TypedText.noLonger(TypedText.line(address), LONG, "address");
		bankDetails = block(bankDetails, BANK, "bankDetails");
		areas = (areas == null) ? Set.of() : Set.copyOf(areas);
		territories = territories(territories);
		about = block(about, ABOUT, "about");
		phone = phone(phone);
		email = email(email);
		site = site(site, "site");
		registers = (registers == null) ? List.of() : List.copyOf(registers);
		if (registers.size() > MOST_LINES) {
			throw new RefusedException("registers", "partners.ngo.too-many", MOST_LINES);
		}
	}

	private static String name(String typed, int longest, String field, String missing) {
		return TypedText.noLonger(NgoName.line(TypedText.required(typed, field, missing)), longest, field);
	}

	private static void requireLegalEntity(LegalForm form, Object number, String field) {
		if (number != null && !form.mayBeLegalEntity()) {
			throw new RefusedException(field, "partners.requisites.no-legal-entity");
		}
	}

	private static String block(String typed, int longest, String field) {
		String block = TypedText.lines(typed);
		return block.isEmpty() ? null : TypedText.noLonger(block, longest, field);
	}

	private static List<String> territories(List<String> typed) {
		List<String> territories = TypedText.list((typed == null) ? List.of() : typed);
		if (territories.size() > MOST_LINES) {
			throw new RefusedException("territories", "partners.ngo.too-many", MOST_LINES);
		}
		territories.forEach((territory) -> TypedText.noLonger(territory, SHORT, "territories"));
		return territories;
	}

	private static String phone(String typed) {
		String phone = TypedText.noLonger(TypedText.line(typed), 60, "phone");
		if (phone != null && phone.chars().filter(Character::isDigit).count() < 5) {
			throw new RefusedException("phone", "partners.ngo.phone.malformed");
		}
		return phone;
	}

	private static String email(String typed) {
		String email = TypedText.line(typed);
		if (email != null && !Email.isEmail(email)) {
			throw new RefusedException("email", "partners.ngo.email.malformed");
		}
		return (email == null) ? null : Email.of(email).value();
	}

	/** An address on the web; {@code https://} is added when the scheme is missing. */
	static String site(String typed, String field) {
		String site = TypedText.noLonger(TypedText.line(typed), LONG, field);
		if (site == null) {
			return null;
		}
		String address = site.contains("://") ? site : "https://" + site;
		try {
			URI uri = new URI(address);
			if (Set.of("http", "https").contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
					&& uri.getRawAuthority() != null && uri.getRawUserInfo() == null
					&& uri.getRawAuthority().contains(".")) {
				return address;
			}
		}
		catch (URISyntaxException notAnAddress) {
			// falls through to the refusal
		}
		throw new RefusedException(field, "partners.ngo.site.malformed");
	}

	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("shortName", this.shortName);
		fields.put("fullName", this.fullName);
		fields.put("legalForm", this.legalForm.name());
		fields.put("inn", text(this.inn));
		fields.put("ogrn", text(this.ogrn));
		fields.put("kpp", text(this.kpp));
		fields.put("address", this.address);
		fields.put("bankDetails", this.bankDetails);
		fields.put("areas", new TreeSet<>(this.areas).stream().map(AreaOfWork::name).collect(Collectors.joining(", ")));
		fields.put("territories", String.join(", ", this.territories));
		fields.put("about", this.about);
		fields.put("phone", this.phone);
		fields.put("phonePublic", String.valueOf(this.phonePublic));
		fields.put("email", this.email);
		fields.put("emailPublic", String.valueOf(this.emailPublic));
		fields.put("site", this.site);
		fields.put("registers",
				this.registers.stream()
					.map((entry) -> entry.kind() + " " + entry.number())
					.collect(Collectors.joining(", ")));
		return fields;
	}

	private static String text(Object value) {
		return (value == null) ? null : value.toString();
	}

}
