package ru.sosedi.programme.web;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.registrations.AdmissionPolicyService;
import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.registrations.Booking;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.ProgrammeWorld;
import ru.sosedi.world.RegistrationsWorld;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What a row of the programme says about signing up. */
@PortalTest
class SignUpWordsTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private NetworkWorld network;

	@Autowired
	private ProgrammeWorld programme;

	@Autowired
	private RegistrationsWorld registrations;

	@Autowired
	private AdmissionPolicyService policies;

	@Autowired
	private OccurrenceService occurrences;

	@Autowired
	private SqlStatements sqlStatements;

	private NeighbourhoodCentre centre;

	@BeforeEach
	void own() {
		this.centre = this.network.openCentre("Центр слов " + UUID.randomUUID());
	}

	@Test
	void aRowSaysHowManySeatsAreLeft() {
		take(event("Одно", 3), 2);
		take(event("Три", 4), 1);
		event("Пять", 5);
		event("Двадцать одно", 21);
		event("Сколько угодно", RegistrationsWorld.seats(1), null);
		assertThat(rows("ru")).containsEntry("Одно", "осталось 1 место")
			.containsEntry("Три", "осталось 3 места")
			.containsEntry("Пять", "осталось 5 мест")
			.containsEntry("Двадцать одно", "осталось 21 место")
			.containsEntry("Сколько угодно", "места есть, по записи");
		assertThat(rows("en")).containsEntry("Одно", "1 seat left").containsEntry("Три", "3 seats left");
	}

	@Test
	void aRowSaysWhatCanStillBeDone() {
		take(event("Ждут", 2), 2);
		Event full = event("Полно", 2);
		terms(full, null, 0, false);
		take(full, 2);
		terms(event("Закрыто", 2), null, 14_400, true);
		OccurrenceDetails later = new OccurrenceDetails(LocalDate.of(2026, 12, 13), LocalTime.of(14, 0),
				LocalTime.of(15, 0), null, null, 2);
		Event early = this.registrations.event(this.centre, "Рано", later);
		terms(early, 10, 0, true);
		assertThat(rows("ru")).containsEntry("Ждут", "мест нет, есть лист ожидания")
			.containsEntry("Полно", "мест нет")
			.containsEntry("Закрыто", "запись закрыта")
			.containsEntry("Рано", "запись откроется 3 декабря");
	}

	@Test
	void aCancelledDateSaysNothingOfSeats() {
		Event event = event("Отменено", 2);
		this.occurrences.cancel(Actor.portal(), this.registrations.dateOf(event), "Болезнь");
		assertThat(rows("ru")).containsEntry("Отменено", "отменено");
	}

	@Test
	void seatsOfAllRowsCostOneStatement() {
		this.programme.published(this.centre, "Без записи");
		rows("ru");
		int without = statements();
		event("Одна", 3);
		assertThat(statements()).isLessThanOrEqualTo(without + 1);
		for (int i = 0; i < 8; i++) {
			event("Ещё " + i, 3);
		}
		assertThat(statements()).isLessThanOrEqualTo(without + 1).isLessThanOrEqualTo(5);
	}

	private int statements() {
		return this.sqlStatements.during(() -> assertThat(get("")).hasStatusOk()).size();
	}

	private Event event(String title, int seats) {
		return this.registrations.event(this.centre, title, seats);
	}

	private Event event(String title, OccurrenceDetails at, Integer seats) {
		return this.registrations.event(this.centre, title,
				new OccurrenceDetails(at.day(), at.starts(), at.ends(), null, null, seats));
	}

	private void take(Event event, int seats) {
		this.registrations.confirmed(this.registrations.dateOf(event), "galina", seats);
	}

	private void terms(Event event, Integer opensDaysBefore, int closesMinutesBefore, boolean waiting) {
		this.policies.change(Actor.portal(), event.id(), new AdmissionTerms(null, opensDaysBefore, closesMinutesBefore,
				5, waiting, null, false, false, Booking.SINGLE), -1);
	}

	/** By title, what stands as the state of its row. */
	private Map<String, String> rows(String language) {
		return page(language).select(".event")
			.stream()
			.collect(Collectors.toMap((row) -> row.select("h3 a").text().replaceAll(".*«|».*|.*“|”.*", ""),
					(row) -> row.select(".state").text()));
	}

	private Document page(String language) {
		MvcTestResult answer = get("&lang=" + language);
		assertThat(answer).hasStatusOk();
		try {
			return Jsoup.parse(answer.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult get(String more) {
		return this.mvc.get().uri("/events?centre=" + this.centre.slug() + more).exchange();
	}

}
