package ru.sosedi.partners;

import java.util.Arrays;
import java.util.Locale;

/** A column of the table of NGOs. */
public enum NgoImportColumn {

	SHORT_NAME("shortName"), FULL_NAME("fullName"), LEGAL_FORM("legalForm"), INN("inn"), OGRN("ogrn"), KPP("kpp"),
	ADDRESS("address"), BANK_DETAILS("bankDetails"), AREAS("areas"), TERRITORIES("territories"), PHONE("phone"),
	EMAIL("email"), SITE("site"), ABOUT("about"), JOINED_ON("joinedOn");

	private final String field;

	NgoImportColumn(String field) {
		this.field = field;
	}

	public String messageKey() {
		return "partners.import.column." + name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The column of a field of the card; {@code null} for a field that no column fills.
	 */
	static NgoImportColumn of(String field) {
		return Arrays.stream(values()).filter((column) -> column.field.equals(field)).findFirst().orElse(null);
	}

}
