package ru.sosedi.agreements.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.AgreementTemplate;
import ru.sosedi.agreements.AgreementTemplates;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.ClauseWords;
import ru.sosedi.agreements.TemplateClause;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Refusals;

/** The clauses of a template, one by one; they are known by their place. */
@Controller
@CoordinatorsOnly
@RequestMapping("/admin/agreements/templates/{templateId}/clauses")
class TemplateClauseController {

	private final AgreementTemplates templates;

	private final AgreementOptions options;

	private final AgreementTrail trail;

	TemplateClauseController(AgreementTemplates templates, AgreementOptions options, AgreementTrail trail) {
		this.templates = templates;
		this.options = options;
		this.trail = trail;
	}

	@GetMapping("/new")
	String blank(@PathVariable UUID templateId, @RequestParam(defaultValue = "0") String after, Model model) {
		AgreementTemplate template = this.templates.get(templateId);
		ClauseForm empty = ClauseForm.empty(after);
		return page(template,
				new ClauseForm(empty.part(), "", "", "", "", empty.after(), String.valueOf(template.version())), null,
				model);
	}

	private String page(AgreementTemplate template, ClauseForm form, Integer number, Model model) {
		if (form != null) {
			model.addAttribute("form", form);
		}
		model.addAttribute("template", template);
		model.addAttribute("number", number);
		model.addAttribute("parts", this.options.parts());
		model.addAttribute("known", this.templates.fieldNames(template));
		return "agreements/template/clause";
	}

	@PostMapping
	String add(Actor actor, @PathVariable UUID templateId, @ModelAttribute("form") ClauseForm form,
			BindingResult errors, Model model, RedirectAttributes redirect, HttpServletResponse response) {
		return rewrite(new Edit(actor, templateId, form, null), errors, (clauses) -> {
			Integer after = Typed.whole("after", form.after());
			clauses.add(Math.min((after == null) ? 0 : after, clauses.size()), form.toWords());
			return clauses;
		}, model, redirect, response);
	}

	@GetMapping("/{number}")
	String edit(@PathVariable UUID templateId, @PathVariable String number, Model model) {
		AgreementTemplate template = this.templates.get(templateId);
		int place = place(template.clauses(), number);
		ClauseForm stored = ClauseForm.of(template.clauses().get(place).words());
		return page(template, new ClauseForm(stored.part(), stored.heading(), stored.body(), "", "", "",
				String.valueOf(template.version())), place + 1, model);
	}

	@PostMapping("/{number}")
	String change(Actor actor, @PathVariable UUID templateId, @PathVariable String number,
			@ModelAttribute("form") ClauseForm form, BindingResult errors, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		return rewrite(new Edit(actor, templateId, form, number), errors, (clauses) -> {
			clauses.set(place(clauses, number), form.toWords());
			return clauses;
		}, model, redirect, response);
	}

	@PostMapping("/{number}/place")
	String move(Actor actor, @PathVariable UUID templateId, @PathVariable String number,
			@RequestParam(defaultValue = "") String direction, @ModelAttribute("form") ClauseForm form,
			BindingResult errors, Model model, RedirectAttributes redirect, HttpServletResponse response) {
		return rewrite(new Edit(actor, templateId, form, number), errors, (clauses) -> {
			int place = place(clauses, number);
			int other = "up".equals(direction) ? place - 1 : place + 1;
			if (other >= 0 && other < clauses.size()) {
				Collections.swap(clauses, place, other);
			}
			return clauses;
		}, model, redirect, response);
	}

	@PostMapping("/{number}/removal")
	String remove(Actor actor, @PathVariable UUID templateId, @PathVariable String number,
			@ModelAttribute("form") ClauseForm form, BindingResult errors, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		return rewrite(new Edit(actor, templateId, form, number), errors, (clauses) -> {
			clauses.remove(place(clauses, number));
			return clauses;
		}, model, redirect, response);
	}

	private static int place(List<?> clauses, String number) {
		int place = number.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(number) - 1 : -1;
		if (place < 0 || place >= clauses.size()) {
			throw new NotFoundException("clause " + number);
		}
		return place;
	}

	/**
	 * @param number {@code null} for a new clause
	 */
	private record Edit(Actor actor, UUID templateId, ClauseForm form, String number) {

	}

	private String rewrite(Edit edit, BindingResult errors, Function<List<ClauseWords>, List<ClauseWords>> change,
			Model model, RedirectAttributes redirect, HttpServletResponse response) {
		AgreementTemplate template = this.templates.get(edit.templateId());
		Integer number = (edit.number() == null) ? null : Integer.valueOf(place(template.clauses(), edit.number()) + 1);
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			this.trail.attempt(edit.actor(), null, "agreements.template.changed",
					Map.of("template", edit.templateId().toString()), () -> {
						List<ClauseWords> clauses = template.clauses()
							.stream()
							.map(TemplateClause::words)
							.collect(Collectors.toCollection(ArrayList::new));
						this.templates.rewrite(edit.actor(), edit.templateId(), change.apply(clauses),
								Typed.version(edit.form().version()));
						return true;
					});
			redirect.addFlashAttribute("flash", "agreements.template.done.changed");
			return "redirect:/admin/agreements/templates/" + edit.templateId();
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (StaleEditException stale) {
			model.addAttribute("stale", true);
			model.addAttribute("version", template.version());
			model.addAttribute("theirs", (number == null || number > template.clauses().size()) ? null
					: template.clauses().get(number - 1).words());
			status = HttpStatus.CONFLICT;
		}
		response.setStatus(status.value());
		return page(template, null, number, model);
	}

}
