package ru.sosedi.agreements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock.MovableClock;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.signatures.DocumentDigests;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.AgreementsWorld.Case;
import ru.sosedi.world.CircuitWorld;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class FreezingTests {

	private static final int AT_ONCE = 20;

	@Autowired
	AgreementsWorld world;

	@Autowired
	CircuitWorld circuits;

	@Autowired
	Freezing freezing;

	@Autowired
	FrozenDocuments documents;

	@Autowired
	CircuitDecisions decisions;

	@Autowired
	Agreements agreements;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	@AfterEach
	void today() {
		this.clock.reset();
	}

	@Test
	void frozenBytesHaveBothDigestsAndANumber() {
		Case one = this.circuits.frozen();
		FrozenDocument document = this.documents.alive(one.id()).orElseThrow();
		byte[] pdf = this.documents.pdf(document.id());
		assertThat(new String(Arrays.copyOf(pdf, 5))).isEqualTo("%PDF-");
		assertThat(DocumentDigests.of(pdf)).isEqualTo(new DocumentDigests(document.sha256(), document.streebog256()));
		assertThat(this.agreements.forReading(one.coordinator(), one.id()).number()).matches("\\d+/2026");
		assertThat(this.documents.text(document).missing()).isEmpty();
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.BEING_SIGNED);
	}

	@Test
	void theDatabaseLetsNobodyChangeFrozenBytes() {
		UUID document = this.documents.alive(this.circuits.frozen().id()).orElseThrow().id();
		List.of("update frozen_document set pdf = 'x' where id = ?",
				"update frozen_document set sha256 = repeat('0', 64) where id = ?",
				"update frozen_document set field_values = '{}' where id = ?",
				"delete from frozen_document where id = ?")
			.forEach((statement) -> assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.jdbc.sql(statement).param(document).update())
				.withMessageContaining("frozen document"));
	}

	@Test
	void twentyAtOnceGetNumbersWithoutGapOrDouble() throws Exception {
		List<Case> cases = IntStream.range(0, AT_ONCE).mapToObj((_) -> this.circuits.approved()).toList();
		int before = last();
		List<Future<?>> all = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			cases.forEach((one) -> all.add(threads.submit(() -> this.freezing.freeze(one.coordinator(), one.id()))));
		}
		for (Future<?> one : all) {
			one.get();
		}
		List<Integer> numbers = this.jdbc
			.sql("select number_ordinal from agreement where id = any(?) order by number_ordinal")
			.param(cases.stream().map(Case::id).toArray(UUID[]::new))
			.query(Integer.class)
			.list();
		assertThat(numbers).isEqualTo(IntStream.rangeClosed(before + 1, before + AT_ONCE).boxed().toList());
	}

	private int last() {
		return this.jdbc.sql("select coalesce(max(last), 0) from agreement_counter where scope = '2026'")
			.query(Integer.class)
			.single();
	}

	@Test
	void aRefusedFreezingUsesUpNoNumber() {
		Case one = this.circuits.approved();
		int before = last();
		this.jdbc.sql("update agreement_field set value = '' where agreement_id = ?").param(one.id()).update();
		assertThat(obstacles(one)).containsExactly("agreements.freezing.gaps");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.freezing.freeze(one.coordinator(), one.id()));
		assertThat(last()).isEqualTo(before);
		assertThat(this.documents.alive(one.id())).isEmpty();
	}

	@Test
	void itSaysEverythingThatIsMissingAtOnce() {
		Case one = this.circuits.approved();
		this.jdbc.sql("update agreement_party set representation_id = null where agreement_id = ? and party_id = ?")
			.params(one.id(), one.system())
			.update();
		this.jdbc.sql("update ngo set address = null where id = ?").param(one.ngo()).update();
		this.jdbc.sql("update representation set valid_until = '2026-02-01' where party_id = ?")
			.param(one.ngo())
			.update();
		assertThat(obstacles(one)).containsExactly("agreements.freezing.card", "agreements.freezing.authority",
				"agreements.freezing.nobody");
	}

	@Test
	void theSimpleWayNeedsARecordedAccession() {
		Case one = this.circuits.approved();
		this.jdbc.sql("update agreement_party set way = 'SIMPLE' where agreement_id = ?").param(one.id()).update();
		assertThat(obstacles(one)).isEmpty();
		this.jdbc.sql("update simple_signature_accession set ended_on = '2026-11-19' where party_id = ?")
			.param(one.ngo())
			.update();
		assertThat(obstacles(one)).containsExactly("agreements.freezing.accession");
	}

	private List<String> obstacles(Case one) {
		return this.freezing.obstacles(this.agreements.forReading(one.coordinator(), one.id()))
			.stream()
			.map(Reason::messageKey)
			.toList();
	}

	@Test
	void onlyAfterAllVisasAndOnlyByCoordinators() {
		CircuitWorld.Begun begun = this.circuits.begun();
		assertThat(obstacles(begun.of())).containsExactly("agreements.transition.FREEZING");
		this.decisions.approve(begun.lawyer(), begun.of().id(), begun.visa());
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.freezing.freeze(begun.of().leader(), begun.of().id()));
	}

	@Test
	void aDeclinedSignatureKeepsBytesAndSignaturesAndTheNumberStays() {
		Case one = this.circuits.frozen();
		this.circuits.signOnPaper(one, one.ngo());
		String number = this.agreements.forReading(one.coordinator(), one.id()).number();
		FrozenDocument first = this.documents.alive(one.id()).orElseThrow();
		this.decisions.decline(one.director(), one.id(), this.circuits.step(one, one.system()).id(), "Не тот адрес");
		assertThat(this.documents.alive(one.id())).isEmpty();
		assertThat(this.documents.of(one.id()).getFirst().supersededReason()).isEqualTo("Не тот адрес");
		assertThat(this.documents.pdf(first.id())).isNotEmpty();
		assertThat(this.jdbc.sql("select count(*) from signature where document_id = ?")
			.param(first.id())
			.query(Integer.class)
			.single()).isEqualTo(1);
		this.circuits.agreed(one);
		this.circuits.frozen(one, SigningWay.PAPER, SigningWay.PAPER);
		assertThat(this.agreements.forReading(one.coordinator(), one.id()).number()).isEqualTo(number);
		assertThat(this.documents.alive(one.id()).orElseThrow().code()).isNotEqualTo(first.code());
		assertThat(this.agreements.standing(one.id()).signaturesMade()).isZero();
	}

	@Test
	void whatBelongsToAnotherIsNumberedWithinIt() {
		Case parent = this.circuits.signed(this.circuits.frozen());
		String number = this.agreements.forReading(parent.coordinator(), parent.id()).number();
		Case amendment = this.circuits.frozen(this.circuits.agreed(this.world.amendment(parent)), SigningWay.PAPER,
				SigningWay.PAPER);
		assertThat(this.agreements.forReading(parent.coordinator(), amendment.id()).number()).isEqualTo(number + "-1");
	}

	@Test
	void nothingIsAddedToATerminatedAgreement() {
		Case parent = this.circuits.signed(this.circuits.frozen());
		Case amendment = this.circuits.approved(this.circuits.agreed(this.world.amendment(parent)));
		this.world.terminate(parent, this.agreements.today().minusDays(1));
		assertThat(obstacles(amendment)).containsExactly("agreements.freezing.parent");
	}

}
