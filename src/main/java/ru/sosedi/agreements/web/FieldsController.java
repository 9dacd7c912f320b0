package ru.sosedi.agreements.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementField;
import ru.sosedi.agreements.AgreementFields;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Drafts;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/** The typed fields of an agreement's text. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}/fields")
class FieldsController {

	private static final String VALUE = "value.";

	private static final String BEFORE = "before.";

	private final AgreementFields fields;

	private final Agreements agreements;

	private final Drafts drafts;

	private final AgreementTrail trail;

	FieldsController(AgreementFields fields, Agreements agreements, Drafts drafts, AgreementTrail trail) {
		this.fields = fields;
		this.agreements = agreements;
		this.drafts = drafts;
		this.trail = trail;
	}

	@GetMapping
	String edit(Actor actor, @PathVariable UUID id, Model model) {
		return page(actor, id, Map.of(), model);
	}

	private String page(Actor actor, UUID id, Map<String, String> typed, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		List<AgreementField> all = this.fields.of(id);
		Map<String, String> shown = new HashMap<>();
		all.forEach((field) -> shown.put(field.name(), typed.getOrDefault(field.name(), field.value())));
		model.addAttribute("agreement", agreement);
		model.addAttribute("refusal", this.drafts.whyNotWritten(actor, agreement, this.agreements.standing(id)));
		model.addAttribute("fields", all);
		model.addAttribute("shown", shown);
		return "agreements/fields/form";
	}

	@PostMapping
	String fill(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> sent, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		Map<String, String> typed = beginning(sent, VALUE);
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			this.trail.attempt(actor, id, "agreements.fields.filled", Map.of(), () -> {
				this.fields.fill(actor, id, typed, beginning(sent, BEFORE));
				return true;
			});
			redirect.addFlashAttribute("flash", "agreements.fields.done");
			return "redirect:/desk/agreements/" + id;
		}
		catch (RefusedException refusal) {
			model.addAttribute("refused", refusal);
		}
		catch (StaleEditException stale) {
			model.addAttribute("stale", true);
			status = HttpStatus.CONFLICT;
		}
		response.setStatus(status.value());
		return page(actor, id, typed, model);
	}

	private static Map<String, String> beginning(Map<String, String> sent, String with) {
		Map<String, String> found = new HashMap<>();
		sent.forEach((name, value) -> {
			if (name.startsWith(with)) {
				found.put(name.substring(with.length()), value);
			}
		});
		return found;
	}

}
