package ru.sosedi.network;

import java.util.LinkedHashMap;
import java.util.Map;

import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;
import ru.sosedi.shared.RefusedException;

/**
 * The requisites of a library system. Founder, director, KPP and contacts may be
 * {@code null}.
 */
public record LibrarySystemDetails(String name, String shortName, String founder, String director, Inn inn, Kpp kpp,
		Ogrn ogrn, String address, String phone, String email, String site) {

	/**
	 * @throws RefusedException naming the field that cannot be so
	 */
	public LibrarySystemDetails {
		name = Text.required(name, "name", 300, "network.system.name.missing");
		shortName = Text.required(shortName, "shortName", 100, "network.system.short-name.missing");
		founder = Text.line(founder, "founder", 300);
		director = Text.line(director, "director", 200);
		if (inn == null || !inn.isOfLegalEntity()) {
			throw new RefusedException("inn", "network.system.inn.malformed");
		}
		if (ogrn == null || !ogrn.isOfLegalEntity()) {
			throw new RefusedException("ogrn", "network.system.ogrn.malformed");
		}
		address = Text.required(address, "address", 300, "network.system.address.missing");
		phone = Contacts.phone(phone, "phone");
		email = Contacts.email(email, "email");
		site = Contacts.site(site, "site");
	}

	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("shortName", this.shortName);
		fields.put("founder", this.founder);
		fields.put("director", this.director);
		fields.put("inn", this.inn.value());
		fields.put("kpp", (this.kpp == null) ? null : this.kpp.value());
		fields.put("ogrn", this.ogrn.value());
		fields.put("address", this.address);
		fields.put("phone", this.phone);
		fields.put("email", this.email);
		fields.put("site", this.site);
		return fields;
	}

}
