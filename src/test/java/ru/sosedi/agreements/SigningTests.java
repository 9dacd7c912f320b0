package ru.sosedi.agreements;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock.MovableClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Representative;
import ru.sosedi.shared.HomeZone;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.AgreementsWorld.Case;
import ru.sosedi.world.CircuitWorld;
import ru.sosedi.world.PartnersWorld;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The simple way and paper, turns, delegation, and when all have signed. */
@PortalTest
class SigningTests {

	@Autowired
	CircuitWorld circuits;

	@Autowired
	AgreementsWorld world;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	PartnersWorld partners;

	@Autowired
	SimpleSigning simple;

	@Autowired
	PaperSigning paper;

	@Autowired
	Signatories signatories;

	@Autowired
	Signatures signatures;

	@Autowired
	FrozenDocuments documents;

	@Autowired
	Delegations delegations;

	@Autowired
	Agreements agreements;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	HomeZone zone;

	@Autowired
	MovableClock clock;

	@AfterEach
	void today() {
		this.clock.reset();
	}

	private Case simple() {
		return this.circuits.frozen(SigningWay.SIMPLE, SigningWay.PAPER);
	}

	private String code(Case one, Actor actor) {
		this.simple.read(actor, one.id());
		this.simple.sendCode(actor, one.id());
		return this.circuits.codeFor(actor);
	}

	private void refused(String key, Runnable act) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(act::run)
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo(key));
	}

	private List<MadeSignature> made(Case one) {
		return this.signatures.of(this.documents.alive(one.id()).orElseThrow().id());
	}

	@Test
	void theSimpleWayKeepsWhoWhenAndWhatWasRead() {
		Case one = simple();
		String code = code(one, one.leader());
		this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, code);
		MadeSignature made = made(one).getFirst();
		assertThat(made.signerName()).isEqualTo("Ирина Сергеевна Добрая");
		assertThat(made.sha256()).isEqualTo(this.documents.alive(one.id()).orElseThrow().sha256());
		assertThat(made.readToEndAt()).isEqualTo(this.clock.instant());
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.PARTLY_SIGNED);
		assertThat(this.jdbc.sql("select count(*) from outbox_message where recipient = ? and kind = 'agreements.code'")
			.param(this.accounts.emailOf(one.leader()))
			.query(Integer.class)
			.single()).as("the used code is gone from the outbox").isZero();
		assertThat(this.circuits.trail(one.id())).endsWith("agreements.signature.read",
				"agreements.signature.code-sent", "agreements.signature.made");
	}

	@Test
	void noCodeBeforeTheTextIsRead() {
		Case one = simple();
		refused("agreements.simple.not-read", () -> this.simple.sendCode(one.leader(), one.id()));
		refused("agreements.simple.not-read",
				() -> this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, "12345678"));
	}

	@Test
	void aWrongPasswordAndAWrongCodeGetOneAnswer() {
		Case one = simple();
		String code = code(one, one.leader());
		refused("agreements.simple.wrong", () -> this.simple.sign(one.leader(), one.id(), "не тот", code));
		refused("agreements.simple.wrong",
				() -> this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, other(code)));
		assertThat(made(one)).isEmpty();
		assertThat(this.circuits.trail(one.id())).contains("agreements.signature.made refused agreements.simple.wrong");
		this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, code);
		assertThat(made(one)).hasSize(1);
	}

	private static String other(String code) {
		return ((code.charAt(0) == '0') ? "1" : "0") + code.substring(1);
	}

	@Test
	void aCodeDiesAfterFiveTriesAndAfterTenMinutes() {
		Case one = simple();
		String code = code(one, one.leader());
		for (int left = 4; left > 0; left--) {
			refused("agreements.simple.wrong",
					() -> this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, other(code)));
		}
		refused("agreements.simple.wrong.last",
				() -> this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, other(code)));
		refused("agreements.simple.code.none",
				() -> this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, code));
		this.clock.advance(Duration.ofMinutes(2));
		this.simple.sendCode(one.leader(), one.id());
		String second = this.circuits.codeFor(one.leader());
		this.clock.advance(Duration.ofMinutes(10));
		refused("agreements.simple.code.none",
				() -> this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, second));
	}

	@Test
	void aNewCodeKillsTheOldOneAndCodesAreCounted() {
		Case one = simple();
		String first = code(one, one.leader());
		refused("agreements.simple.code.soon", () -> this.simple.sendCode(one.leader(), one.id()));
		this.clock.advance(Duration.ofSeconds(61));
		this.simple.sendCode(one.leader(), one.id());
		refused("agreements.simple.wrong",
				() -> this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, first));
		for (int more = 0; more < 3; more++) {
			this.clock.advance(Duration.ofSeconds(61));
			this.simple.sendCode(one.leader(), one.id());
		}
		this.clock.advance(Duration.ofSeconds(61));
		refused("agreements.simple.code.many", () -> this.simple.sendCode(one.leader(), one.id()));
	}

	@Test
	void codesAreKeptAsHashes() {
		Case one = simple();
		String code = code(one, one.leader());
		assertThat(this.jdbc.sql("select c::text from simple_signature_code c where account_id = ?")
			.param(one.leader().accountId())
			.query(String.class)
			.single()).doesNotContain(code);
	}

	@Test
	void onlyWhoMaySignSigns() {
		Case one = simple();
		Actor colleague = this.accounts.ngoLeader(one.ngo());
		refused("agreements.simple.no-mandate", () -> this.simple.read(colleague, one.id()));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.simple.read(one.coordinator(), one.id()));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.simple.read(this.accounts.ngoLeader(UUID.randomUUID()), one.id()));
		refused("agreements.signature.other-way", () -> this.simple.read(one.director(), one.id()));
		assertThat(this.circuits.trail(one.id())).contains(
				"agreements.signature.read refused agreements.simple.no-mandate",
				"agreements.signature.read refused agreements.try.not-theirs");
	}

	@Test
	void withoutAccessionOrAuthorityNobodySignsThatWay() {
		Case one = simple();
		this.jdbc.sql("update simple_signature_accession set ended_on = '2026-11-19' where party_id = ?")
			.param(one.ngo())
			.update();
		refused("agreements.simple.no-accession", () -> this.simple.read(one.leader(), one.id()));
		this.jdbc.sql("update representation set valid_until = '2026-11-19' where party_id = ?")
			.param(one.ngo())
			.update();
		refused("agreements.simple.no-mandate", () -> this.simple.read(one.leader(), one.id()));
	}

	@Test
	void twoSubmitsAtOnceMakeOneSignature() throws Exception {
		Case one = simple();
		String code = code(one, one.leader());
		List<Future<?>> both = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			for (int times = 0; times < 2; times++) {
				both.add(threads.submit(() -> this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, code)));
			}
		}
		int refused = 0;
		for (Future<?> each : both) {
			try {
				each.get();
			}
			catch (ExecutionException ex) {
				assertThat(ex).hasCauseInstanceOf(RefusedException.class);
				refused++;
			}
		}
		assertThat(refused).isEqualTo(1);
		assertThat(made(one)).hasSize(1);
	}

	@Test
	void paperIsRefusedWithoutItsFacts() {
		Case one = this.circuits.frozen();
		UUID signer = this.circuits.chosen(one, one.ngo()).id();
		LocalDate today = this.agreements.today();
		UploadedFile scan = CircuitWorld.scan();
		refused("agreements.paper.day.before-freezing", () -> register(one, signer, today.minusDays(1), "К", scan));
		refused("agreements.paper.day.future", () -> register(one, signer, today.plusDays(1), "К", scan));
		refused("agreements.paper.day.missing", () -> register(one, signer, null, "К", scan));
		refused("agreements.paper.signer.unknown",
				() -> register(one, this.circuits.chosen(one, one.system()).id(), today, "К", scan));
		refused("agreements.paper.keeper.missing", () -> register(one, signer, today, " ", scan));
		refused("partners.scan.kind",
				() -> register(one, signer, today, "К", new UploadedFile("scan.pdf", 4, "text".getBytes())));
		refused("partners.scan.missing", () -> register(one, signer, today, "К", new UploadedFile("", 0, null)));
		refused("partners.scan.heavy",
				() -> register(one, signer, today, "К", new UploadedFile("scan.pdf", 100_000_000, null)));
		assertThat(made(one)).isEmpty();
		assertThat(this.circuits.trail(one.id())).filteredOn((line) -> line.contains("refused")).hasSize(8);
	}

	private void register(Case one, UUID signer, LocalDate day, String keeper, UploadedFile scan) {
		this.paper.register(one.coordinator(), one.id(), one.ngo(), new PaperSigning.Details(signer, day, keeper, null),
				scan);
	}

	@Test
	void signingTwiceIsRefusedByCodeAndByTheDatabase() {
		Case one = this.circuits.frozen();
		this.circuits.signOnPaper(one, one.ngo());
		refused("agreements.signature.already", () -> this.circuits.signOnPaper(one, one.ngo()));
		UUID made = made(one).getFirst().id();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc
			.sql("""
					insert into signature (id, document_id, step_id, party_id, way, signer_name, signer_post, authority, signed_on,
						recorded_at, recorded_by_name, sha256, scan, scan_type, original_keeper)
					select gen_random_uuid(), document_id, step_id, party_id, way, signer_name, signer_post, authority, signed_on,
						recorded_at, recorded_by_name, sha256, scan, scan_type, original_keeper from signature where id = ?
					""")
			.param(made)
			.update());
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.sql("update signature set signer_name = 'X' where id = ?").param(made).update());
	}

	@Test
	void foreignPeopleSignForNobody() {
		Case one = this.circuits.frozen();
		Representative person = this.circuits.chosen(one, one.system());
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.paper.register(one.leader(), one.id(), one.system(),
					new PaperSigning.Details(person.id(), this.agreements.today(), "К", null), CircuitWorld.scan()));
		assertThat(made(one)).isEmpty();
	}

	@Test
	void itComesIntoForceByItselfOnItsFirstDay() {
		LocalDate today = this.agreements.today();
		Case draft = this.world.draft(this.world.template(AgreementKind.PARTNERSHIP), new AgreementTerms("г. Зареченск",
				today.plusDays(10), today.plusYears(1), Prolongation.NONE, null, 30, true, Set.of(), null));
		Case one = this.circuits
			.signed(this.circuits.frozen(this.circuits.agreed(draft), SigningWay.PAPER, SigningWay.PAPER));
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.SIGNED);
		Instant midnight = today.plusDays(10).atStartOfDay(this.zone.homeZone()).toInstant();
		this.clock.moveTo(midnight.minusSeconds(1));
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.SIGNED);
		this.clock.moveTo(midnight);
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.IN_FORCE);
	}

	@Test
	void aDelegateSignsWithinThePeriodAndOnlyUntilItIsRevoked() {
		Case one = simple();
		Actor deputy = this.accounts.ngoLeader(one.ngo());
		Representative to = this.partners.representative(one.ngo(), deputy.accountId());
		LocalDate today = this.agreements.today();
		Delegations.Details details = new Delegations.Details(to.id(), today, today.plusDays(3), "приказ № 5", false);
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.delegations.record(deputy, one.id(), one.ngo(), details));
		this.delegations.record(one.leader(), one.id(), one.ngo(), details);
		this.simple.read(deputy, one.id());
		UUID recorded = this.delegations.of(one.leader(), one.id())
			.stream()
			.filter((delegation) -> delegation.partyId().equals(one.ngo()))
			.findFirst()
			.orElseThrow()
			.id();
		this.clock.advance(Duration.ofDays(4));
		refused("agreements.simple.no-mandate", () -> this.simple.sendCode(deputy, one.id()));
		this.clock.reset();
		this.delegations.revoke(one.leader(), one.id(), recorded);
		refused("agreements.simple.no-mandate", () -> this.simple.sendCode(deputy, one.id()));
		refused("agreements.delegation.revoked-already",
				() -> this.delegations.revoke(one.leader(), one.id(), recorded));
		this.delegations.record(one.leader(), one.id(), one.ngo(), details);
		this.simple.sendCode(deputy, one.id());
		this.simple.sign(deputy, one.id(), AccountsWorld.PASSWORD, this.circuits.codeFor(deputy));
		assertThat(made(one).getFirst().authority()).contains("Устава", "приказ № 5");
	}

	@Test
	void aDelegationNeedsAPeriodABasisAndAColleague() {
		Case one = simple();
		LocalDate today = this.agreements.today();
		UUID to = this.partners.representative(one.ngo()).id();
		UUID foreign = this.circuits.chosen(one, one.system()).id();
		refused("agreements.delegation.to.unknown",
				() -> delegate(one, new Delegations.Details(foreign, today, today, "приказ", false)));
		refused("agreements.delegation.until.early",
				() -> delegate(one, new Delegations.Details(to, today, today.minusDays(1), "приказ", false)));
		refused("agreements.delegation.until.late",
				() -> delegate(one, new Delegations.Details(to, today, today.plusYears(9), "приказ", false)));
		refused("agreements.delegation.basis.missing",
				() -> delegate(one, new Delegations.Details(to, today, today, "", false)));
		refused("agreements.delegation.day.missing",
				() -> delegate(one, new Delegations.Details(to, null, today, "приказ", false)));
	}

	private void delegate(Case one, Delegations.Details details) {
		this.delegations.record(one.leader(), one.id(), one.ngo(), details);
	}

	@Test
	void theWayChangesUntilTheSideHasSigned() {
		Case one = this.circuits.frozen();
		this.signatories.change(one.coordinator(), one.id(), one.ngo(), SigningWay.SIMPLE);
		refused("agreements.signature.other-way", () -> this.circuits.signOnPaper(one, one.ngo()));
		this.signatories.change(one.coordinator(), one.id(), one.ngo(), SigningWay.PAPER);
		this.circuits.signOnPaper(one, one.ngo());
		refused("agreements.signature.already",
				() -> this.signatories.change(one.coordinator(), one.id(), one.ngo(), SigningWay.SIMPLE));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.signatories.change(one.leader(), one.id(), one.ngo(), SigningWay.PAPER));
	}

	@Test
	void threeWaysEndInOneStatus() {
		Case one = simple();
		this.simple.sign(one.leader(), one.id(), AccountsWorld.PASSWORD, code(one, one.leader()));
		this.circuits.signOnPaper(one, one.system());
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.IN_FORCE);
	}

}
