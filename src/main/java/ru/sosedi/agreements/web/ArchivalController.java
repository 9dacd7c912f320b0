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
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Endings;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** Putting agreements away, and into the public register. */
@Controller
@CoordinatorsOnly
@RequestMapping("/desk/agreements/{id}")
class ArchivalController {

	private final Agreements agreements;

	private final Endings endings;

	ArchivalController(Agreements agreements, Endings endings) {
		this.agreements = agreements;
		this.endings = endings;
	}

	@GetMapping("/archival")
	String form(Actor actor, @PathVariable UUID id, Model model) {
		model.addAttribute("form", ReasonForm.empty());
		model.addAttribute("agreement", this.agreements.forReading(actor, id));
		return "agreements/endings/archival";
	}

	@PostMapping("/archival")
	String archive(Actor actor, @PathVariable UUID id, @ModelAttribute("form") ReasonForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes redirect) {
		try {
			this.endings.archive(actor, id, form.reason());
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("agreement", this.agreements.forReading(actor, id));
			return "agreements/endings/archival";
		}
		redirect.addFlashAttribute("flash", "agreements.archival.done");
		return "redirect:/desk/agreements/{id}";
	}

	@PostMapping("/publication")
	String publish(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.endings.publish(actor, id);
		redirect.addFlashAttribute("flash", "agreements.publication.done");
		return "redirect:/desk/agreements/{id}";
	}

	@PostMapping("/publication/removal")
	String unpublish(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.endings.unpublish(actor, id);
		redirect.addFlashAttribute("flash", "agreements.publication.undone");
		return "redirect:/desk/agreements/{id}";
	}

}
