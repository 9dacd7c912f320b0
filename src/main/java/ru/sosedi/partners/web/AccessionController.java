package ru.sosedi.partners.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.partners.AccessionDetails;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.PartnerKeepersOnly;
import ru.sosedi.partners.Scan;
import ru.sosedi.partners.SimpleSignatureAccessions;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/**
 * A partner's agreement to use the simple electronic signature: recorded from the paper.
 */
@Controller
@RequestMapping("/desk/partners/{id}/accessions")
class AccessionController {

	private static final String FORM = "partners/desk/accession";

	private final SimpleSignatureAccessions accessions;

	private final Parties parties;

	AccessionController(SimpleSignatureAccessions accessions, Parties parties) {
		this.accessions = accessions;
		this.parties = parties;
	}

	@GetMapping("/new")
	@CoordinatorsOnly
	String blank(@PathVariable UUID id, Model model) {
		model.addAttribute("party", this.parties.get(id));
		model.addAttribute("form", AccessionForm.empty());
		return FORM;
	}

	@PostMapping
	@CoordinatorsOnly
	String record(Actor actor, @PathVariable UUID id, @ModelAttribute("form") AccessionForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response) throws IOException {
		model.addAttribute("party", this.parties.get(id));
		PartnerFields fields = new PartnerFields(errors);
		LocalDate signedOn = fields.date("signedOn", form.signedOn());
		String name = (form.file() == null) ? null : form.file().getOriginalFilename();
		byte[] content = (form.file() == null) ? null : form.file().getBytes();
		Scan scan = fields.read(() -> Scan.of(name, content));
		try {
			if (!errors.hasFieldErrors("signedOn")) {
				AccessionDetails details = new AccessionDetails(form.documentName(), form.documentNumber(), signedOn);
				if (scan != null) {
					this.accessions.record(actor, id, details, scan);
					redirect.addFlashAttribute("flash", "partners.accession.saved");
					return "redirect:/desk/partners/" + id;
				}
			}
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return FORM;
	}

	/**
	 * As a file to keep: what others uploaded is never shown within the portal's own
	 * pages.
	 */
	@GetMapping("/{accessionId}/scan")
	@PartnerKeepersOnly
	ResponseEntity<byte[]> scan(Actor actor, @PathVariable UUID id, @PathVariable UUID accessionId) {
		Scan scan = this.accessions.scan(actor, id, accessionId);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(scan.kind()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(scan.name(), java.nio.charset.StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(scan.content());
	}

	@PostMapping("/{accessionId}/end")
	@CoordinatorsOnly
	String end(Actor actor, @PathVariable UUID id, @PathVariable UUID accessionId,
			@RequestParam(required = false) String endedOn, RedirectAttributes redirect) {
		try {
			this.accessions.end(actor, id, accessionId, PartnerFields.day("endedOn", endedOn));
			redirect.addFlashAttribute("flash", "partners.accession.end.saved");
		}
		catch (RefusedException refusal) {
			redirect.addFlashAttribute("flash", refusal.messageKey());
		}
		return "redirect:/desk/partners/" + id;
	}

}
