package ru.sosedi.network.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.network.CentreDetails;
import ru.sosedi.network.CentreService;
import ru.sosedi.network.Centres;
import ru.sosedi.network.Library;
import ru.sosedi.network.LibraryService;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Conflicts;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** The centre at a library: plan it, change what it says, open, pause and close it. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/network/libraries/{id}/centre")
class CentreController {

	private static final String FORM = "network/centre/form";

	private static final String MALFORMED_DATE = "network.admin.date.malformed";

	private final CentreService service;

	private final Centres centres;

	private final LibraryService libraries;

	private final LibraryPages pages;

	private final NetworkOptions options;

	private final Coordinators coordinators;

	private final Conflicts conflicts;

	CentreController(CentreService service, Centres centres, LibraryService libraries, LibraryPages pages,
			NetworkOptions options, Coordinators coordinators, Conflicts conflicts) {
		this.service = service;
		this.centres = centres;
		this.libraries = libraries;
		this.pages = pages;
		this.options = options;
		this.coordinators = coordinators;
		this.conflicts = conflicts;
	}

	@GetMapping
	String edit(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		Library library = this.libraries.forKeeping(actor, id);
		model.addAttribute("form",
				this.centres.ofLibrary(id).map(CentreForm::of).orElseGet(() -> CentreForm.empty(library.name())));
		model.addAttribute("step", new CentreStepForm(null, null));
		return page(model, actor, library, locale);
	}

	@PostMapping
	String save(Actor actor, @PathVariable UUID id, @Valid @ModelAttribute("form") CentreForm form,
			BindingResult errors, Model model, RedirectAttributes redirect, HttpServletResponse response,
			Locale locale) {
		Library library = this.libraries.forKeeping(actor, id);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			CentreDetails details = form.toDetails(errors);
			if (details != null) {
				save(actor, id, details, form.version());
				return done(id, "network.centre.saved", redirect);
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		catch (StaleEditException ex) {
			NeighbourhoodCentre stored = this.centres.ofLibrary(id).orElseThrow();
			model.addAttribute("theirs", this.conflicts.between(form, CentreForm.of(stored), "network.centre.field.",
					Conflicts.choices(this.options.centreKinds(locale), coordinatorChoices(locale)), locale));
			model.addAttribute("version", stored.version());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		model.addAttribute("step", new CentreStepForm(null, null));
		return page(model, actor, library, locale);
	}

	@PostMapping("/opening")
	String open(Actor actor, @PathVariable UUID id, @ModelAttribute("step") CentreStepForm step, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		return live(actor, id, errors, model, redirect, response, locale, "opening", "network.centre.opened",
				(typed) -> this.service.open(actor, id, typed.date("date", step.date(), MALFORMED_DATE)));
	}

	@PostMapping("/pause")
	String pause(Actor actor, @PathVariable UUID id, @ModelAttribute("step") CentreStepForm step, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		return live(actor, id, errors, model, redirect, response, locale, "pause", "network.centre.paused",
				(typed) -> this.service.pause(actor, id, typed.date("date", step.date(), MALFORMED_DATE),
						step.reason()));
	}

	@PostMapping("/closing")
	String close(Actor actor, @PathVariable UUID id, @ModelAttribute("step") CentreStepForm step, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		return live(actor, id, errors, model, redirect, response, locale, "closing", "network.centre.closed",
				(typed) -> this.service.close(actor, id, typed.date("date", step.date(), MALFORMED_DATE),
						step.reason()));
	}

	private String live(Actor actor, UUID id, BindingResult errors, Model model, RedirectAttributes redirect,
			HttpServletResponse response, Locale locale, String step, String done, Consumer<Typed> verb) {
		Library library = this.libraries.forKeeping(actor, id);
		try {
			verb.accept(new Typed(errors));
			return done(id, done, redirect);
		}
		catch (RefusedException ex) {
			if (!errors.hasFieldErrors()) {
				Refusals.into(errors, ex);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("refused", step);
		model.addAttribute("form", this.centres.ofLibrary(id).map(CentreForm::of).orElseThrow());
		return page(model, actor, library, locale);
	}

	private void save(Actor actor, UUID id, CentreDetails details, Long version) {
		if (version == null) {
			this.service.plan(actor, id, details);
		}
		else {
			this.service.change(actor, id, details, version);
		}
	}

	private static String done(UUID id, String message, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", message);
		return "redirect:" + LibraryPages.LIBRARIES + id + "/centre";
	}

	private List<Option> coordinatorChoices(Locale locale) {
		List<Option> choices = new ArrayList<>();
		choices.add(this.options.notChosen(locale));
		choices.addAll(this.coordinators.all());
		return choices;
	}

	private String page(Model model, Actor actor, Library library, Locale locale) {
		this.pages.add(model, actor, library, "/centre", locale);
		model.addAttribute("centre", this.centres.ofLibrary(library.id()).orElse(null));
		model.addAttribute("kinds", this.options.centreKinds(locale));
		model.addAttribute("coordinators", coordinatorChoices(locale));
		return FORM;
	}

}
