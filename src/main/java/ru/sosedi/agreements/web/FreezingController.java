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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Freezing;
import ru.sosedi.agreements.FrozenDocument;
import ru.sosedi.agreements.FrozenDocuments;
import ru.sosedi.shared.NotFoundException;

/** From an agreed text to the bytes that are signed. */
@Controller
@RequestMapping("/desk/agreements/{id}")
class FreezingController {

	private final Agreements agreements;

	private final Freezing freezing;

	private final FrozenDocuments documents;

	FreezingController(Agreements agreements, Freezing freezing, FrozenDocuments documents) {
		this.agreements = agreements;
		this.freezing = freezing;
		this.documents = documents;
	}

	@GetMapping("/freezing")
	@CoordinatorsOnly
	String ask(Actor actor, @PathVariable UUID id, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		model.addAttribute("agreement", agreement);
		model.addAttribute("obstacles", this.freezing.obstacles(agreement));
		return "agreements/freezing/confirm";
	}

	@PostMapping("/freezing")
	@CoordinatorsOnly
	String freeze(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.freezing.freeze(actor, id);
		redirect.addFlashAttribute("flash", "agreements.freezing.done");
		return "redirect:/desk/agreements/{id}/signatures";
	}

	/** The very bytes that are signed. */
	@GetMapping("/document.pdf")
	@AgreementStaffOnly
	ResponseEntity<byte[]> document(Actor actor, @PathVariable UUID id) {
		Agreement agreement = this.agreements.forReading(actor, id);
		FrozenDocument document = this.documents.alive(id)
			.orElseThrow(() -> new NotFoundException("document of agreement " + id));
		ContentDisposition disposition = ContentDisposition.inline()
			.filename(agreement.name().replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", "-") + ".pdf", StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.body(this.documents.pdf(document.id()));
	}

}
