package ru.sosedi.programme.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.network.CentreName;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.PictureService;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Refusals;

/** Writing events: new ones with their first dates, and what they are. */
@Controller
@RequestMapping("/desk/programme/events")
@ProgrammeEditorsOnly
class EventsDeskController {

	private static final String FORM = "programme/desk/form";

	private static final String PREVIEW = "preview";

	private static final String PARTNERS = "partners";

	private final EventService events;

	private final PictureService pictures;

	private final EventOptions options;

	private final SchedulePages schedules;

	private final Clock clock;

	EventsDeskController(EventService events, PictureService pictures, EventOptions options, SchedulePages schedules,
			Clock clock) {
		this.events = events;
		this.pictures = pictures;
		this.options = options;
		this.schedules = schedules;
		this.clock = clock;
	}

	@GetMapping("/new")
	String begin(Actor actor, @RequestParam(required = false) String centre, @RequestParam(required = false) String day,
			Model model, Locale locale) {
		List<CentreName> centres = this.options.centreNames(actor);
		CentreName chosen = this.schedules.centre(actor, centre).orElse(centres.isEmpty() ? null : centres.getFirst());
		ScheduleFields usual = ScheduleFields.empty((chosen == null) ? LocalDate.now(this.clock)
				: LocalDate.ofInstant(this.clock.instant(), chosen.timeZone()));
		EventFields form = EventFields.empty((chosen == null) ? "" : chosen.id().toString(), "");
		model.addAttribute("form", form);
		fill(model, actor, form, chosen, usual.on(Typed.day(day)), locale);
		return FORM;
	}

	@PostMapping
	String create(Actor actor, @Valid @ModelAttribute("form") EventFields form, BindingResult errors,
			@ModelAttribute("schedule") ScheduleFields schedule, BindingResult scheduleErrors,
			@RequestParam(required = false) MultipartFile picture, @RequestParam(required = false) String step,
			Model model, Locale locale, HttpServletResponse response, RedirectAttributes redirect) {
		UUID kept = keptPicture(actor, form, picture, errors);
		CentreName centre = this.schedules.centre(actor, form.centreId()).orElse(null);
		boolean preview = PREVIEW.equals(step);
		if (PARTNERS.equals(step)) {
			EventFields searched = searched(model, form, kept, errors);
			fill(model, actor, searched, centre, schedule, locale);
			return FORM;
		}
		if (!preview && !errors.hasErrors()) {
			check(form, kept, centre, errors);
		}
		if (!schedule.isEmpty() && !preview) {
			SchedulePages.validate(schedule, scheduleErrors);
		}
		if (!preview && !errors.hasErrors() && !scheduleErrors.hasErrors()) {
			Event event = createWithDates(actor, form, kept, errors, schedule, scheduleErrors);
			if (event != null) {
				redirect.addFlashAttribute("flash", "programme.event.created");
				return "redirect:/desk/programme/events/" + event.id();
			}
		}
		if (preview) {
			this.schedules
				.preview((centre == null) ? null : centre.id(), form.isInHouse(), schedule, null, scheduleErrors)
				.ifPresent((dates) -> model.addAttribute("preview", dates));
		}
		if (!preview || scheduleErrors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		EventFields shown = form.with(kept, null).searched();
		again(model, "form", shown, errors);
		fill(model, actor, shown, centre, schedule, locale);
		model.addAttribute("scheduleBad", scheduleErrors.hasErrors() && !errors.hasErrors());
		again(model, "schedule", scheduleErrors.hasErrors() ? schedule : schedule.merged(), scheduleErrors);
		return FORM;
	}

	private Event createWithDates(Actor actor, EventFields form, UUID picture, BindingResult errors,
			ScheduleFields schedule, BindingResult scheduleErrors) {
		Event event;
		try {
			event = this.events.create(actor, Typed.id(form.centreId()), form.toDetails(picture));
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
			return null;
		}
		try {
			if (!schedule.isEmpty()) {
				this.schedules.save(actor, event.id(), schedule);
			}
			return event;
		}
		catch (RefusedException ex) {
			// The whole form is refused: the draft without its dates must not stay
			// behind.
			this.events.remove(actor, event.id(), event.version());
			Refusals.into(scheduleErrors, ex);
			return null;
		}
	}

	private static void check(EventFields form, UUID picture, CentreName centre, BindingResult errors) {
		if (centre == null) {
			errors.rejectValue("centreId", "programme.event.centre.missing");
		}
		try {
			form.toDetails(picture);
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
	}

	/** A picture is kept at once, so that it is not lost when the form is refused. */
	private UUID keptPicture(Actor actor, EventFields form, MultipartFile picture, BindingResult errors) {
		if (picture == null || picture.isEmpty()) {
			return form.keptPicture();
		}
		try {
			return this.pictures.keep(actor, picture.getBytes());
		}
		catch (RefusedException ex) {
			errors.reject(ex.messageKey(), ex.arguments(), null);
		}
		catch (IOException ex) {
			errors.reject("programme.event.picture.broken");
		}
		return form.keptPicture();
	}

	@GetMapping("/{id}/edit")
	String edit(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		Event event = this.events.forChange(actor, id);
		EventFields form = EventFields.of(event, event.details(this.events.description(id)));
		model.addAttribute("form", form);
		fill(model, actor, form, event, locale);
		return FORM;
	}

	@PostMapping("/{id}")
	String change(Actor actor, @PathVariable UUID id, @Valid @ModelAttribute("form") EventFields form,
			BindingResult errors, @RequestParam(required = false) MultipartFile picture,
			@RequestParam(required = false) String step, Model model, Locale locale, HttpServletResponse response,
			RedirectAttributes redirect) {
		Event event = this.events.forChange(actor, id);
		UUID kept = keptPicture(actor, form, picture, errors);
		if (PARTNERS.equals(step)) {
			EventFields searched = searched(model, form, kept, errors);
			fill(model, actor, searched, event, locale);
			return FORM;
		}
		EventFields shown = form.with(kept, null).searched();
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		if (!errors.hasErrors()) {
			try {
				this.events.change(actor, id, form.editedVersion(), form.toDetails(kept));
				redirect.addFlashAttribute("flash", "programme.event.saved");
				return "redirect:/desk/programme/events/" + id;
			}
			catch (RefusedException ex) {
				Refusals.into(errors, ex);
			}
			catch (StaleEditException ex) {
				shown = form.with(kept, event.version()).searched();
				model.addAttribute("theirs", this.options.differing(shown,
						EventFields.of(event, event.details(this.events.description(id))), locale));
				status = HttpStatus.CONFLICT;
			}
		}
		response.setStatus(status.value());
		again(model, "form", shown, errors);
		fill(model, actor, shown, event, locale);
		return FORM;
	}

	/**
	 * Partners were looked for: no field is judged yet, only a picture that came along.
	 */
	private static EventFields searched(Model model, EventFields form, UUID kept, BindingResult errors) {
		EventFields searched = form.with(kept, null).searched();
		BindingResult ofPicture = new BeanPropertyBindingResult(searched, "form");
		errors.getGlobalErrors().forEach(ofPicture::addError);
		again(model, "form", searched, ofPicture);
		return searched;
	}

	/** Shows the fields again with what was said about them. */
	private static void again(Model model, String name, Object fields, BindingResult errors) {
		BindingResult same = new BeanPropertyBindingResult(fields, name);
		same.addAllErrors(errors);
		model.addAttribute(name, fields);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + name, same);
	}

	private void fill(Model model, Actor actor, EventFields form, Event event, Locale locale) {
		model.addAttribute("event", event);
		model.addAttribute("centres", this.options.centres(actor));
		this.options.ofEvent(model, form, locale);
	}

	private void fill(Model model, Actor actor, EventFields form, CentreName centre, ScheduleFields schedule,
			Locale locale) {
		model.addAttribute("centres", this.options.centres(actor));
		this.options.ofEvent(model, form, locale);
		this.schedules.fill(model, centre, schedule, locale);
	}

}
