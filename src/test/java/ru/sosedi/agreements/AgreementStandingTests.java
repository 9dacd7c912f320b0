package ru.sosedi.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgreementStandingTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

	@Test
	void draftBecomesKnownWhenItIsSent() {
		assertThat(unsigned(false, false, false, 0).stateOn(FIRST)).isEqualTo(AgreementState.DRAFT);
		assertThat(unsigned(true, false, false, 0).stateOn(FIRST)).isEqualTo(AgreementState.IN_NEGOTIATION);
	}

	@Test
	void missingVisaKeepsItInNegotiation() {
		assertThat(unsigned(true, true, false, 0).stateOn(FIRST)).isEqualTo(AgreementState.IN_NEGOTIATION);
		assertThat(unsigned(true, true, true, 0).stateOn(FIRST)).isEqualTo(AgreementState.AGREED);
	}

	@Test
	void firstSignatureIsSaid() {
		AgreementStanding frozen = new AgreementStanding(UUID.randomUUID(), true, true, true, UUID.randomUUID(), 2, 0,
				null, LAST, false, null, null, false);
		AgreementStanding oneSigned = new AgreementStanding(UUID.randomUUID(), true, true, true, UUID.randomUUID(), 2,
				1, null, LAST, false, null, null, false);
		assertThat(frozen.stateOn(FIRST)).isEqualTo(AgreementState.BEING_SIGNED);
		assertThat(oneSigned.stateOn(FIRST)).isEqualTo(AgreementState.PARTLY_SIGNED);
		assertThat(oneSigned.isInForceOn(FIRST)).isFalse();
	}

	@Test
	void signedAgreementComesIntoForceByItselfAndEnds() {
		AgreementStanding signed = signed(LAST, false, null, false);
		assertThat(signed.stateOn(FIRST.minusDays(1))).isEqualTo(AgreementState.SIGNED);
		assertThat(signed.stateOn(FIRST)).isEqualTo(AgreementState.IN_FORCE);
		assertThat(signed.stateOn(LAST.minusDays(31))).isEqualTo(AgreementState.IN_FORCE);
		assertThat(signed.stateOn(LAST.minusDays(30))).isEqualTo(AgreementState.EXPIRING);
		assertThat(signed.stateOn(LAST)).isEqualTo(AgreementState.EXPIRING);
		assertThat(signed.stateOn(LAST.plusDays(1))).isEqualTo(AgreementState.EXPIRED);
		assertThat(signed.isInForceOn(LAST)).isTrue();
		assertThat(signed.isInForceOn(LAST.plusDays(1))).isFalse();
	}

	@Test
	void whatGoesOnByItselfIsNotExpiring() {
		assertThat(signed(LAST, false, null, true).stateOn(LAST)).isEqualTo(AgreementState.IN_FORCE);
		assertThat(signed(LAST, true, null, true).stateOn(LAST)).isEqualTo(AgreementState.PROLONGED);
	}

	@Test
	void terminationEndsItEarlier() {
		AgreementStanding ended = signed(LAST, false, LocalDate.of(2026, 6, 30), true);
		assertThat(ended.stateOn(LocalDate.of(2026, 6, 30))).isEqualTo(AgreementState.EXPIRING);
		assertThat(ended.stateOn(LocalDate.of(2026, 7, 1))).isEqualTo(AgreementState.TERMINATED);
		assertThat(ended.isInForceOn(LocalDate.of(2026, 7, 1))).isFalse();
	}

	@Test
	void withoutAnEndItGoesOn() {
		assertThat(signed(null, false, null, false).stateOn(LocalDate.of(2099, 1, 1)))
			.isEqualTo(AgreementState.IN_FORCE);
	}

	@Test
	void archiveIsTheLastState() {
		AgreementStanding archived = new AgreementStanding(UUID.randomUUID(), true, true, true, UUID.randomUUID(), 2, 2,
				FIRST, LAST, false, null, Instant.EPOCH, false);
		assertThat(archived.stateOn(LAST)).isEqualTo(AgreementState.ARCHIVED);
	}

	private static AgreementStanding unsigned(boolean sent, boolean circuit, boolean visas, int made) {
		return new AgreementStanding(UUID.randomUUID(), sent, circuit, visas, null, 2, made, null, LAST, false, null,
				null, false);
	}

	private static AgreementStanding signed(LocalDate lastDay, boolean prolonged, LocalDate terminated,
			boolean movesByItself) {
		return new AgreementStanding(UUID.randomUUID(), true, true, true, UUID.randomUUID(), 2, 2, FIRST, lastDay,
				prolonged, terminated, null, movesByItself);
	}

}
