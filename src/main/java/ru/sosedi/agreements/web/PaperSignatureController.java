package ru.sosedi.agreements.web;

import java.time.LocalDate;
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
import ru.sosedi.agreements.PaperSigning;
import ru.sosedi.agreements.Signatories;
import ru.sosedi.agreements.SigningWay;
import ru.sosedi.partners.Scan;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** Registering a paper that was signed with ink. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}/signatures/paper")
class PaperSignatureController {

	/**
	 * @param party the side that signed
	 * @param signerId the representation of who signed
	 */
	record PaperForm(UUID party, UUID signerId, LocalDate signedOn, String keeper, String place, MultipartFile file) {

		PaperSigning.Details toDetails() {
			return new PaperSigning.Details(this.signerId, this.signedOn, this.keeper, this.place);
		}

	}

	private final Agreements agreements;

	private final Signatories signatories;

	private final PaperSigning signing;

	PaperSignatureController(Agreements agreements, Signatories signatories, PaperSigning signing) {
		this.agreements = agreements;
		this.signatories = signatories;
		this.signing = signing;
	}

	@GetMapping
	String form(Actor actor, @PathVariable UUID id, @RequestParam(required = false) UUID party, Model model) {
		Signatories.Signatory signatory = this.signatories.forSigning(actor, id, party, SigningWay.PAPER);
		model.addAttribute("form", new PaperForm(party, signatory.side().representationId(), this.agreements.today(),
				(signatory.person() == null) ? "" : signatory.person().name(), "", null));
		return page(actor, id, signatory, model);
	}

	@PostMapping
	String register(Actor actor, @PathVariable UUID id, @ModelAttribute("form") PaperForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			try {
				this.signing.register(actor, id, form.party(), form.toDetails(),
						Uploads.of(form.file(), Scan.MOST_BYTES));
				redirect.addFlashAttribute("flash", "agreements.signature.done");
				return "redirect:/desk/agreements/{id}/signatures";
			}
			catch (RefusedException refusal) {
				if (refusal.field() == null) {
					throw refusal;
				}
				Refusals.into(errors, refusal);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(actor, id, this.signatories.forSigning(actor, id, form.party(), SigningWay.PAPER), model);
	}

	private String page(Actor actor, UUID id, Signatories.Signatory signatory, Model model) {
		model.addAttribute("agreement", this.agreements.forReading(actor, id));
		model.addAttribute("signatory", signatory);
		model.addAttribute("signers",
				this.signing.signers(id, signatory.side())
					.stream()
					.map((mandate) -> new Option(mandate.person().id().toString(),
							mandate.person().name() + ", " + mandate.person().post()))
					.toList());
		return "agreements/paper/form";
	}

}
