package ru.sosedi.network.web;

import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.BindingResult;
import ru.sosedi.network.LibrarySystem;
import ru.sosedi.network.LibrarySystemDetails;
import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;

/** The requisites of a library system as they were typed. */
record LibrarySystemForm(@NotBlank(message = "{network.system.name.missing}") String name,
		@NotBlank(message = "{network.system.short-name.missing}") String shortName, String founder, String director,
		String inn, String kpp, String ogrn, @NotBlank(message = "{network.system.address.missing}") String address,
		String phone, String email, String site, Long version) {

	static LibrarySystemForm empty() {
		return new LibrarySystemForm(null, null, null, null, null, null, null, null, null, null, null, null);
	}

	static LibrarySystemForm of(LibrarySystem system) {
		LibrarySystemDetails details = system.details();
		return new LibrarySystemForm(details.name(), details.shortName(), details.founder(), details.director(),
				details.inn().value(), (details.kpp() == null) ? null : details.kpp().value(), details.ogrn().value(),
				details.address(), details.phone(), details.email(), details.site(), system.version());
	}

	/** {@code null} when there are errors. */
	LibrarySystemDetails toDetails(BindingResult errors) {
		String innDigits = compact(this.inn);
		String ogrnDigits = compact(this.ogrn);
		String kppDigits = compact(this.kpp);
		if (!Inn.isValid(innDigits) || !new Inn(innDigits).isOfLegalEntity()) {
			errors.rejectValue("inn", "network.system.inn.malformed");
		}
		if (!kppDigits.isEmpty() && !Kpp.isValid(kppDigits)) {
			errors.rejectValue("kpp", "network.system.kpp.malformed");
		}
		if (!Ogrn.isValid(ogrnDigits) || !new Ogrn(ogrnDigits).isOfLegalEntity()) {
			errors.rejectValue("ogrn", "network.system.ogrn.malformed");
		}
		return errors.hasErrors() ? null
				: new LibrarySystemDetails(this.name, this.shortName, this.founder, this.director, new Inn(innDigits),
						kppDigits.isEmpty() ? null : new Kpp(kppDigits), new Ogrn(ogrnDigits), this.address, this.phone,
						this.email, this.site);
	}

	/** Numbers are often copied with blanks in them. */
	private static String compact(String typed) {
		return (typed == null) ? "" : typed.replaceAll("[\\s\\u00A0]", "");
	}

}
