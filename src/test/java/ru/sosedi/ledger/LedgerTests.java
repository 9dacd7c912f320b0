package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Cadence;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.shared.Ids;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.LedgerWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class LedgerTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

	@Autowired
	LedgerWorld world;

	@Autowired
	AgreementsWorld agreements;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	Ledger ledger;

	@Autowired
	LedgerChart charts;

	@Autowired
	LedgerSummary summary;

	@Autowired
	LedgerDesk desk;

	@Autowired
	Facts facts;

	@Test
	void lineSaysTheClauseTheSidesAndHowItStands() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.EVENTS);
		held(one, promise, 10);
		LedgerLine line = this.ledger.get(one.leader(), promise);
		assertThat(line.clause()).isEqualTo("2.1");
		assertThat(line.promised().byParty()).isEqualTo(one.ngo());
		assertThat(line.promised().toName()).isEqualTo("ЦБС Зареченска");
		// three quarters are over
		assertThat(line.progress().promised()).isEqualByComparingTo("12");
		assertThat(line.progress().overdue()).isEqualByComparingTo("2");
		assertThat(line.progress().total()).isEqualByComparingTo("16");
	}

	@Test
	void listIsFilteredByWhatItIsAskedFor() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID events = this.world.promise(one, CommitmentKind.EVENTS);
		UUID consultations = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		assertThat(ids(one.leader(), LedgerFilter.ALL)).containsExactly(events, consultations);
		assertThat(ids(one.coordinator(), filter(one, null, null, null, null))).containsExactly(events, consultations);
		assertThat(ids(one.coordinator(), filter(one, CommitmentKind.EVENTS, null, null, null)))
			.containsExactly(events);
		assertThat(ids(one.coordinator(), filter(one, null, ProgressState.BEHIND, null, null))).containsExactly(events);
		assertThat(ids(one.coordinator(), filter(one, null, ProgressState.ON_TIME, null, null)))
			.containsExactly(consultations);
		assertThat(ids(one.coordinator(), filter(one, null, null, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31))))
			.containsExactly(events);
		assertThat(ids(one.coordinator(), new LedgerFilter(null, one.id(), Ids.next(), null, null, null, null)))
			.isEmpty();
		assertThat(ids(one.coordinator(), new LedgerFilter(null, one.id(), one.centre(), null, null, null, null)))
			.hasSize(2);
	}

	@Test
	void periodOfTheFilterCountsOnlyItsDays() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID events = this.world.promise(one, CommitmentKind.EVENTS);
		held(one, events, 3);
		LedgerFilter first = filter(one, CommitmentKind.EVENTS, null, FIRST, LocalDate.of(2026, 6, 30));
		Progress progress = this.ledger.list(one.coordinator(), first, null).lines().getFirst().progress();
		assertThat(progress.promised()).isEqualByComparingTo("8");
		assertThat(progress.done()).isEqualByComparingTo("0");
	}

	@Test
	void unsignedAgreementPromisesNothingYet() {
		AgreementsWorld.Case one = this.world.draft(FIRST, LAST);
		this.agreements.promise(one, CommitmentKind.POSTS, "Анонсы", "1", Cadence.MONTH, null);
		assertThat(this.ledger.ofAgreement(one.coordinator(), one.id())).isEmpty();
		this.agreements.signed(one, LocalDate.of(2026, 11, 21));
		assertThat(this.ledger.ofAgreement(one.coordinator(), one.id())).isEmpty();
	}

	@Test
	void longListGoesByKeyWithoutRepeatsAndGaps() {
		AgreementsWorld.Case one = this.world.draft(FIRST, LAST);
		for (int i = 0; i < Ledger.PAGE + 5; i++) {
			this.agreements.promise(one, CommitmentKind.POSTS, "Анонс " + i, "1", Cadence.MONTH, null);
		}
		this.agreements.signed(one, FIRST);
		Ledger.Page page = this.ledger.list(one.leader(), LedgerFilter.ALL, null);
		assertThat(page.lines()).hasSize(Ledger.PAGE);
		Ledger.Page rest = this.ledger.list(one.leader(), LedgerFilter.ALL, page.next());
		assertThat(rest.lines()).extracting((line) -> line.promised().what())
			.containsExactly("Анонс 30", "Анонс 31", "Анонс 32", "Анонс 33", "Анонс 34");
		assertThat(rest.next()).isNull();
		assertThat(this.ledger.export(one.leader(), LedgerFilter.ALL)).hasSize(Ledger.PAGE + 5);
	}

	@Test
	void chartAddsUpWhatWasPromisedAndDone() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID events = this.world.promise(one, CommitmentKind.EVENTS);
		held(one, events, 3);
		LedgerChart.Chart chart = this.charts.of(one.leader(), LedgerFilter.ALL, CommitmentKind.EVENTS);
		assertThat(chart.months()).isEqualTo(1);
		assertThat(chart.steps()).hasSize(11);
		assertThat(chart.steps().get(1).promised()).isEqualByComparingTo("0");
		assertThat(chart.steps().get(2).promised()).isEqualByComparingTo("4");
		assertThat(chart.steps().getLast().promised()).isEqualByComparingTo("12");
		assertThat(chart.steps().get(9).done()).isEqualByComparingTo("0");
		assertThat(chart.steps().getLast().done()).isEqualByComparingTo("3");
	}

	@Test
	void longTermIsDrawnByQuarters() {
		AgreementsWorld.Case one = this.world.between(LocalDate.of(2023, 2, 1), LAST);
		LedgerChart.Chart chart = this.charts.of(one.leader(), LedgerFilter.ALL, CommitmentKind.EVENTS);
		assertThat(chart.months()).isEqualTo(3);
		assertThat(chart.steps().getFirst().from()).isEqualTo("2023-01-01");
	}

	@Test
	void summaryIsBySideAndKind() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		held(one, this.world.promise(one, CommitmentKind.EVENTS), 5);
		assertThat(this.summary.ofAgreement(one.id())).extracting(LedgerSummary.Sum::kind)
			.containsExactly(CommitmentKind.EVENTS, CommitmentKind.CONSULTATIONS);
		LedgerSummary.Sum events = this.summary.ofAgreement(one.id()).getFirst();
		assertThat(events.role()).isEqualTo("НКО");
		assertThat(events.promised()).isEqualByComparingTo("12");
		assertThat(events.done()).isEqualByComparingTo("5");
	}

	@Test
	void deskShowsToASideOnlyWhatItOwes() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID events = this.world.promise(one, CommitmentKind.EVENTS);
		assertThat(this.desk.behind(one.leader(), 5)).extracting((line) -> line.promised().id())
			.containsExactly(events);
		assertThat(this.desk.behind(one.director(), 5)).isEmpty();
		assertThat(this.desk.behind(this.accounts.librarian(one.library()), 50))
			.extracting((line) -> line.promised().id())
			.contains(events);
	}

	private void held(AgreementsWorld.Case one, UUID promise, int times) {
		for (int i = 0; i < times; i++) {
			this.facts.settleByEvent(promise, Ids.next(), BigDecimal.ONE, LocalDate.of(2026, 11, 1 + i), one.centre(),
					one.coordinator());
		}
	}

	private static LedgerFilter filter(AgreementsWorld.Case one, CommitmentKind kind, ProgressState state,
			LocalDate from, LocalDate to) {
		return new LedgerFilter(one.ngo(), null, null, kind, state, from, to);
	}

	private List<UUID> ids(Actor actor, LedgerFilter filter) {
		return this.ledger.list(actor, filter, null).lines().stream().map((line) -> line.promised().id()).toList();
	}

}
