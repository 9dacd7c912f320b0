package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.LedgerWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class FactsTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

	private static final LocalDate DAY = LocalDate.of(2026, 11, 12);

	@Autowired
	LedgerWorld world;

	@Autowired
	AgreementsWorld agreementsWorld;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	NetworkWorld network;

	@Autowired
	Facts facts;

	@Autowired
	FactEntries entries;

	@Autowired
	FactAnswers answers;

	@Autowired
	FactList list;

	@Autowired
	Ledger ledger;

	@Autowired
	JdbcClient jdbc;

	@Test
	void closedEventSettlesItsPartOnce() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.EVENTS);
		UUID date = Ids.next();
		assertThat(this.facts.settleByEvent(promise, date, BigDecimal.ONE, DAY, one.centre(), one.coordinator()))
			.isTrue();
		assertThat(this.facts.settleByEvent(promise, date, BigDecimal.ONE, DAY, one.centre(), one.coordinator()))
			.isTrue();
		assertThat(done(one, promise)).isEqualByComparingTo("1");
		assertThat(acts(one, "ledger.fact.settled")).isEqualTo(1);
		this.facts.settleByEvent(promise, date, new BigDecimal("2"), DAY, one.centre(), one.coordinator());
		assertThat(done(one, promise)).isEqualByComparingTo("2");
	}

	@Test
	void manyNodesSettleOneEventOnce() throws Exception {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.EVENTS);
		UUID date = Ids.next();
		atOnce(6, () -> this.facts.settleByEvent(promise, date, BigDecimal.ONE, DAY, null, one.coordinator()));
		assertThat(done(one, promise)).isEqualByComparingTo("1");
		assertThat(acts(one, "ledger.fact.settled")).isEqualTo(1);
	}

	@Test
	void eventOpenedAgainDoesNotCountUntilItIsClosedAnew() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.EVENTS);
		UUID date = Ids.next();
		this.facts.settleByEvent(promise, date, BigDecimal.ONE, DAY, null, one.coordinator());
		this.facts.withdrawEvent(promise, date, one.coordinator());
		this.facts.withdrawEvent(promise, date, one.coordinator());
		assertThat(done(one, promise)).isZero();
		this.facts.settleByEvent(promise, date, BigDecimal.ONE, DAY, null, one.coordinator());
		assertThat(done(one, promise)).isEqualByComparingTo("1");
	}

	@Test
	void eventOutsideOfTheTermDoesNotCount() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.EVENTS);
		assertThat(this.facts.settleByEvent(promise, Ids.next(), BigDecimal.ONE, FIRST.minusDays(1), null,
				one.coordinator()))
			.isFalse();
		this.agreementsWorld.terminate(one, DAY.minusDays(1));
		assertThat(this.facts.settleByEvent(promise, Ids.next(), BigDecimal.ONE, DAY, null, one.coordinator()))
			.isFalse();
		assertThat(done(one, promise)).isZero();
	}

	@Test
	void factThatACoordinatorWithdrewStaysWithdrawnWhenTheEventIsClosedAnew() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.EVENTS);
		UUID date = Ids.next();
		this.facts.settleByEvent(promise, date, BigDecimal.ONE, DAY, null, one.director());
		this.answers.withdraw(one.coordinator(), this.list.of(one.coordinator(), promise, null).getFirst().id(),
				"Мероприятие другого соглашения");
		assertThat(this.facts.settleByEvent(promise, date, BigDecimal.ONE, DAY, null, one.director())).isFalse();
		assertThat(done(one, promise)).isZero();
	}

	@Test
	void entryCountsWhenTheOtherSideConfirmsIt() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		UUID fact = this.entries.record(one.leader(), promise, LedgerWorld.done(DAY, "3"), null);
		assertThat(done(one, promise)).isZero();
		assertThat(this.ledger.get(one.leader(), promise).progress().unconfirmed()).isEqualByComparingTo("3");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.answers.confirm(one.leader(), fact));
		this.answers.confirm(one.director(), fact);
		assertThat(done(one, promise)).isEqualByComparingTo("3");
	}

	@Test
	void twoConfirmationsAtOnceAreOne() throws Exception {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		UUID fact = this.entries.record(one.leader(), promise, LedgerWorld.done(DAY, "3"), null);
		atOnce(4, () -> this.answers.confirm(one.director(), fact));
		assertThat(acts(one, "ledger.fact.confirmed")).isEqualTo(1);
		assertThat(done(one, promise)).isEqualByComparingTo("3");
	}

	@Test
	void disputeTakesTheFactOutOfTheSumAndStaysVisible() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.EVENTS);
		this.facts.settleByEvent(promise, Ids.next(), BigDecimal.ONE, DAY, null, one.coordinator());
		UUID fact = this.list.of(one.director(), promise, null).getFirst().id();
		this.answers.dispute(one.director(), fact, "Никто не пришёл");
		assertThat(done(one, promise)).isZero();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.answers.dispute(one.director(), fact, "Ещё раз"));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.answers.withdrawDispute(one.leader(), fact));
		this.answers.withdrawDispute(one.director(), fact);
		assertThat(done(one, promise)).isEqualByComparingTo("1");
		Fact shown = this.list.of(one.leader(), promise, null).getFirst();
		assertThat(shown.disputes()).extracting((dispute) -> dispute.said().reason())
			.containsExactly("Никто не пришёл");
		assertThat(shown.disputes().getFirst().answer()).isEqualTo(Fact.Answer.DISPUTE_WITHDRAWN);
	}

	@Test
	void withdrawalAndConfirmationAnswerADispute() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		UUID withdrawn = this.entries.record(one.leader(), promise, LedgerWorld.done(DAY, "3"), null);
		this.answers.dispute(one.director(), withdrawn, "Не было");
		this.answers.withdraw(one.leader(), withdrawn, "Ошиблись днём");
		UUID confirmed = this.entries.record(one.leader(), promise, LedgerWorld.done(DAY, "2"), null);
		this.answers.dispute(one.director(), confirmed, "Сколько?");
		this.answers.confirm(one.director(), confirmed);
		assertThat(done(one, promise)).isEqualByComparingTo("2");
		assertThat(this.list.of(one.leader(), promise, null)).extracting((fact) -> fact.disputes().getFirst().answer())
			.containsExactlyInAnyOrder(Fact.Answer.FACT_WITHDRAWN, Fact.Answer.CONFIRMED);
	}

	@Test
	void librarianOfTheCentreRecordsAndTheNgoAnswers() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		Actor librarian = this.accounts.librarian(one.library());
		UUID fact = this.entries.record(librarian, promise, LedgerWorld.done(DAY, "1"), null);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.answers.confirm(one.director(), fact));
		this.answers.confirm(one.leader(), fact);
		assertThat(done(one, promise)).isEqualByComparingTo("1");
	}

	@Test
	void nobodyElseSeesOrRecords() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		Actor elsewhere = this.accounts.librarian(this.network.library("Другая библиотека").id());
		Actor stranger = this.accounts.ngoLeader(Ids.next());
		for (Actor actor : List.of(elsewhere, stranger)) {
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.ledger.get(actor, promise));
			assertThatExceptionOfType(NotFoundException.class)
				.isThrownBy(() -> this.entries.record(actor, promise, LedgerWorld.done(DAY, "1"), null));
		}
		Actor methodologist = this.accounts.methodologist();
		assertThat(this.ledger.get(methodologist, promise).promised().id()).isEqualTo(promise);
		for (Actor reader : List.of(methodologist, one.director())) {
			assertThatExceptionOfType(NotFoundException.class)
				.isThrownBy(() -> this.entries.record(reader, promise, LedgerWorld.done(DAY, "1"), null));
		}
	}

	@Test
	void factOutsideOfTheTermInTheFutureOrElsewhereIsRefused() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		refused("day",
				() -> this.entries.record(one.leader(), promise, LedgerWorld.done(FIRST.minusDays(1), "1"), null));
		refused("day", () -> this.entries.record(one.leader(), promise,
				LedgerWorld.done(LocalDate.of(2026, 11, 21), "1"), null));
		UUID elsewhere = this.network.openCentre("Центр без соглашения").id();
		refused("centreId", () -> this.entries.record(one.leader(), promise,
				new FactDetails(BigDecimal.ONE, DAY, elsewhere, "Было", "https://a.example"), null));
		refused("file", () -> this.entries.record(one.leader(), promise,
				new FactDetails(BigDecimal.ONE, DAY, null, "Было", null), null));
		assertThat(this.list.of(one.leader(), promise, null)).isEmpty();
	}

	@Test
	void hostileNumbersLinksAndFilesAreRefused() {
		for (String amount : List.of("0", "-1", "1.25", "100000")) {
			refused("amount", () -> new FactDetails(new BigDecimal(amount), DAY, null, "Было", null));
		}
		for (String link : List.of("javascript:alert(1)", "ftp://a.example", "https://user:word@a.example", "a.example",
				"https:///x", "https://" + "a".repeat(1000))) {
			refused("link", () -> new FactDetails(BigDecimal.ONE, DAY, null, "Было", link));
		}
		refused("words", () -> new FactDetails(BigDecimal.ONE, DAY, null, " \u0000 ", null));
		refused("words", () -> new FactDetails(BigDecimal.ONE, DAY, null, "я".repeat(1001), null));
		refused("file", () -> Evidence.of("akt.pdf", "<html><script>".getBytes()));
		refused("file", () -> Evidence.of("akt.docx", new byte[] { 'P', 'K', 3, 4, 0, 0, 0, 0 }));
		refused("file", () -> Evidence.of("akt.pdf", new byte[Evidence.MOST_BYTES + 1]));
		assertThat(Evidence.of("C:\\тайное\\akt.exe", PartnersWorld.pdf()))
			.satisfies((evidence) -> assertThat(evidence.name()).isEqualTo("akt.exe"))
			.satisfies((evidence) -> assertThat(evidence.kind()).isEqualTo("application/pdf"));
	}

	@Test
	void amendmentThatRemovesTheClauseEndsThePromise() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		AgreementsWorld.Case amendment = this.agreementsWorld.amendment(one);
		this.jdbc.sql("""
				update agreement_clause set amends = 'REMOVE', amends_key = ? where clause_key = ?
				""").params(one.clauseKeys().get(4), amendment.clauseKeys().get(1)).update();
		this.agreementsWorld.signed(amendment, null);
		assertThat(this.ledger.get(one.leader(), promise).promised().term().endedOn())
			.isEqualTo(LocalDate.of(2026, 11, 19));
	}

	private BigDecimal done(AgreementsWorld.Case one, UUID promise) {
		return this.ledger.get(one.coordinator(), promise).progress().done();
	}

	private int acts(AgreementsWorld.Case one, String action) {
		return this.jdbc.sql("select count(*) from agreement_act where agreement_id = ? and action = ?")
			.params(one.id(), action)
			.query(Integer.class)
			.single();
	}

	private static void refused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(act)
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo(field));
	}

	private static void atOnce(int times, Callable<?> act) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
			List<? extends Future<?>> all = IntStream.range(0, times).mapToObj((_) -> threads.submit(act)).toList();
			for (Future<?> one : all) {
				one.get();
			}
		}
	}

}
