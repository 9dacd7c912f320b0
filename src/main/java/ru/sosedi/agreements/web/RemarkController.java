package ru.sosedi.agreements.web;

import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.Remarks;
import ru.sosedi.shared.RefusedException;

/** Remarks at clauses. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}/remarks")
class RemarkController {

	private final Remarks remarks;

	private final AgreementTrail trail;

	private final AgreementPages pages;

	RemarkController(Remarks remarks, AgreementTrail trail, AgreementPages pages) {
		this.remarks = remarks;
		this.trail = trail;
		this.pages = pages;
	}

	@PostMapping
	String add(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String clause,
			@RequestParam(defaultValue = "") String text, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		try {
			this.trail.attempt(actor, id, "agreements.remark.made", Map.of(), () -> {
				UUID key = Typed.id("clause", clause);
				if (key == null) {
					throw new RefusedException("clause", "agreements.form.choice");
				}
				this.remarks.add(actor, id, key, text);
				return true;
			});
			redirect.addFlashAttribute("flash", "agreements.remark.done");
			return "redirect:/desk/agreements/" + id + "#clause-" + clause;
		}
		catch (RefusedException refusal) {
			model.addAttribute("refusal", refusal);
			model.addAttribute("typedClause", clause);
			model.addAttribute("typedText", text);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.pages.show(actor, id, model);
		}
	}

	@PostMapping("/{remarkId}/resolution")
	String resolve(Actor actor, @PathVariable UUID id, @PathVariable UUID remarkId, RedirectAttributes redirect) {
		this.trail.attempt(actor, id, "agreements.remark.resolved", Map.of("remark", remarkId.toString()), () -> {
			this.remarks.resolve(actor, id, remarkId);
			return true;
		});
		redirect.addFlashAttribute("flash", "agreements.remark.settled");
		return "redirect:/desk/agreements/" + id;
	}

}
