package ru.sosedi.registrations.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.documents.OfficeTable;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.AdmissionPolicyService;
import ru.sosedi.registrations.Attendee;
import ru.sosedi.registrations.Attendees;
import ru.sosedi.registrations.PersonalDataLook;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.registrations.SeatAllocation;
import ru.sosedi.registrations.Seats;

/** Who has signed up for one date: the page, and the list to take away. */
@Controller
@RequestMapping("/desk/registrations/occurrences/{id}")
@ProgrammeEditorsOnly
class DateRegistrationsController {

	private static final Set<RegistrationState> KNOWN = Set
		.copyOf(EnumSet.complementOf(EnumSet.of(RegistrationState.HELD)));

	private final Attendees attendees;

	private final OccurrenceDirectory occurrences;

	private final SeatAllocation allocation;

	private final AdmissionPolicyService policies;

	private final PeopleTable table;

	private final Clock clock;

	DateRegistrationsController(Attendees attendees, OccurrenceDirectory occurrences, SeatAllocation allocation,
			AdmissionPolicyService policies, PeopleTable table, Clock clock) {
		this.attendees = attendees;
		this.occurrences = occurrences;
		this.allocation = allocation;
		this.policies = policies;
		this.table = table;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, @PathVariable UUID id, HttpServletRequest request, Model model) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, id);
		List<Attendee> all = this.attendees.of(actor, id, KNOWN, PersonalDataLook.LIST, request.getRemoteAddr());
		Seats seats = this.allocation.seats(id).orElse(null);
		model.addAttribute("date", date);
		model.addAttribute("over", date.isOver(this.clock.instant()));
		model.addAttribute("signsUp", seats != null && seats.signsUp());
		model.addAttribute("figures", DateFigures.of(all, seats, this.policies.termsOf(date.eventId(), id).minimum()));
		model.addAttribute("questions", this.policies.questions(date.eventId()));
		model.addAttribute("requested", oldestFirst(all, RegistrationState.REQUESTED));
		model.addAttribute("confirmed", in(all, RegistrationState.CONFIRMED));
		model.addAttribute("unconfirmed", oldestFirst(all, RegistrationState.UNCONFIRMED));
		model.addAttribute("offered", oldestFirst(all, RegistrationState.OFFERED));
		model.addAttribute("waiting", in(all, RegistrationState.WAITING));
		model.addAttribute("gone", all.stream().filter((one) -> !one.state().isLive()).toList());
		return "registrations/desk/list";
	}

	private static List<Attendee> in(List<Attendee> all, RegistrationState state) {
		return all.stream().filter((one) -> one.state() == state).toList();
	}

	private static List<Attendee> oldestFirst(List<Attendee> all, RegistrationState state) {
		return in(all, state).stream().sorted(Comparator.comparing(Attendee::createdAt)).toList();
	}

	@GetMapping("/people.csv")
	ResponseEntity<byte[]> csv(Actor actor, @PathVariable UUID id, HttpServletRequest request, Locale locale) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, id);
		return file(date, "csv", "text/csv;charset=UTF-8", table(actor, date, request, locale).csv());
	}

	@GetMapping("/people.xlsx")
	ResponseEntity<byte[]> xlsx(Actor actor, @PathVariable UUID id, HttpServletRequest request, Locale locale) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, id);
		return file(date, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
				table(actor, date, request, locale).xlsx());
	}

	private OfficeTable table(Actor actor, OccurrenceFacts date, HttpServletRequest request, Locale locale) {
		return this.table.of(this.attendees.of(actor, date.id(), PeopleTable.COMING, PersonalDataLook.EXPORT,
				request.getRemoteAddr()), locale);
	}

	private static ResponseEntity<byte[]> file(OccurrenceFacts date, String ending, String type, byte[] content) {
		String name = "people-" + date.day() + "." + ending;
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

}
