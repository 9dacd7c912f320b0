package ru.sosedi.agreements.web;

import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementKind;
import ru.sosedi.agreements.AgreementReading;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Clause;
import ru.sosedi.agreements.ClauseWriting;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Refusals;

/** Writes a text clause by clause. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}/clauses")
class ClauseController {

	private static final String FORM = "agreements/clause/form";

	private final ClauseWriting writing;

	private final Agreements agreements;

	private final AgreementReading reading;

	private final AgreementOptions options;

	private final AgreementPages pages;

	private final AgreementTrail trail;

	ClauseController(ClauseWriting writing, Agreements agreements, AgreementReading reading, AgreementOptions options,
			AgreementPages pages, AgreementTrail trail) {
		this.writing = writing;
		this.agreements = agreements;
		this.reading = reading;
		this.options = options;
		this.pages = pages;
		this.trail = trail;
	}

	@GetMapping("/new")
	String blank(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String after, Model model) {
		model.addAttribute("form", ClauseForm.empty(after));
		return page(actor, id, null, model);
	}

	private String page(Actor actor, UUID id, Clause clause, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		model.addAttribute("agreement", agreement);
		model.addAttribute("clause", clause);
		model.addAttribute("parts", this.options.parts());
		model.addAttribute("known", this.reading.fieldNames(agreement));
		if (agreement.kind() == AgreementKind.AMENDMENT) {
			model.addAttribute("amends", this.options.amends());
			model.addAttribute("targets", this.options.amendable(agreement));
		}
		return FORM;
	}

	@PostMapping
	String add(Actor actor, @PathVariable UUID id, @ModelAttribute("form") ClauseForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response) {
		try {
			UUID key = this.trail.attempt(actor, id, "agreements.clause.added", Map.of(),
					() -> this.writing.add(actor, id, Typed.id("after", form.after()), form.toWords()));
			return done(id, key, "agreements.clause.done.added", redirect);
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(actor, id, null, model);
	}

	@GetMapping("/{clauseId}")
	String edit(Actor actor, @PathVariable UUID id, @PathVariable UUID clauseId, Model model) {
		Clause clause = stored(actor, id, clauseId).orElseThrow(() -> new NotFoundException("clause " + clauseId));
		model.addAttribute("form", ClauseForm.of(clause));
		return page(actor, id, clause, model);
	}

	@PostMapping("/{clauseId}")
	String change(Actor actor, @PathVariable UUID id, @PathVariable UUID clauseId,
			@ModelAttribute("form") ClauseForm form, BindingResult errors, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			this.trail.attempt(actor, id, "agreements.clause.changed", Map.of("clause", clauseId.toString()), () -> {
				this.writing.change(actor, id, clauseId, form.toWords(), Typed.version(form.version()));
				return true;
			});
			return done(id, clauseId, "agreements.clause.done.changed", redirect);
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (StaleEditException stale) {
			status = HttpStatus.CONFLICT;
		}
		Clause theirs = stored(actor, id, clauseId).orElse(null);
		if (status == HttpStatus.CONFLICT) {
			model.addAttribute("stale", true);
			model.addAttribute("theirs", theirs);
			model.addAttribute("version", (theirs == null) ? "" : theirs.version());
		}
		response.setStatus(status.value());
		model.addAttribute("clauseId", clauseId);
		return page(actor, id, theirs, model);
	}

	@PostMapping("/{clauseId}/place")
	String move(Actor actor, @PathVariable UUID id, @PathVariable UUID clauseId,
			@RequestParam(defaultValue = "") String direction, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		return quickly(actor, id, clauseId, "agreements.clause.moved",
				() -> this.writing.move(actor, id, clauseId, "up".equals(direction)), model, redirect, response);
	}

	@PostMapping("/{clauseId}/removal")
	String remove(Actor actor, @PathVariable UUID id, @PathVariable UUID clauseId,
			@RequestParam(defaultValue = "") String version, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		return quickly(actor, id, clauseId, "agreements.clause.removed",
				() -> this.writing.remove(actor, id, clauseId, Typed.version(version)), model, redirect, response);
	}

	private String quickly(Actor actor, UUID id, UUID clauseId, String action, Runnable change, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		try {
			this.trail.attempt(actor, id, action, Map.of("clause", clauseId.toString()), () -> {
				change.run();
				return true;
			});
			redirect.addFlashAttribute("flash", action.replace("agreements.clause.", "agreements.clause.done."));
			return "redirect:/desk/agreements/" + id + "/text#clause-" + clauseId;
		}
		catch (RefusedException refusal) {
			model.addAttribute("refused", refusal);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		catch (StaleEditException stale) {
			model.addAttribute("stale", true);
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		return this.pages.text(actor, id, model);
	}

	private Optional<Clause> stored(Actor actor, UUID id, UUID key) {
		return this.reading.clause(actor, this.agreements.forReading(actor, id), key);
	}

	private static String done(UUID id, UUID key, String flash, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", flash);
		return "redirect:/desk/agreements/" + id + "/text#clause-" + key;
	}

}
