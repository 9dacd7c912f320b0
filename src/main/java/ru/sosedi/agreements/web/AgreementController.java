package ru.sosedi.agreements.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementReading;
import ru.sosedi.agreements.Agreements;

/** The page of an agreement, for everyone who may see it, and its draft on paper. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}")
class AgreementController {

	private final AgreementPages pages;

	private final Agreements agreements;

	private final AgreementReading reading;

	AgreementController(AgreementPages pages, Agreements agreements, AgreementReading reading) {
		this.pages = pages;
		this.agreements = agreements;
		this.reading = reading;
	}

	@GetMapping
	String show(Actor actor, @PathVariable UUID id, Model model) {
		return this.pages.show(actor, id, model);
	}

	@GetMapping("/draft.pdf")
	ResponseEntity<byte[]> draft(Actor actor, @PathVariable UUID id) {
		Agreement agreement = this.agreements.forReading(actor, id);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline()
						.filename(agreement.title() + ".pdf", StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(this.reading.draft(actor, agreement));
	}

}
