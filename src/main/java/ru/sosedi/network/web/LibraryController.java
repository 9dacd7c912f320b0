package ru.sosedi.network.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

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
import ru.sosedi.network.Centres;
import ru.sosedi.network.Library;
import ru.sosedi.network.LibraryDetails;
import ru.sosedi.network.LibraryKeepersOnly;
import ru.sosedi.network.LibraryService;
import ru.sosedi.network.NetworkSettings;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Conflicts;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** One library: add, change, remove. */
@Controller
@RequestMapping("/admin/network/libraries")
class LibraryController {

	private static final String FORM = "network/library/form";

	private final LibraryService libraries;

	private final LibraryPages pages;

	private final NetworkOptions options;

	private final Conflicts conflicts;

	private final NetworkSettings settings;

	private final Centres centres;

	LibraryController(LibraryService libraries, LibraryPages pages, NetworkOptions options, Conflicts conflicts,
			NetworkSettings settings, Centres centres) {
		this.libraries = libraries;
		this.pages = pages;
		this.options = options;
		this.conflicts = conflicts;
		this.settings = settings;
		this.centres = centres;
	}

	@AdministratorOnly
	@GetMapping("/new")
	String blank(Model model, Locale locale) {
		List<Option> systems = this.options.systems(locale);
		String only = (systems.size() == 2) ? systems.getLast().value() : "";
		LibraryForm form = LibraryForm.empty(only, this.settings.homeZone().getId());
		model.addAttribute("form", form);
		return form(model, form, null, locale);
	}

	@AdministratorOnly
	@PostMapping
	String create(Actor actor, @Valid @ModelAttribute("form") LibraryForm form, BindingResult errors, Model model,
			RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		try {
			LibraryDetails details = form.toDetails(errors, List.of(), null);
			if (details != null) {
				Library library = this.libraries.create(actor, details);
				redirect.addFlashAttribute("flash", "network.library.created");
				return "redirect:" + LibraryPages.LIBRARIES + library.id() + "/hours";
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return form(model, form, null, locale);
	}

	@LibraryKeepersOnly
	@GetMapping("/{id}")
	String edit(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		Library library = this.libraries.forKeeping(actor, id);
		LibraryForm form = LibraryForm.of(library);
		model.addAttribute("form", form);
		this.pages.add(model, actor, library, "", locale);
		return form(model, form, library, locale);
	}

	@LibraryKeepersOnly
	@PostMapping("/{id}")
	String change(Actor actor, @PathVariable UUID id, @Valid @ModelAttribute("form") LibraryForm form,
			BindingResult errors, Model model, RedirectAttributes redirect, HttpServletResponse response,
			Locale locale) {
		Library library = this.libraries.forKeeping(actor, id);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			LibraryDetails details = form.toDetails(errors, library.seasons(), library.maintenance());
			if (details != null) {
				this.libraries.change(actor, id, details, Versions.of(form.version()));
				redirect.addFlashAttribute("flash", "network.library.saved");
				return "redirect:" + LibraryPages.LIBRARIES + id;
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		catch (StaleEditException ex) {
			model.addAttribute("theirs",
					this.conflicts.between(form, LibraryForm.of(library), "network.library.field.",
							Conflicts.choices(this.options.systems(locale), this.options.zones(form.timeZone(), locale),
									this.options.badges(locale), this.options.levels(locale)),
							locale));
			model.addAttribute("version", library.version());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		this.pages.add(model, actor, library, "", locale);
		return form(model, form, library, locale);
	}

	@AdministratorOnly
	@GetMapping("/{id}/removal")
	String askRemoval(Actor actor, @PathVariable UUID id, Model model) {
		model.addAttribute("library", this.libraries.forKeeping(actor, id));
		return "network/library/removal";
	}

	@AdministratorOnly
	@PostMapping("/{id}/removal")
	String remove(Actor actor, @PathVariable UUID id, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		try {
			this.libraries.remove(actor, id);
			redirect.addFlashAttribute("flash", "network.library.removed");
			return "redirect:/admin/network/libraries";
		}
		catch (RefusedException ex) {
			model.addAttribute("refusal", ex.messageKey());
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return askRemoval(actor, id, model);
		}
	}

	private String form(Model model, LibraryForm form, Library library, Locale locale) {
		model.addAttribute("systems", this.options.systems(locale));
		model.addAttribute("zones", this.options.zones(form.timeZone(), locale));
		model.addAttribute("badges", this.options.badges(locale));
		model.addAttribute("levels", this.options.levels(locale));
		model.addAttribute("districts", this.centres.districts());
		if (library == null) {
			model.addAttribute("administrator", true);
		}
		return FORM;
	}

}
