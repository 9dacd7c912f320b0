package ru.sosedi.programme.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeStaffOnly;
import ru.sosedi.accounts.Role;
import ru.sosedi.network.CentreName;
import ru.sosedi.network.Room;
import ru.sosedi.programme.DateCheck;
import ru.sosedi.programme.DateWarning;
import ru.sosedi.programme.DeliveryMode;
import ru.sosedi.programme.DeskOccurrence;
import ru.sosedi.programme.DeskProgramme;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventAgreements;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.Occurrence;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.programme.Publication;
import ru.sosedi.programme.SeriesService;

/**
 * The programme as its staff reads it: the month of a centre, and an event with its
 * dates.
 */
@Controller
@RequestMapping("/desk/programme")
@ProgrammeStaffOnly
class ProgrammeDeskController {

	private final DeskProgramme programme;

	private final EventService events;

	private final OccurrenceService occurrences;

	private final SeriesService series;

	private final Publication publication;

	private final EventAgreements agreements;

	private final DateCheck check;

	private final SchedulePages schedules;

	private final EventOptions options;

	private final Clock clock;

	ProgrammeDeskController(DeskProgramme programme, EventService events, OccurrenceService occurrences,
			SeriesService series, Publication publication, EventAgreements agreements, DateCheck check,
			SchedulePages schedules, EventOptions options, Clock clock) {
		this.programme = programme;
		this.events = events;
		this.occurrences = occurrences;
		this.series = series;
		this.publication = publication;
		this.agreements = agreements;
		this.check = check;
		this.schedules = schedules;
		this.options = options;
		this.clock = clock;
	}

	@GetMapping
	String month(Actor actor, @RequestParam(required = false) String month,
			@RequestParam(required = false) String centre, @RequestParam(required = false) String view, Model model) {
		List<CentreName> centres = this.options.centreNames(actor);
		CentreName chosen = this.schedules.centre(actor, centre).orElse(centres.isEmpty() ? null : centres.getFirst());
		ZoneId zone = (chosen == null) ? this.clock.getZone() : chosen.timeZone();
		YearMonth present = YearMonth.from(LocalDate.ofInstant(this.clock.instant(), zone));
		YearMonth asked = Typed.month(month);
		YearMonth shown = (asked == null || asked.getYear() < 2000 || asked.getYear() > 2100) ? present : asked;
		Map<LocalDate, List<DeskOccurrence>> days = (chosen == null) ? Map.of()
				: this.programme.month(actor, chosen.id(), shown);
		model.addAttribute("centres", centres);
		model.addAttribute("centre", chosen);
		model.addAttribute("zone", zone);
		model.addAttribute("month", shown);
		model.addAttribute("days", days);
		model.addAttribute("closed", this.programme.onClosedDays(days).stream().map(DeskOccurrence::id).toList());
		model.addAttribute("grid", "grid".equals(view));
		model.addAttribute("weeks", weeks(shown));
		model.addAttribute("today", LocalDate.ofInstant(this.clock.instant(), zone));
		model.addAttribute("mayWrite", mayWrite(actor));
		return "programme/desk/list";
	}

	/** Whole weeks from Monday on; days of other months are {@code null}. */
	private static List<List<LocalDate>> weeks(YearMonth month) {
		List<List<LocalDate>> weeks = new ArrayList<>();
		LocalDate monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
		for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
			List<LocalDate> week = new ArrayList<>();
			for (int day = 0; day < 7; day++) {
				LocalDate date = monday.plusDays(day);
				week.add(YearMonth.from(date).equals(month) ? date : null);
			}
			weeks.add(week);
		}
		return weeks;
	}

	private static boolean mayWrite(Actor actor) {
		return actor.is(Role.ADMINISTRATOR) || actor.is(Role.LIBRARIAN);
	}

	@GetMapping("/events/{id}")
	String show(Actor actor, @PathVariable UUID id, Model model) {
		Event event = this.events.forReading(actor, id);
		List<Occurrence> dates = this.occurrences.ofEvent(actor, id);
		List<Occurrence> coming = dates.stream().filter((date) -> !date.isOver(this.clock.instant())).toList();
		model.addAttribute("event", event);
		model.addAttribute("details", event.details(""));
		model.addAttribute("partners", this.events.partners(event));
		model.addAttribute("agreements", this.agreements.of(event));
		model.addAttribute("description", this.events.descriptionHtml(id));
		model.addAttribute("state", this.events.stateOf(event));
		model.addAttribute("coming", coming);
		model.addAttribute("past", dates.stream().filter((date) -> !coming.contains(date)).toList());
		model.addAttribute("warnings", warnings(event, coming));
		model.addAttribute("missing", this.publication.missing(event));
		model.addAttribute("withdrawalRefusal", this.publication.withdrawalRefusal(event));
		model.addAttribute("mayChange", this.events.mayChange(actor, event));
		model.addAttribute("repeats", this.series.ofEvent(actor, id).isPresent());
		return "programme/desk/show";
	}

	/** By occurrence; the check takes the dates of one room at a time. */
	private Map<UUID, List<DateWarning>> warnings(Event event, List<Occurrence> coming) {
		Map<UUID, List<DateWarning>> warnings = new HashMap<>();
		Map<Optional<Room>, List<Occurrence>> byRoom = coming.stream()
			.filter(Occurrence::isScheduled)
			.collect(Collectors.groupingBy((date) -> Optional.ofNullable(date.room())));
		byRoom.values().forEach((dates) -> {
			List<DateWarning> found = this.check.check(event.centre(), event.deliveryMode() == DeliveryMode.IN_HOUSE,
					dates.stream().map(Occurrence::details).toList(), event.id());
			dates.forEach((date) -> warnings.put(date.id(),
					found.stream().filter((warning) -> warning.day().equals(date.details().day())).toList()));
		});
		return warnings;
	}

	/** The rooms of the chosen centre, for the form that is open. */
	@GetMapping("/rooms")
	String rooms(Actor actor, @RequestParam(required = false) String centreId,
			@ModelAttribute("schedule") ScheduleFields schedule, Model model, Locale locale) {
		this.schedules.fillRooms(model, this.schedules.centre(actor, centreId).orElse(null), locale);
		model.addAttribute("schedule", schedule);
		return "programme/desk/schedule :: rooms";
	}

}
