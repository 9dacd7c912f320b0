package ru.sosedi.signatures.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Ogrn;
import ru.sosedi.signatures.ExpectedSigner;
import ru.sosedi.signatures.SignatureVerification;

/**
 * A signature tried against what is trusted now, so that an administrator sees whether
 * the right authorities are there. Nothing is kept.
 */
@Controller
@AdministratorOnly
@RequestMapping("/admin/signatures/trial")
class SignatureTrialController {

	private static final String PAGE = "signatures/trial/form";

	private final SignatureVerification verification;

	private final Clock clock;

	SignatureTrialController(SignatureVerification verification, Clock clock) {
		this.verification = verification;
		this.clock = clock;
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("form", TrialForm.empty());
		return PAGE;
	}

	@PostMapping
	String tried(@ModelAttribute("form") TrialForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		ExpectedSigner expected = form.expected();
		byte[] document = Uploads.bytes(form.document());
		byte[] signature = Uploads.bytes(form.signature());
		if (document.length == 0) {
			errors.rejectValue("document", "signatures.trial.document.missing");
		}
		if (signature.length == 0) {
			errors.rejectValue("signature", "signatures.trial.signature.missing");
		}
		if (expected.inn() != null && !Inn.isValid(expected.inn())) {
			errors.rejectValue("inn", "signatures.trial.inn.malformed");
		}
		if (expected.ogrn() != null && !Ogrn.isValid(expected.ogrn())) {
			errors.rejectValue("ogrn", "signatures.trial.ogrn.malformed");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		model.addAttribute("verdict", this.verification.verify(document, signature, expected, this.clock.instant()));
		return PAGE;
	}

}
