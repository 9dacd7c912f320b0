package ru.sosedi.agreements.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.DetachedSigning;
import ru.sosedi.agreements.FrozenDocuments;
import ru.sosedi.agreements.PowerFile;
import ru.sosedi.agreements.Signatories;
import ru.sosedi.agreements.SignatureNotAcceptedException;
import ru.sosedi.agreements.SigningWay;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;
import ru.sosedi.signatures.SignatureVerification;

/** Signing with a file that was signed elsewhere. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}/signatures/detached")
class DetachedSignatureController {

	/**
	 * @param party the side that signs
	 * @param power may be {@code null}
	 */
	record DetachedForm(UUID party, MultipartFile signature, MultipartFile power) {

	}

	private final Agreements agreements;

	private final Signatories signatories;

	private final DetachedSigning signing;

	private final FrozenDocuments documents;

	DetachedSignatureController(Agreements agreements, Signatories signatories, DetachedSigning signing,
			FrozenDocuments documents) {
		this.agreements = agreements;
		this.signatories = signatories;
		this.signing = signing;
		this.documents = documents;
	}

	@GetMapping
	String form(Actor actor, @PathVariable UUID id, @RequestParam(required = false) UUID party, Model model) {
		model.addAttribute("form", new DetachedForm(party, null, null));
		return page(actor, id, party, model);
	}

	@PostMapping
	String sign(Actor actor, @PathVariable UUID id, @ModelAttribute("form") DetachedForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes redirect) {
		try {
			this.signing.sign(actor, id, form.party(),
					Uploads.of(form.signature(), SignatureVerification.LARGEST_SIGNATURE),
					Uploads.of(form.power(), PowerFile.MOST_BYTES));
		}
		catch (RefusedException refusal) {
			if (refusal.field() == null) {
				throw refusal;
			}
			if (refusal instanceof SignatureNotAcceptedException notAccepted) {
				model.addAttribute("verdict", notAccepted.verdict());
			}
			Refusals.into(errors, refusal);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(actor, id, form.party(), model);
		}
		redirect.addFlashAttribute("flash", "agreements.signature.done");
		return "redirect:/desk/agreements/{id}/signatures";
	}

	private String page(Actor actor, UUID id, UUID party, Model model) {
		model.addAttribute("agreement", this.agreements.forReading(actor, id));
		model.addAttribute("signatory", this.signatories.forSigning(actor, id, party, SigningWay.DETACHED));
		model.addAttribute("document",
				this.documents.alive(id).orElseThrow(() -> new NotFoundException("document of agreement " + id)));
		return "agreements/detached/form";
	}

}
