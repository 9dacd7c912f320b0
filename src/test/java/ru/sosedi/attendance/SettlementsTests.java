package ru.sosedi.attendance;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventAgreements;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.programme.PartnerChoice;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementRows;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.PartnersWorld;
import ru.sosedi.world.ProgrammeWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the closing of a date settles of agreements. */
@PortalTest
class SettlementsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

	private static final CloseOutDetails FIVE_CAME = new CloseOutDetails(5, 0, 0, 0, 0, null, CloseOut.Source.COUNT,
			null);

	private static final CloseOutDetails NOBODY_CAME = new CloseOutDetails(0, 0, 0, 0, 0, null, CloseOut.Source.COUNT,
			null);

	@Autowired
	CloseOuts closeOuts;

	@Autowired
	EventAgreements agreements;

	@Autowired
	ProgrammeWorld programme;

	@Autowired
	NetworkWorld network;

	@Autowired
	PartnersWorld partners;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	AgreementRows rows;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	private NeighbourhoodCentre centre;

	private Actor librarian;

	private UUID club;

	private AgreementRows.Signed agreement;

	private UUID classes;

	private UUID hours;

	@BeforeEach
	void aClubThatPromisedClassesAndGetsARoom() {
		this.centre = this.network.zarechenskCentre();
		this.librarian = this.accounts.librarian(this.centre.library().id());
		this.club = this.partners.named("Клуб засчитанного " + UUID.randomUUID());
		this.agreement = this.rows.signed(this.club, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
		this.classes = this.rows.commitment(this.agreement, CommitmentKind.EVENTS, "мастер-классы",
				BigDecimal.valueOf(3));
		this.hours = this.rows.commitment(this.agreement, CommitmentKind.ROOM_HOURS, "часы зала",
				BigDecimal.valueOf(12));
	}

	@AfterEach
	void putTheClockBack() {
		((TestClock.MovableClock) this.clock).reset();
	}

	@Test
	void closingADateSettlesTheEventAndTheHoursOfItsRoom() {
		UUID date = dateInRoom("Засчитано");
		afterwards();
		String before = page(date).text();
		assertThat(before).contains("Засчитается по соглашениям", "№ " + this.agreement.number());
		this.closeOuts.close(this.librarian, date, FIVE_CAME, false, List.of(), null);
		assertThat(settled(date))
			.isEqualTo(Map.of(this.classes, new BigDecimal("1.0"), this.hours, new BigDecimal("1.5")));
		assertThat(page(date).text()).contains("Засчитано по соглашениям",
				"мастер-классы: одно мероприятие (сделано 1 из", "часы зала: 1,5 ч");
	}

	@Test
	void ofTwoWhoCloseAtOnceOneSettles() throws Exception {
		UUID date = dateInRoom("Вдвоём");
		afterwards();
		List<Throwable> refused = Collections.synchronizedList(new ArrayList<>());
		try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
			for (int i = 0; i < 4; i++) {
				pool.submit(() -> {
					try {
						this.closeOuts.close(this.librarian, date, FIVE_CAME, false, List.of(), null);
					}
					catch (RuntimeException ex) {
						refused.add(ex);
					}
				});
			}
			pool.shutdown();
			assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(refused).hasSize(3).allMatch(StaleEditException.class::isInstance);
		assertThat(settled(date)).hasSize(2);
		assertThat(facts(date)).isEqualTo(2);
	}

	@Test
	void aRefusedClosingSettlesNothing() {
		UUID date = dateInRoom("Отказано");
		afterwards();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.closeOuts.close(this.librarian, date,
				FIVE_CAME, false, List.of("no picture".getBytes(StandardCharsets.UTF_8)), "Журавли"));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.closeOuts.close(this.librarian, date, NOBODY_CAME, false, List.of(), null));
		assertThat(facts(date)).isZero();
	}

	@Test
	void aDateToWhichNobodyCameWasHeldAndCounts() {
		UUID date = dateInRoom("Никого");
		afterwards();
		this.closeOuts.close(this.librarian, date, NOBODY_CAME, true, List.of(), null);
		assertThat(settled(date)).containsKeys(this.classes, this.hours);
	}

	@Test
	void aCorrectionChangesNothingInTheLedger() {
		UUID date = dateInRoom("Исправлено");
		afterwards();
		this.closeOuts.close(this.librarian, date, FIVE_CAME, false, List.of(), null);
		Map<UUID, BigDecimal> before = settled(date);
		this.closeOuts.correct(this.librarian, date, NOBODY_CAME, "Перепутали день", 0);
		assertThat(settled(date)).isEqualTo(before);
	}

	@Test
	void aDayOutsideTheTermSettlesNothingAndThePageSaysSo() {
		UUID date = dateInRoom("Вне срока");
		this.rows.terminate(this.agreement, DAY.minusDays(1));
		afterwards();
		this.closeOuts.close(this.librarian, date, FIVE_CAME, false, List.of(), null);
		assertThat(facts(date)).isZero();
		assertThat(page(date).text()).contains("не засчитано: в этот день соглашение не действовало");
	}

	@Test
	void hoursCountOnlyInARoomOfTheLibrary() {
		UUID date = date("Во дворе", ProgrammeWorld.on(DAY));
		afterwards();
		this.closeOuts.close(this.librarian, date, FIVE_CAME, false, List.of(), null);
		assertThat(settled(date)).containsOnlyKeys(this.classes);
		assertThat(page(date).text()).contains("не засчитано: дата прошла не в зале библиотеки");
	}

	@Test
	void whatIsChosenLaterChangesNoClosedDate() {
		UUID date = dateInRoom("Выбрано потом");
		afterwards();
		this.closeOuts.close(this.librarian, date, FIVE_CAME, false, List.of(), null);
		UUID event = this.jdbc.sql("select event_id from occurrence where id = ?")
			.param(date)
			.query(UUID.class)
			.single();
		this.agreements.choose(this.librarian, event, Set.of());
		assertThat(settled(date)).hasSize(2);
		assertThat(page(date).text()).contains("мастер-классы: одно мероприятие");
	}

	@Test
	void hoursAreSaidToOneDecimal() {
		Map<Integer, String> hoursOf = Map.of(20, "0.3", 100, "1.7", 60, "1.0", 105, "1.8");
		hoursOf.forEach((minutes, amount) -> {
			UUID room = this.network.room(this.centre.library().id(), "Зал на " + minutes + " " + this.club).id();
			LocalTime start = LocalTime.of(10, 0);
			UUID date = date("Минут: " + minutes,
					new OccurrenceDetails(DAY, start, start.plusMinutes(minutes), room, null, null), this.hours);
			afterwards();
			this.closeOuts.close(this.librarian, date, FIVE_CAME, false, List.of(), null);
			assertThat(settled(date)).isEqualTo(Map.of(this.hours, new BigDecimal(amount)));
			putTheClockBack();
		});
	}

	private UUID dateInRoom(String title) {
		UUID room = this.network.room(this.centre.library().id(), title + " " + this.club).id();
		return date(title, ProgrammeWorld.on(DAY, room));
	}

	private UUID date(String title, OccurrenceDetails when) {
		return date(title, when, this.classes, this.hours);
	}

	private UUID date(String title, OccurrenceDetails when, UUID... counted) {
		Event event = this.programme.published(this.centre,
				ProgrammeWorld.details(title).withPartners(List.of(PartnerChoice.of(this.club, true))), when);
		this.agreements.choose(this.librarian, event.id(), Set.of(counted));
		return this.programme.occurrencesOf(event).getFirst().id();
	}

	private void afterwards() {
		((TestClock.MovableClock) this.clock)
			.moveTo(DAY.plusDays(1).atTime(12, 0).atZone(NetworkWorld.ZONE).toInstant());
	}

	private Map<UUID, BigDecimal> settled(UUID date) {
		Map<UUID, BigDecimal> settled = new HashMap<>();
		this.jdbc.sql("select commitment_id, amount from commitment_fact where occurrence_id = ?")
			.param(date)
			.query((row) -> {
				settled.put(row.getObject(1, UUID.class), row.getBigDecimal(2));
			});
		return settled;
	}

	private int facts(UUID date) {
		return this.jdbc.sql("select count(*) from commitment_fact where occurrence_id = ?")
			.param(date)
			.query(Integer.class)
			.single();
	}

	private Document page(UUID date) {
		var answer = this.mvc.get()
			.uri("/desk/attendance/occurrences/" + date + "/close-out")
			.with(SignIn.as(this.librarian))
			.exchange();
		assertThat(answer).hasStatusOk();
		try {
			return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
