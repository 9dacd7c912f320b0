package ru.sosedi.agreements;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock.MovableClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.AgreementsWorld.Case;
import ru.sosedi.world.CircuitWorld;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class EndingsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

	@Autowired
	AgreementsWorld world;

	@Autowired
	CircuitWorld circuits;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	Endings endings;

	@Autowired
	Prolongations prolongations;

	@Autowired
	Agreements agreements;

	@Autowired
	Drafts drafts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	@AfterEach
	void today() {
		this.clock.reset();
	}

	private void on(LocalDate day) {
		this.clock.moveTo(day.atTime(9, 0).atZone(ZoneId.of("Asia/Yekaterinburg")).toInstant());
	}

	private void refused(String key, Runnable act) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(act::run)
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo(key));
	}

	private Case automatic() {
		return this.world.signed(new AgreementTerms("г. Зареченск", TODAY, LocalDate.of(2027, 1, 31),
				Prolongation.AUTOMATIC, 1, 30, true, Set.of(), null));
	}

	private AgreementState state(Case one) {
		return this.agreements.state(one.id());
	}

	private void terminate(Case one, LocalDate last, LocalDate noticed, UUID by) {
		this.endings.terminate(one.coordinator(), one.id(), new Endings.Termination(last, noticed, by, "Переезд"));
	}

	@Test
	void aSideThatTerminatesKeepsTheTermOfNotice() {
		Case one = this.world.signed();
		refused("agreements.termination.day.early", () -> terminate(one, TODAY.plusDays(29), TODAY, one.ngo()));
		refused("agreements.termination.noticed.future",
				() -> terminate(one, TODAY.plusDays(90), TODAY.plusDays(1), one.ngo()));
		refused("agreements.termination.party.unknown",
				() -> terminate(one, TODAY.plusDays(90), TODAY, UUID.randomUUID()));
		refused("agreements.termination.day.late", () -> terminate(one, TODAY.plusYears(5), TODAY, null));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.endings.terminate(one.leader(),
				one.id(), new Endings.Termination(TODAY.plusDays(40), TODAY, one.ngo(), "Переезд")));
		terminate(one, TODAY.plusDays(30), TODAY, one.ngo());
		refused("agreements.termination.twice", () -> terminate(one, TODAY.plusDays(30), TODAY, null));
		on(TODAY.plusDays(30));
		assertThat(state(one)).isEqualTo(AgreementState.EXPIRING);
		on(TODAY.plusDays(31));
		assertThat(state(one)).isEqualTo(AgreementState.TERMINATED);
	}

	@Test
	void allSidesTogetherNeedNoNotice() {
		Case one = this.world.signed();
		terminate(one, TODAY, TODAY, null);
		on(TODAY.plusDays(1));
		assertThat(state(one)).isEqualTo(AgreementState.TERMINATED);
		refused("agreements.transition.TERMINATION", () -> terminate(one, TODAY, TODAY, null));
	}

	@Test
	void whatIsNotSignedCannotBeTerminatedOrPublished() {
		Case one = this.world.sent();
		refused("agreements.transition.TERMINATION", () -> terminate(one, TODAY, TODAY, null));
		refused("agreements.transition.PUBLICATION", () -> this.endings.publish(one.coordinator(), one.id()));
	}

	@Test
	void itIsProlongedOnItsLastDayOnce() {
		Case one = automatic();
		on(LocalDate.of(2027, 1, 30));
		this.prolongations.run();
		assertThat(this.agreements.standing(one.id()).lastDay()).isEqualTo(LocalDate.of(2027, 1, 31));
		on(LocalDate.of(2027, 1, 31));
		this.prolongations.run();
		this.prolongations.run();
		assertThat(this.agreements.standing(one.id()).lastDay()).isEqualTo(LocalDate.of(2027, 2, 28));
		assertThat(this.circuits.trail(one.id())).filteredOn("agreements.prolongation.made"::equals).hasSize(1);
		assertThat(state(one)).isEqualTo(AgreementState.PROLONGED);
	}

	@Test
	void whatWasMissedIsCaughtUpAndTheThirtyFirstStays() {
		Case one = automatic();
		on(LocalDate.of(2027, 3, 15));
		this.prolongations.run();
		assertThat(this.agreements.standing(one.id()).lastDay()).isEqualTo(LocalDate.of(2027, 3, 31));
		assertThat(this.circuits.trail(one.id())).filteredOn("agreements.prolongation.made"::equals).hasSize(2);
	}

	@Test
	void afterNoticeItIsNotProlonged() {
		Case one = automatic();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.endings.giveNotice(one.leader(), one.id(), one.system(), null));
		this.endings.giveNotice(one.leader(), one.id(), one.ngo(), null);
		refused("agreements.notice.twice", () -> this.endings.giveNotice(one.director(), one.id(), one.system(), null));
		on(LocalDate.of(2027, 1, 31));
		this.prolongations.run();
		assertThat(state(one)).isEqualTo(AgreementState.EXPIRING);
		on(LocalDate.of(2027, 2, 1));
		this.prolongations.run();
		assertThat(state(one)).isEqualTo(AgreementState.EXPIRED);
	}

	@Test
	void noticeComesInTimeOrNotAtAll() {
		Case one = automatic();
		on(LocalDate.of(2027, 1, 2));
		refused("agreements.notice.late", () -> this.endings.giveNotice(one.leader(), one.id(), one.ngo(), null));
		on(LocalDate.of(2027, 1, 1));
		this.endings.giveNotice(one.leader(), one.id(), one.ngo(), null);
		refused("agreements.notice.nothing", () -> {
			Case plain = this.world.signed();
			this.endings.giveNotice(plain.leader(), plain.id(), plain.ngo(), null);
		});
	}

	@Test
	void aTerminatedOneIsNotProlonged() {
		Case one = automatic();
		terminate(one, LocalDate.of(2027, 1, 10), TODAY, null);
		on(LocalDate.of(2027, 1, 31));
		this.prolongations.run();
		assertThat(state(one)).isEqualTo(AgreementState.TERMINATED);
	}

	@Test
	void anAmendmentMovesTheEndOnTheDayItComesIntoForce() {
		Case parent = this.world.signed(new AgreementTerms("г. Зареченск", TODAY, LocalDate.of(2027, 1, 31),
				Prolongation.NONE, null, 30, true, Set.of(), null));
		Case amendment = this.world.amendment(parent);
		this.jdbc.sql("update agreement set starts_on = '2026-12-01', new_parent_end = '2027-12-31' where id = ?")
			.param(amendment.id())
			.update();
		this.world.signed(amendment, null);
		on(LocalDate.of(2026, 11, 30));
		this.prolongations.run();
		assertThat(this.agreements.standing(parent.id()).lastDay()).isEqualTo(LocalDate.of(2027, 1, 31));
		on(LocalDate.of(2026, 12, 1));
		this.prolongations.run();
		this.prolongations.run();
		assertThat(this.agreements.standing(parent.id()).lastDay()).isEqualTo(LocalDate.of(2027, 12, 31));
		assertThat(this.circuits.trail(parent.id())).filteredOn("agreements.prolongation.made"::equals).hasSize(1);
	}

	@Test
	void draftsAndFinishedOnesGoIntoTheArchive() {
		Case draft = this.world.draft();
		refused("agreements.archival.reason.missing", () -> this.endings.archive(draft.coordinator(), draft.id(), ""));
		this.endings.archive(draft.coordinator(), draft.id(), "Передумали");
		assertThat(state(draft)).isEqualTo(AgreementState.ARCHIVED);
		Case signed = this.world.signed();
		refused("agreements.transition.ARCHIVAL",
				() -> this.endings.archive(signed.coordinator(), signed.id(), "Рано"));
		Case frozen = this.circuits.frozen();
		refused("agreements.transition.ARCHIVAL",
				() -> this.endings.archive(frozen.coordinator(), frozen.id(), "Рано"));
	}

	@Test
	void anArchivedCircuitWaitsForNobody() {
		CircuitWorld.Begun begun = this.circuits.begun();
		this.endings.archive(begun.of().coordinator(), begun.of().id(), "Передумали");
		assertThat(this.circuits.steps(begun.of())).isEmpty();
	}

	@Test
	void signedOnesAreByCoordinatorsPublished() {
		Case one = this.world.signed();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.endings.publish(one.leader(), one.id()));
		this.endings.publish(one.coordinator(), one.id());
		assertThat(published(one)).isTrue();
		this.endings.unpublish(one.coordinator(), one.id());
		assertThat(published(one)).isFalse();
	}

	private boolean published(Case one) {
		Actor coordinator = one.coordinator();
		return this.agreements.forReading(coordinator, one.id()).publishedAt() != null;
	}

}
