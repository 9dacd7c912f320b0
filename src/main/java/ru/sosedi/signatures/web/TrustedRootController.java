package ru.sosedi.signatures.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;
import ru.sosedi.signatures.AuthorityCertificate;
import ru.sosedi.signatures.TrustedRootService;

/** Trusting an authority: the file, what it says, the yes; and no longer. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/signatures/roots")
class TrustedRootController {

	private static final String FORM = "signatures/root/form";

	private static final String CONFIRMATION = "signatures/root/confirmation";

	private static final String OVERVIEW = "redirect:/admin/signatures";

	private final TrustedRootService roots;

	TrustedRootController(TrustedRootService roots) {
		this.roots = roots;
	}

	@GetMapping("/new")
	String choose(Model model) {
		model.addAttribute("form", new UploadForm(null));
		return FORM;
	}

	/** Shows what would be trusted, and asks. */
	@PostMapping("/draft")
	String draft(Actor actor, @ModelAttribute("form") UploadForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		try {
			if (!errors.hasErrors()) {
				AuthorityCertificate certificate = this.roots.read(actor, form.bytes());
				model.addAttribute("certificate", certificate);
				TrustForm next = TrustForm.of(certificate.encoded());
				model.addAttribute("form", next);
				model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form",
						new BeanPropertyBindingResult(next, "form"));
				return CONFIRMATION;
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return FORM;
	}

	@PostMapping
	String trust(Actor actor, @ModelAttribute("form") TrustForm form, BindingResult errors, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			AuthorityCertificate certificate = this.roots.read(actor, form.bytes());
			model.addAttribute("certificate", certificate);
			if (!errors.hasErrors()) {
				this.roots.trust(actor, form.bytes(), form.isAccepted());
				redirect.addFlashAttribute("flash", "signatures.root.trusted");
				return OVERVIEW;
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		return model.containsAttribute("certificate") ? CONFIRMATION : FORM;
	}

	@GetMapping("/{id}/removal")
	String askRemoval(Actor actor, @PathVariable UUID id, Model model) {
		model.addAttribute("root", this.roots.byId(actor, id));
		return "signatures/root/removal";
	}

	@PostMapping("/{id}/removal")
	String remove(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.roots.remove(actor, id);
		redirect.addFlashAttribute("flash", "signatures.root.removed");
		return OVERVIEW;
	}

}
