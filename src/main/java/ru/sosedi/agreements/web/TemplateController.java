package ru.sosedi.agreements.web;

import java.util.List;
import java.util.Map;
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
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.AgreementTemplate;
import ru.sosedi.agreements.AgreementTemplates;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Refusals;

/** The templates of agreements: list, add, change what stands outside of the clauses. */
@Controller
@CoordinatorsOnly
@RequestMapping("/admin/agreements/templates")
class TemplateController {

	private static final String FORM = "agreements/template/form";

	private final AgreementTemplates templates;

	private final AgreementOptions options;

	private final AgreementTrail trail;

	TemplateController(AgreementTemplates templates, AgreementOptions options, AgreementTrail trail) {
		this.templates = templates;
		this.options = options;
		this.trail = trail;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("templates", this.templates.all());
		return "agreements/template/list";
	}

	@GetMapping("/new")
	String blank(Model model) {
		return form(TemplateForm.empty(), null, null, model);
	}

	@PostMapping
	String create(Actor actor, @ModelAttribute("typed") TemplateForm typed, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		TemplateForm form = typed.compact();
		BindingResult errors = new BeanPropertyBindingResult(form.spare(), "form");
		try {
			UUID id = this.trail.attempt(actor, null, "agreements.template.created", Map.of(),
					() -> this.templates.create(actor, form.toDetails(), List.of()));
			redirect.addFlashAttribute("flash", "agreements.template.done.created");
			return "redirect:/admin/agreements/templates/" + id;
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return form(form, null, errors, model);
	}

	private String form(TemplateForm form, AgreementTemplate template, BindingResult errors, Model model) {
		model.addAttribute("template", template);
		model.addAttribute("kinds", this.options.kinds());
		model.addAttribute("partyKinds", this.options.partyKinds());
		model.addAttribute("fieldTypes", this.options.fieldTypes());
		model.addAttribute("stepKinds", this.options.stepKinds());
		if (errors != null) {
			model.addAllAttributes(errors.getModel());
		}
		else {
			model.addAttribute("form", form.spare());
		}
		return FORM;
	}

	@GetMapping("/{templateId}")
	String show(@PathVariable UUID templateId, Model model) {
		model.addAttribute("template", this.templates.get(templateId));
		return "agreements/template/show";
	}

	@GetMapping("/{templateId}/frame")
	String edit(@PathVariable UUID templateId, Model model) {
		AgreementTemplate template = this.templates.get(templateId);
		return form(TemplateForm.of(template), template, null, model);
	}

	@PostMapping("/{templateId}/frame")
	String change(Actor actor, @PathVariable UUID templateId, @ModelAttribute("typed") TemplateForm typed, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		AgreementTemplate template = this.templates.get(templateId);
		TemplateForm form = typed.compact();
		BindingResult errors = new BeanPropertyBindingResult(form.spare(), "form");
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			this.trail.attempt(actor, null, "agreements.template.changed", Map.of("template", templateId.toString()),
					() -> {
						this.templates.change(actor, templateId, form.toDetails(), Typed.version(form.version()));
						return true;
					});
			redirect.addFlashAttribute("flash", "agreements.template.done.changed");
			return "redirect:/admin/agreements/templates/" + templateId;
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (StaleEditException stale) {
			model.addAttribute("stale", true);
			model.addAttribute("version", template.version());
			status = HttpStatus.CONFLICT;
		}
		response.setStatus(status.value());
		return form(form, template, errors, model);
	}

}
