package ru.sosedi.attendance.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.attendance.CheckIns;
import ru.sosedi.attendance.Tick;
import ru.sosedi.documents.PdfDocuments;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.registrations.Attendee;
import ru.sosedi.registrations.Attendees;
import ru.sosedi.registrations.PersonalDataLook;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;

/** Ticking people off at the door, on a phone or on paper. */
@Controller
@ProgrammeEditorsOnly
@RequestMapping("/desk/attendance/occurrences/{id}")
class CheckInController {

	private static final Set<RegistrationState> EXPECTED = Set.of(RegistrationState.CONFIRMED,
			RegistrationState.REQUESTED, RegistrationState.UNCONFIRMED, RegistrationState.OFFERED);

	private static final int FREE_LINES = 12;

	private final CheckIns checkIns;

	private final Attendees attendees;

	private final OccurrenceDirectory occurrences;

	private final PdfDocuments documents;

	CheckInController(CheckIns checkIns, Attendees attendees, OccurrenceDirectory occurrences, PdfDocuments documents) {
		this.checkIns = checkIns;
		this.attendees = attendees;
		this.occurrences = occurrences;
		this.documents = documents;
	}

	/**
	 * A form's own id, so that the same tick sent twice is one.
	 */
	record Row(Attendee person, int came, UUID tick) {

	}

	@GetMapping("/check-in")
	String show(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String q, Model model,
			HttpServletRequest request) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, id);
		List<Attendee> all = this.attendees.of(actor, id, EXPECTED, PersonalDataLook.CHECK_IN, request.getRemoteAddr());
		CheckIns.Present present = this.checkIns.present(id);
		String begins = (q == null) ? "" : q.strip().toLowerCase(Locale.ROOT);
		model.addAttribute("date", date);
		model.addAttribute("q", q);
		model.addAttribute("present", present);
		model.addAttribute("expected", all.stream().mapToInt(Attendee::seats).sum());
		model.addAttribute("rows",
				all.stream()
					.filter((one) -> begins.isEmpty() || one.name().toLowerCase(Locale.ROOT).contains(begins))
					.map((one) -> new Row(one, present.of(one.registrationId()), Ids.next()))
					.toList());
		model.addAttribute("bands", AgeBand.values());
		model.addAttribute("walkInTicks", Arrays.stream(AgeBand.values()).map((_) -> Ids.next()).toList());
		return "attendance/check-in";
	}

	/** A script asks for JSON and gets an answer without a page. */
	@PostMapping("/check-ins")
	Object record(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> typed,
			HttpServletRequest request) {
		boolean script = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("application/json");
		try {
			this.checkIns.record(actor, id, read(typed));
			return script ? ResponseEntity.noContent().build()
					: "redirect:/desk/attendance/occurrences/" + id + "/check-in";
		}
		catch (RefusedException refusal) {
			return script ? ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build()
					: "redirect:/desk/attendance/occurrences/" + id + "/check-in?refused="
							+ (refusal.messageKey().endsWith("early") ? "early" : "absurd");
		}
	}

	private static Tick read(Map<String, String> typed) {
		String people = typed.getOrDefault("people", "");
		return new Tick(uuid(typed.get("tick")), uuid(typed.get("registration")),
				people.matches("-?[0-9]{1,3}") ? Integer.parseInt(people) : Integer.MIN_VALUE,
				Arrays.stream(AgeBand.values())
					.filter((band) -> band.name().equals(typed.get("band")))
					.findFirst()
					.orElse(null),
				instant(typed.get("at")));
	}

	private static UUID uuid(String text) {
		try {
			return (text == null || text.isBlank()) ? null : UUID.fromString(text.strip());
		}
		catch (IllegalArgumentException ex) {
			throw new RefusedException(null, "attendance.check-in.absurd");
		}
	}

	private static Instant instant(String text) {
		try {
			return (text == null || text.isBlank()) ? null : Instant.parse(text);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** The list on paper, for when the phone is dead. */
	@GetMapping("/print")
	ResponseEntity<byte[]> print(Actor actor, @PathVariable UUID id, HttpServletRequest request, Locale locale) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, id);
		List<Attendee> all = this.attendees.of(actor, id, EXPECTED, PersonalDataLook.PRINT, request.getRemoteAddr());
		byte[] list = this.documents.render("print/attendance/list", locale,
				Map.of("date", date, "people", all, "free", FREE_LINES));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename("list-" + date.day() + ".pdf").build().toString())
			.body(list);
	}

}
