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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.accounts.OwnAccount;
import ru.sosedi.agreements.Commitments;
import ru.sosedi.agreements.FrozenDocuments;
import ru.sosedi.agreements.SimpleSigning;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** Signing with password and one-time code, after the text was read to its end. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}")
class SimpleSignatureController {

	private static final String SIGN = "agreements/simple/sign";

	private static final String TO_SIGN = "redirect:/desk/agreements/{id}/signatures/simple";

	record SimpleForm(String password, String code) {

		@Override
		public String toString() {
			return "SimpleForm";
		}

	}

	private final SimpleSigning signing;

	private final FrozenDocuments documents;

	private final Commitments commitments;

	private final OwnAccount own;

	SimpleSignatureController(SimpleSigning signing, FrozenDocuments documents, Commitments commitments,
			OwnAccount own) {
		this.signing = signing;
		this.documents = documents;
		this.commitments = commitments;
		this.own = own;
	}

	@GetMapping("/reading")
	String reading(Actor actor, @PathVariable UUID id, Model model) {
		SimpleSigning.Desk desk = this.signing.desk(actor, id);
		model.addAttribute("desk", desk);
		model.addAttribute("text", this.documents.text(desk.document()));
		model.addAttribute("promised", this.commitments.of(id));
		return "agreements/simple/reading";
	}

	@PostMapping("/reading")
	String read(Actor actor, @PathVariable UUID id) {
		this.signing.read(actor, id);
		return TO_SIGN;
	}

	@GetMapping("/signatures/simple")
	String form(Actor actor, @PathVariable UUID id, Model model) {
		model.addAttribute("form", new SimpleForm("", ""));
		return page(actor, id, model);
	}

	@PostMapping("/signatures/simple/code")
	String code(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.signing.sendCode(actor, id);
		redirect.addFlashAttribute("flash", "agreements.simple.code.sent");
		return TO_SIGN;
	}

	@PostMapping("/signatures/simple")
	String sign(Actor actor, @PathVariable UUID id, @ModelAttribute("form") SimpleForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes redirect) {
		try {
			this.signing.sign(actor, id, form.password(), form.code());
		}
		catch (RefusedException refusal) {
			if (refusal.field() == null) {
				throw refusal;
			}
			Refusals.into(errors, refusal);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(actor, id, model);
		}
		redirect.addFlashAttribute("flash", "agreements.signature.done");
		return "redirect:/desk/agreements/{id}/signatures";
	}

	private String page(Actor actor, UUID id, Model model) {
		model.addAttribute("desk", this.signing.desk(actor, id));
		model.addAttribute("email", this.own.emailOf(actor).value());
		return SIGN;
	}

}
