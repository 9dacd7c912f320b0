package ru.sosedi.partners;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words a table of NGOs may use, Russian and English. Synonyms stand in the bundles,
 * separated by {@code |}.
 */
@Component
class NgoImportWords {

	private static final List<Locale> LANGUAGES = List.of(Locale.of("ru"), Locale.ENGLISH);

	private final MessageSource messages;

	NgoImportWords(MessageSource messages) {
		this.messages = messages;
	}

	/** From plain header to column. */
	Map<String, NgoImportColumn> columns() {
		return table(NgoImportColumn.values(), NgoImportColumn::messageKey);
	}

	Map<String, LegalForm> legalForms() {
		Map<String, LegalForm> forms = table(LegalForm.values(), LegalForm::messageKey);
		forms.putAll(table(LegalForm.values(), (form) -> "partners.import.form." + form.name()));
		return forms;
	}

	Map<String, AreaOfWork> areas() {
		return table(AreaOfWork.values(), AreaOfWork::messageKey);
	}

	/** In Russian, as the portal itself writes it. */
	String own(String messageKey) {
		return this.messages.getMessage(messageKey, null, LANGUAGES.getFirst());
	}

	/** Whether it is a header that the portal writes beside refused rows. */
	boolean isOurs(String header) {
		return LANGUAGES.stream()
			.flatMap((language) -> List.of("partners.import.row", "partners.import.reason")
				.stream()
				.map((key) -> this.messages.getMessage(key, null, language)))
			.anyMatch((own) -> plain(own).equals(plain(header)));
	}

	private <E> Map<String, E> table(E[] values, Function<E, String> messageKey) {
		Map<String, E> table = new HashMap<>();
		for (E value : values) {
			for (Locale language : LANGUAGES) {
				Arrays.stream(this.messages.getMessage(messageKey.apply(value), null, language).split("\\|"))
					.forEach((word) -> table.put(plain(word), value));
			}
		}
		return table;
	}

	/** Text as it is compared: lower case, one kind of dash, space and «е». */
	static String plain(String text) {
		return text.toLowerCase(Locale.ROOT)
			.replace('\u0451', '\u0435')
			.replaceAll("[\u2010-\u2015\u2212]", "-")
			.replaceAll("[\\s\u00a0]+", " ")
			.strip();
	}

}
