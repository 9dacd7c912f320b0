package ru.sosedi.ledger.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

import org.springframework.web.multipart.MultipartFile;
import ru.sosedi.ledger.Evidence;
import ru.sosedi.ledger.FactDetails;
import ru.sosedi.shared.RefusedException;

/** A fact as typed. */
record FactForm(String amount, String day, String centreId, String words, String link, MultipartFile file) {

	static FactForm empty() {
		return new FactForm("", "", "", "", "", null);
	}

	/**
	 * @throws RefusedException at the field that makes no sense
	 */
	FactDetails toDetails() {
		return new FactDetails(number(), date(), centre(), this.words, this.link);
	}

	/** {@code null} when no file was sent. */
	Evidence evidence() {
		try {
			return (this.file == null) ? null : Evidence.of(this.file.getOriginalFilename(), this.file.getBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private BigDecimal number() {
		if (this.amount == null || this.amount.isBlank()) {
			return null;
		}
		String digits = this.amount.strip().replace(',', '.');
		if (!digits.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
			throw new RefusedException("amount", "ledger.fact.amount.odd");
		}
		return new BigDecimal(digits);
	}

	private LocalDate date() {
		try {
			return (this.day == null || this.day.isBlank()) ? null : LocalDate.parse(this.day.strip());
		}
		catch (DateTimeException ex) {
			throw new RefusedException("day", "ledger.fact.day.missing");
		}
	}

	private UUID centre() {
		UUID id = FilterForm.id(this.centreId);
		if (id == null && this.centreId != null && !this.centreId.isBlank()) {
			throw new RefusedException("centreId", "ledger.fact.centre.foreign");
		}
		return id;
	}

}
