package ru.sosedi.agreements.web;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.AgreementTemplates;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.SampleTemplates;

/** Installs the sample templates; takes a template out of use. */
@Controller
@CoordinatorsOnly
@RequestMapping("/admin/agreements/templates")
class TemplateActsController {

	private final SampleTemplates samples;

	private final AgreementTemplates templates;

	private final AgreementTrail trail;

	TemplateActsController(SampleTemplates samples, AgreementTemplates templates, AgreementTrail trail) {
		this.samples = samples;
		this.templates = templates;
		this.trail = trail;
	}

	@PostMapping("/samples")
	String install(Actor actor, RedirectAttributes redirect) {
		int added = this.samples.install(actor);
		redirect.addFlashAttribute("flash",
				(added == 0) ? "agreements.template.done.samples-there" : "agreements.template.done.samples");
		return "redirect:/admin/agreements/templates";
	}

	@PostMapping("/{templateId}/retirement")
	String retire(Actor actor, @PathVariable UUID templateId, RedirectAttributes redirect) {
		this.trail.attempt(actor, null, "agreements.template.retired", Map.of("template", templateId.toString()),
				() -> {
					this.templates.retire(actor, templateId);
					return true;
				});
		redirect.addFlashAttribute("flash", "agreements.template.done.retired");
		return "redirect:/admin/agreements/templates";
	}

}
