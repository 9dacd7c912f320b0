package ru.sosedi.network.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.ClosureService;
import ru.sosedi.network.Library;
import ru.sosedi.network.LibraryKeepersOnly;
import ru.sosedi.network.LibraryService;
import ru.sosedi.network.MaintenanceRule;
import ru.sosedi.network.SeasonHours;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Conflicts;
import ru.sosedi.shared.web.Refusals;

/** When a library is open: timetables, the maintenance day, one-off closures. */
@Controller
@LibraryKeepersOnly
@RequestMapping("/admin/network/libraries/{id}")
class HoursController {

	private static final String FORM = "network/hours/form";

	private final LibraryService libraries;

	private final ClosureService closures;

	private final LibraryPages pages;

	private final NetworkOptions options;

	private final Conflicts conflicts;

	private final Clock clock;

	HoursController(LibraryService libraries, ClosureService closures, LibraryPages pages, NetworkOptions options,
			Conflicts conflicts, Clock clock) {
		this.libraries = libraries;
		this.closures = closures;
		this.pages = pages;
		this.options = options;
		this.conflicts = conflicts;
		this.clock = clock;
	}

	@GetMapping("/hours")
	String edit(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		Library library = this.libraries.forKeeping(actor, id);
		model.addAttribute("form", HoursForm.of(library));
		model.addAttribute("closure", ClosureForm.empty());
		return page(model, actor, library, locale);
	}

	@PostMapping("/hours")
	String change(Actor actor, @PathVariable UUID id, @ModelAttribute("form") HoursForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		Library library = this.libraries.forKeeping(actor, id);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			MaintenanceRule rule = form.toMaintenance(errors);
			List<SeasonHours> seasons = form.toSeasons(errors);
			if (seasons != null) {
				this.libraries.change(actor, id, library.details().withHours(seasons, rule),
						Versions.of(form.version()));
				redirect.addFlashAttribute("flash", "network.hours.saved");
				return "redirect:" + LibraryPages.LIBRARIES + id + "/hours";
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		catch (StaleEditException ex) {
			model.addAttribute("theirs", this.conflicts.between(form, HoursForm.of(library), "network.hours.field.",
					Conflicts.choices(this.options.plans(locale)), locale));
			model.addAttribute("version", library.version());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		model.addAttribute("closure", ClosureForm.empty());
		return page(model, actor, library, locale);
	}

	@PostMapping("/closures")
	String close(Actor actor, @PathVariable UUID id, @ModelAttribute("closure") ClosureForm closure,
			BindingResult errors, Model model, RedirectAttributes redirect, HttpServletResponse response,
			Locale locale) {
		Library library = this.libraries.forKeeping(actor, id);
		Typed typed = new Typed(errors);
		LocalDate first = typed.date("firstDay", closure.firstDay(), "network.admin.date.malformed");
		LocalDate last = typed.date("lastDay", closure.lastDay(), "network.admin.date.malformed");
		if (Typed.isEmpty(closure.firstDay())) {
			typed.refuse("firstDay", "network.hours.closure.day.missing");
		}
		if (Typed.isEmpty(closure.reason())) {
			typed.refuse("reason", "network.hours.closure.reason.missing");
		}
		try {
			if (!errors.hasErrors()) {
				this.closures.add(actor, id, first, (last == null) ? first : last, closure.reason());
				redirect.addFlashAttribute("flash", "network.hours.closure.added");
				return "redirect:" + LibraryPages.LIBRARIES + id + "/hours#closures";
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("form", HoursForm.of(library));
		return page(model, actor, library, locale);
	}

	@PostMapping("/closures/{closureId}/removal")
	String remove(Actor actor, @PathVariable UUID id, @PathVariable UUID closureId, RedirectAttributes redirect) {
		this.closures.remove(actor, id, closureId);
		redirect.addFlashAttribute("flash", "network.hours.closure.removed");
		return "redirect:" + LibraryPages.LIBRARIES + id + "/hours#closures";
	}

	private String page(Model model, Actor actor, Library library, Locale locale) {
		this.pages.add(model, actor, library, "/hours", locale);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), library.timeZone());
		model.addAttribute("closures", this.closures.since(library.id(), today));
		model.addAttribute("plans", this.options.plans(locale));
		model.addAttribute("months", this.options.months(locale));
		model.addAttribute("weekdays", this.options.weekdays(locale));
		model.addAttribute("ordinals", this.options.ordinals(locale));
		return FORM;
	}

}
