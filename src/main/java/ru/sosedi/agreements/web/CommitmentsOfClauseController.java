package ru.sosedi.agreements.web;

import java.util.Map;
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
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Commitment;
import ru.sosedi.agreements.CommitmentWriting;
import ru.sosedi.agreements.Commitments;
import ru.sosedi.agreements.Drafts;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Refusals;

/** Writes what the sides promise at clauses. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}/commitments")
class CommitmentsOfClauseController {

	private final CommitmentWriting writing;

	private final Commitments commitments;

	private final Agreements agreements;

	private final Drafts drafts;

	private final AgreementOptions options;

	private final AgreementPages pages;

	private final AgreementTrail trail;

	CommitmentsOfClauseController(CommitmentWriting writing, Commitments commitments, Agreements agreements,
			Drafts drafts, AgreementOptions options, AgreementPages pages, AgreementTrail trail) {
		this.writing = writing;
		this.commitments = commitments;
		this.agreements = agreements;
		this.drafts = drafts;
		this.options = options;
		this.pages = pages;
		this.trail = trail;
	}

	@GetMapping("/new")
	String blank(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String clause, Model model) {
		model.addAttribute("form", CommitmentForm.empty(clause));
		return page(actor, id, null, model);
	}

	private String page(Actor actor, UUID id, Commitment commitment, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		model.addAttribute("agreement", agreement);
		model.addAttribute("commitment", commitment);
		model.addAttribute("refusal", this.drafts.whyNotWritten(actor, agreement, this.agreements.standing(id)));
		model.addAttribute("sides", this.options.sides(agreement));
		model.addAttribute("kinds", this.options.commitmentKinds());
		model.addAttribute("cadences", this.options.cadences());
		model.addAttribute("centres", this.options.centres(agreement));
		return "agreements/commitment/form";
	}

	@PostMapping
	String add(Actor actor, @PathVariable UUID id, @ModelAttribute("form") CommitmentForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response) {
		try {
			this.trail.attempt(actor, id, "agreements.commitment.added", Map.of(), () -> {
				UUID clause = Typed.id("clause", form.clause());
				if (clause == null) {
					throw new RefusedException(null, "agreements.form.choice");
				}
				return this.writing.add(actor, id, clause, form.toDetails());
			});
			return done(id, form.clause(), "agreements.commitment.done.added", redirect);
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(actor, id, null, model);
	}

	@GetMapping("/{commitmentId}")
	String edit(Actor actor, @PathVariable UUID id, @PathVariable UUID commitmentId, Model model) {
		Commitment stored = stored(actor, id, commitmentId);
		model.addAttribute("form", CommitmentForm.of(stored));
		return page(actor, id, stored, model);
	}

	private Commitment stored(Actor actor, UUID id, UUID commitmentId) {
		this.agreements.forReading(actor, id);
		return this.commitments.of(id)
			.stream()
			.filter((one) -> one.id().equals(commitmentId))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("commitment " + commitmentId));
	}

	@PostMapping("/{commitmentId}")
	String change(Actor actor, @PathVariable UUID id, @PathVariable UUID commitmentId,
			@ModelAttribute("form") CommitmentForm form, BindingResult errors, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		Commitment stored = stored(actor, id, commitmentId);
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			this.trail.attempt(actor, id, "agreements.commitment.changed",
					Map.of("commitment", commitmentId.toString()), () -> {
						this.writing.change(actor, id, commitmentId, form.toDetails(), Typed.version(form.version()));
						return true;
					});
			return done(id, stored.clauseKey().toString(), "agreements.commitment.done.changed", redirect);
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (StaleEditException stale) {
			model.addAttribute("stale", true);
			model.addAttribute("version", stored.version());
			status = HttpStatus.CONFLICT;
		}
		response.setStatus(status.value());
		return page(actor, id, stored, model);
	}

	@PostMapping("/{commitmentId}/removal")
	String remove(Actor actor, @PathVariable UUID id, @PathVariable UUID commitmentId, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		try {
			this.trail.attempt(actor, id, "agreements.commitment.removed",
					Map.of("commitment", commitmentId.toString()), () -> {
						this.writing.remove(actor, id, commitmentId);
						return true;
					});
			redirect.addFlashAttribute("flash", "agreements.commitment.done.removed");
			return "redirect:/desk/agreements/" + id + "/text";
		}
		catch (RefusedException refusal) {
			model.addAttribute("refused", refusal);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.pages.text(actor, id, model);
		}
	}

	private static String done(UUID id, String clause, String flash, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", flash);
		return "redirect:/desk/agreements/" + id + "/text#clause-" + clause;
	}

}
