package ru.sosedi.agreements.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementTemplate;
import ru.sosedi.agreements.AgreementTemplates;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Drafts;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** Begins an agreement from a template. */
@Controller
@CoordinatorsOnly
@RequestMapping("/desk/agreements")
class NewAgreementController {

	private static final String FORM = "agreements/agreement/new";

	private final Drafts drafts;

	private final AgreementTemplates templates;

	private final Agreements agreements;

	private final AgreementOptions options;

	private final AgreementTrail trail;

	NewAgreementController(Drafts drafts, AgreementTemplates templates, Agreements agreements, AgreementOptions options,
			AgreementTrail trail) {
		this.drafts = drafts;
		this.templates = templates;
		this.agreements = agreements;
		this.options = options;
		this.trail = trail;
	}

	@GetMapping("/new")
	String blank(Actor actor, @ModelAttribute("form") NewAgreementForm form, BindingResult errors, Model model) {
		if (Typed.isEmpty(form.template())) {
			return choice(actor, form, model);
		}
		try {
			AgreementTemplate template = page(actor, form, model);
			model.addAttribute("form", form.begun(template.title()));
			return FORM;
		}
		catch (RefusedException unknown) {
			return choice(actor, form, model);
		}
	}

	private String choice(Actor actor, NewAgreementForm form, Model model) {
		boolean belongs = !Typed.isEmpty(form.parent());
		model.addAttribute("templates",
				this.templates.all()
					.stream()
					.filter((one) -> !one.retired() && one.kind().belongsToAnother() == belongs)
					.toList());
		model.addAttribute("parent", belongs ? form.parent() : null);
		return "agreements/agreement/choice";
	}

	private AgreementTemplate page(Actor actor, NewAgreementForm form, Model model) {
		AgreementTemplate template = this.templates.inUse(Typed.id("template", form.template()));
		UUID parentId = Typed.id("parent", form.parent());
		Agreement parent = (parentId == null) ? null : this.agreements.forReading(actor, parentId);
		model.addAttribute("template", template);
		model.addAttribute("parent", parent);
		model.addAttribute("refusal", (parent == null) ? null : this.drafts.whyNotAmended(parent));
		model.addAttribute("choices", this.options.parties(template.details().sides(), form.parties(), form.words()));
		model.addAttribute("centres", this.options.centres());
		model.addAttribute("prolongations", this.options.prolongations());
		return template;
	}

	@PostMapping
	String create(Actor actor, @ModelAttribute("form") NewAgreementForm form, BindingResult errors, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		try {
			AgreementTemplate template = this.templates.inUse(Typed.id("template", form.template()));
			Map<String, String> facts = new TreeMap<>();
			facts.put("template", template.title());
			facts.put("title", String.valueOf(form.title()));
			Agreement created = this.trail.attempt(actor, Typed.id("parent", form.parent()), "agreements.draft.created",
					facts, () -> this.drafts.create(actor, form.toDetails(template.details().sides())));
			redirect.addFlashAttribute("flash", "agreements.draft.done");
			return "redirect:/desk/agreements/" + created.id();
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			page(actor, form, model);
		}
		catch (RefusedException noTemplate) {
			choice(actor, form, model);
			model.addAttribute("refused", true);
			return "agreements/agreement/choice";
		}
		return FORM;
	}

}
