package ru.sosedi.agreements.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.FrozenDocuments;
import ru.sosedi.agreements.Signatories;
import ru.sosedi.agreements.Signatures;
import ru.sosedi.agreements.SigningWay;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.web.Option;

/** Who signs how, what was signed, and the files of signatures. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}")
class SignaturesController {

	private final Agreements agreements;

	private final Signatories signatories;

	private final Signatures signatures;

	private final FrozenDocuments documents;

	private final MessageSource messages;

	SignaturesController(Agreements agreements, Signatories signatories, Signatures signatures,
			FrozenDocuments documents, MessageSource messages) {
		this.agreements = agreements;
		this.signatories = signatories;
		this.signatures = signatures;
		this.documents = documents;
		this.messages = messages;
	}

	@GetMapping("/signatures")
	String show(Actor actor, @PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) String htmx,
			Model model, Locale locale) {
		Agreement agreement = this.agreements.forReading(actor, id);
		model.addAttribute("agreement", agreement);
		model.addAttribute("standing", this.agreements.standing(id));
		model.addAttribute("state", this.agreements.state(id));
		model.addAttribute("documents", this.documents.of(id));
		model.addAttribute("signatories", this.signatories.of(actor, agreement));
		model.addAttribute("ways", ways(locale));
		model.addAttribute("files", this.agreements.keeps(actor)
				|| agreement.parties().stream().anyMatch((side) -> actor.parties().contains(side.partyId())));
		return "true".equals(htmx) ? "agreements/signatures/show :: signatures" : "agreements/signatures/show";
	}

	private List<Option> ways(Locale locale) {
		return Arrays.stream(SigningWay.values())
			.map((way) -> new Option(way.name(), this.messages.getMessage(way.messageKey(), null, locale)))
			.toList();
	}

	@PostMapping("/signatories/{partyId}/way")
	@CoordinatorsOnly
	String change(Actor actor, @PathVariable UUID id, @PathVariable UUID partyId,
			@RequestParam(required = false) String way, RedirectAttributes redirect) {
		this.signatories.change(actor, id, partyId,
				Arrays.stream(SigningWay.values()).filter((one) -> one.name().equals(way)).findFirst().orElse(null));
		redirect.addFlashAttribute("flash", "agreements.signatory.changed");
		return "redirect:/desk/agreements/{id}/signatures";
	}

	@GetMapping("/signatures/{signatureId}/{part}")
	ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID id, @PathVariable UUID signatureId,
			@PathVariable String part) {
		Signatures.Part wanted = Arrays.stream(Signatures.Part.values())
			.filter((one) -> one.name().toLowerCase(Locale.ROOT).equals(part))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("part " + part));
		Signatures.Kept file = this.signatures.file(actor, id, signatureId, wanted);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(file.type()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.name()).build().toString())
			.body(file.content());
	}

}
