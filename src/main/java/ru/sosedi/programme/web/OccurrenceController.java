package ru.sosedi.programme.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.network.CentreName;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Occurrence;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Refusals;

/** One date of an event, changed or cancelled alone. */
@Controller
@RequestMapping("/desk/programme/occurrences/{id}")
@ProgrammeEditorsOnly
class OccurrenceController {

	private static final String PAGE = "programme/desk/occurrence";

	private static final String EVENT = "redirect:/desk/programme/events/";

	private final OccurrenceService occurrences;

	private final SchedulePages schedules;

	OccurrenceController(OccurrenceService occurrences, SchedulePages schedules) {
		this.occurrences = occurrences;
		this.schedules = schedules;
	}

	@GetMapping
	String edit(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		Occurrence occurrence = this.occurrences.forChange(actor, id);
		return page(model, occurrence, ScheduleFields.of(occurrence.details()), locale);
	}

	@PostMapping
	String change(Actor actor, @PathVariable UUID id, @ModelAttribute("schedule") ScheduleFields schedule,
			BindingResult errors, @RequestParam(required = false) String version, Model model, Locale locale,
			HttpServletResponse response, RedirectAttributes redirect) {
		Occurrence occurrence = this.occurrences.forChange(actor, id);
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			Integer edited = Typed.number(version, "version");
			this.occurrences.change(actor, id, (edited == null) ? -1 : edited, schedule.toOccurrence());
			redirect.addFlashAttribute("flash", "programme.occurrence.saved");
			return EVENT + occurrence.event().id();
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		catch (StaleEditException ex) {
			model.addAttribute("theirs", List.of());
			status = HttpStatus.CONFLICT;
		}
		response.setStatus(status.value());
		return page(model, occurrence, schedule, locale);
	}

	private String page(Model model, Occurrence occurrence, ScheduleFields fields, Locale locale) {
		NeighbourhoodCentre centre = occurrence.event().centre();
		model.addAttribute("occurrence", occurrence);
		model.addAttribute("event", occurrence.event());
		this.schedules.fill(model, new CentreName(centre.id(), centre.library().id(), centre.name(), centre.slug(),
				centre.state(), centre.library().timeZone()), fields, locale);
		return PAGE;
	}

	@GetMapping("/cancellation")
	String askToCancel(Actor actor, @PathVariable UUID id, Model model) {
		model.addAttribute("form", new ReasonFields(""));
		return cancellation(actor, id, model);
	}

	@PostMapping("/cancellation")
	String cancel(Actor actor, @PathVariable UUID id, @ModelAttribute("form") ReasonFields form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes redirect) {
		try {
			this.occurrences.cancel(actor, id, form.reason());
			redirect.addFlashAttribute("flash", "programme.occurrence.cancelled");
			return EVENT + this.occurrences.forChange(actor, id).event().id();
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return cancellation(actor, id, model);
		}
	}

	private String cancellation(Actor actor, UUID id, Model model) {
		Occurrence occurrence = this.occurrences.forChange(actor, id);
		model.addAttribute("occurrence", occurrence);
		model.addAttribute("event", occurrence.event());
		return "programme/desk/cancellation";
	}

	@PostMapping("/removal")
	String remove(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		UUID event = this.occurrences.forChange(actor, id).event().id();
		try {
			this.occurrences.remove(actor, id);
			redirect.addFlashAttribute("flash", "programme.occurrence.removed");
		}
		catch (RefusedException ex) {
			redirect.addFlashAttribute("flash", ex.messageKey());
		}
		return EVENT + event;
	}

}
