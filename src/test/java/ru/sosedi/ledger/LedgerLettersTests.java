package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.shared.Ids;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.LedgerWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class LedgerLettersTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

	@Autowired
	LedgerWorld world;

	@Autowired
	AgreementsWorld agreements;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	LedgerReminders reminders;

	@Autowired
	RenewalLetters renewals;

	@Autowired
	Facts facts;

	@Autowired
	FactEntries entries;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.MovableClock clock;

	@AfterEach
	void putTheClockBack() {
		this.clock.reset();
	}

	@Test
	void debtorIsRemindedSevenDaysBeforeAndOnceAfter() {
		AgreementsWorld.Case one = this.world.between(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 12, 31));
		morning(LocalDate.of(2026, 12, 23));
		this.reminders.send();
		assertThat(letters(one.leader(), "ledger.soon")).isEmpty();
		morning(LocalDate.of(2026, 12, 24));
		this.reminders.send();
		this.reminders.send();
		assertThat(letters(one.leader(), "ledger.soon")).hasSize(2)
			.anySatisfy((text) -> assertThat(text)
				.contains("До 31 декабря 2026 осталось сделать 4 мероприятия: «Мастер-классы для соседей»."));
		morning(LocalDate.of(2027, 1, 1));
		this.reminders.send();
		morning(LocalDate.of(2027, 1, 2));
		this.reminders.send();
		assertThat(letters(one.leader(), "ledger.overdue")).hasSize(2)
			.anySatisfy(
					(text) -> assertThat(text).contains("Срок прошёл 31 декабря 2026, осталось сделать 4 мероприятия"));
		assertThat(letters(one.leader(), "ledger.soon")).hasSize(2);
		assertThat(letters(one.director(), "ledger.soon")).isEmpty();
		assertThat(letters(one.director(), "ledger.overdue")).isEmpty();
		assertThat(letters(one.coordinator(), "ledger.overdue")).isEmpty();
	}

	@Test
	void whoDidItOrWaitsForConfirmationIsNotReminded() {
		AgreementsWorld.Case one = this.world.between(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 12, 31));
		this.facts.settleByEvent(this.world.promise(one, CommitmentKind.EVENTS), Ids.next(), new BigDecimal("4"),
				LocalDate.of(2026, 11, 2), null, one.coordinator());
		this.entries.record(one.leader(), this.world.promise(one, CommitmentKind.CONSULTATIONS),
				LedgerWorld.done(LocalDate.of(2026, 11, 2), "3"), null);
		morning(LocalDate.of(2026, 12, 24));
		this.reminders.send();
		morning(LocalDate.of(2027, 1, 1));
		this.reminders.send();
		assertThat(letters(one.leader(), "ledger.soon")).isEmpty();
		assertThat(letters(one.leader(), "ledger.overdue")).isEmpty();
	}

	@Test
	void manyNodesRemindOnce() throws Exception {
		AgreementsWorld.Case one = this.world.between(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 12, 31));
		morning(LocalDate.of(2026, 12, 30));
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<? extends Future<?>> all = IntStream.range(0, 4)
				.mapToObj((_) -> threads.submit(this.reminders::send))
				.toList();
			for (Future<?> sent : all) {
				sent.get();
			}
		}
		assertThat(letters(one.leader(), "ledger.soon")).hasSize(2);
	}

	@Test
	void nobodyIsRemindedByNight() {
		AgreementsWorld.Case one = this.world.between(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 12, 31));
		// after midnight in Moscow and further east
		this.clock.moveTo(Instant.parse("2026-12-25T21:00:00Z"));
		this.reminders.send();
		assertThat(letters(one.leader(), "ledger.soon")).isEmpty();
	}

	@Test
	void endOfAnAgreementIsWrittenOfFourTimesAndThenThereIsSilence() {
		AgreementsWorld.Case one = this.world.between(FIRST, LocalDate.of(2026, 12, 31));
		Actor bystander = this.accounts.librarian(one.library());
		// 90 days before was a day on which the job did not run
		for (String day : List.of("2026-11-20", "2026-11-21", "2026-12-01", "2026-12-02", "2026-12-24", "2026-12-25",
				"2026-12-31", "2027-01-01", "2027-02-01")) {
			morning(LocalDate.parse(day));
			this.renewals.send();
		}
		assertThat(lettersAbout(one.leader(), one)).hasSize(4);
		assertThat(rolesWrittenTo(one)).containsExactly("COORDINATOR", "NGO_LEADER", "SIGNATORY");
		assertThat(lettersAbout(one.leader(), one).getFirst()).contains("31 декабря 2026, через 41 день");
		assertThat(lettersAbout(one.leader(), one).getLast()).contains("действует последний день");
		assertThat(lettersAbout(bystander, one)).isEmpty();
	}

	@Test
	void afterALongSleepOnlyTheNearestLetterIsSent() {
		AgreementsWorld.Case one = this.world.between(FIRST, LocalDate.of(2027, 6, 30));
		morning(LocalDate.of(2027, 6, 25));
		this.renewals.send();
		this.renewals.send();
		assertThat(lettersAbout(one.leader(), one)).hasSize(1).first().asString().contains("через 5 дней");
	}

	@Test
	void shortAgreementIsNotSaidToEndOnTheDayItBegins() {
		AgreementsWorld.Case one = this.world.between(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 10));
		morning(LocalDate.of(2026, 11, 1));
		this.renewals.send();
		assertThat(lettersAbout(one.leader(), one)).isEmpty();
	}

	@Test
	void terminatedAgreementIsNotWrittenOf() {
		AgreementsWorld.Case one = this.world.between(FIRST, LocalDate.of(2026, 12, 31));
		this.agreements.terminate(one, LocalDate.of(2026, 12, 20));
		morning(LocalDate.of(2026, 12, 1));
		this.renewals.send();
		assertThat(lettersAbout(one.leader(), one)).isEmpty();
	}

	/** Noon in Tyumen, ten o'clock in Moscow. */
	private void morning(LocalDate day) {
		this.clock.moveTo(Instant.parse(day + "T07:00:00Z"));
	}

	private List<String> lettersAbout(Actor actor, AgreementsWorld.Case one) {
		UUID id = one.id();
		return letters(actor, "ledger.ending").stream().filter((text) -> text.contains(id.toString())).toList();
	}

	private List<String> rolesWrittenTo(AgreementsWorld.Case one) {
		return this.jdbc.sql("""
				select distinct g.role from outbox_message m join account a on a.email = m.recipient
				join role_grant g on g.account_id = a.id
				where m.kind = 'ledger.ending' and strpos(m.body_text, ?) > 0 order by g.role
				""").param(one.id().toString()).query(String.class).list();
	}

	private List<String> letters(Actor actor, String kind) {
		return this.jdbc
			.sql("select body_text from outbox_message where recipient = ? and kind = ? order by created_at, id")
			.params(this.accounts.emailOf(actor), kind)
			.query(String.class)
			.list();
	}

}
