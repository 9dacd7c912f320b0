package ru.sosedi.programme.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.network.CentreName;
import ru.sosedi.programme.DeliveryMode;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.Series;
import ru.sosedi.programme.SeriesService;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** Adds dates to an event: one more, or a rule for many. */
@Controller
@RequestMapping("/desk/programme")
@ProgrammeEditorsOnly
class DatesDeskController {

	private static final String PAGE = "programme/desk/dates";

	private final EventService events;

	private final SeriesService series;

	private final SchedulePages schedules;

	private final Clock clock;

	DatesDeskController(EventService events, SeriesService series, SchedulePages schedules, Clock clock) {
		this.events = events;
		this.series = series;
		this.schedules = schedules;
		this.clock = clock;
	}

	@GetMapping("/events/{id}/dates")
	String dates(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String series, Model model,
			Locale locale) {
		Event event = this.events.forChange(actor, id);
		Optional<Series> present = (series == null) ? Optional.empty() : this.series.ofEvent(actor, id);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), event.centre().library().timeZone());
		fill(model, event,
				present.map((found) -> ScheduleFields.of(found.details())).orElseGet(() -> ScheduleFields.empty(today)),
				locale);
		return PAGE;
	}

	@PostMapping("/events/{id}/dates")
	String save(Actor actor, @PathVariable UUID id, @ModelAttribute("schedule") ScheduleFields schedule,
			BindingResult errors, @RequestParam(required = false) String step, Model model, Locale locale,
			HttpServletResponse response, RedirectAttributes redirect) {
		Event event = this.events.forChange(actor, id);
		boolean preview = "preview".equals(step);
		if (preview) {
			boolean inHouse = event.deliveryMode() == DeliveryMode.IN_HOUSE;
			this.schedules.preview(event.centre().id(), inHouse, schedule, id, errors)
				.ifPresent((dates) -> model.addAttribute("preview", dates));
		}
		else {
			try {
				this.schedules.save(actor, id, schedule);
				redirect.addFlashAttribute("flash", "programme.occurrence.added");
				return "redirect:/desk/programme/events/" + id;
			}
			catch (RefusedException ex) {
				Refusals.into(errors, ex);
			}
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		ScheduleFields shown = errors.hasErrors() ? schedule : schedule.merged();
		fill(model, event, shown, locale);
		BindingResult same = new BeanPropertyBindingResult(shown, "schedule");
		same.addAllErrors(errors);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "schedule", same);
		return PAGE;
	}

	/** The dates that the open form would make, to be put into it. */
	@PostMapping("/dates")
	String preview(Actor actor, @RequestParam(required = false) String centreId,
			@RequestParam(required = false) String deliveryMode, @RequestParam(required = false) String eventId,
			@ModelAttribute("schedule") ScheduleFields schedule, BindingResult errors, Model model) {
		boolean inHouse = Typed.isBlank(deliveryMode) || DeliveryMode.IN_HOUSE.name().equals(deliveryMode);
		this.schedules.centre(actor, centreId)
			.flatMap((centre) -> this.schedules.preview(centre.id(), inHouse, schedule, Typed.id(eventId), errors))
			.ifPresent((dates) -> model.addAttribute("preview", dates));
		return "programme/desk/schedule :: preview";
	}

	private void fill(Model model, Event event, ScheduleFields schedule, Locale locale) {
		CentreName centre = new CentreName(event.centre().id(), event.centre().library().id(), event.centre().name(),
				event.centre().slug(), event.centre().state(), event.centre().library().timeZone());
		model.addAttribute("event", event);
		this.schedules.fill(model, centre, schedule, locale);
	}

}
