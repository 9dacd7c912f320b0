package ru.sosedi.agreements;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
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
class CircuitTests {

	@Autowired
	AgreementsWorld world;

	@Autowired
	CircuitWorld circuits;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	Circuit circuit;

	@Autowired
	CircuitDecisions decisions;

	@Autowired
	Freezing freezing;

	@Autowired
	Versions versions;

	@Autowired
	Agreements agreements;

	@Autowired
	JdbcClient jdbc;

	Actor coordinator;

	@BeforeEach
	void someCoordinator() {
		this.coordinator = this.accounts.coordinator();
	}

	@Test
	void beginsOnlyWhenAllSidesAgree() {
		Case sent = this.world.sent();
		assertThat(this.circuit.obstacles(sent.id())).extracting(Reason::messageKey)
			.containsExactly("agreements.begin.no-consent");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.circuit.begin(this.coordinator, sent.id(), Map.of()));
		assertThat(this.circuit.of(sent.id())).isEmpty();
	}

	@Test
	void onlyCoordinatorsBeginIt() {
		Case one = this.circuits.agreed();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.circuit.begin(one.leader(), one.id(), Map.of()));
	}

	@Test
	void aVisaNeedsSomebodyWhoMayGiveIt() {
		Case one = this.circuits.agreed();
		UUID stranger = this.accounts.ngoLeader(UUID.randomUUID()).accountId();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.circuit.begin(this.coordinator, one.id(), Map.of(1, stranger)))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("visas[1]"));
		assertThat(this.circuit.of(one.id())).isEmpty();
	}

	@Test
	void withoutATemplateAllSidesSignAtOnce() {
		Case one = this.circuits.agreed();
		this.jdbc.sql("update agreement set template_id = null where id = ?").param(one.id()).update();
		List<Circuit.Planned> planned = this.circuit.planned(this.agreements.forReading(this.coordinator, one.id()));
		assertThat(planned).allMatch((step) -> step.kind() == StepKind.SIGNATURE && step.stage() == 1).hasSize(2);
		this.circuit.begin(this.coordinator, one.id(), Map.of());
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.AGREED);
	}

	@Test
	void editingTheTemplateTouchesNoRunningCircuit() {
		CircuitWorld.Begun begun = this.circuits.begun();
		this.jdbc
			.sql("""
					update template_step set title = 'Другой' where template_id = (select template_id from agreement where id = ?)
					""")
			.param(begun.of().id())
			.update();
		assertThat(this.circuits.steps(begun.of())).extracting(CircuitStep::title).doesNotContain("Другой");
	}

	@Test
	void stagesComeOneAfterTheOther() {
		UUID template = this.world.template(AgreementKind.PARTNERSHIP);
		this.jdbc.sql("update template_step set stage = stage + 1 where template_id = ? and kind = 'SIGNATURE'")
			.param(template)
			.update();
		this.jdbc.sql("update template_step set stage = 4 where template_id = ? and side = 2").param(template).update();
		this.jdbc
			.sql("""
					insert into template_step (template_id, position, stage, kind, title) values (?, 9, 2, 'VISA', 'Учредитель')
					""")
			.param(template)
			.update();
		Case one = this.world.draft(template);
		this.jdbc.sql("update agreement_field set value = 'Да' where agreement_id = ?").param(one.id()).update();
		this.jdbc.sql("update agreement_version set closed_at = now() where agreement_id = ?").param(one.id()).update();
		this.world.agree(one);
		Actor lawyer = this.accounts.methodologist();
		Actor founder = this.accounts.methodologist();
		this.circuit.begin(this.coordinator, one.id(), Map.of(1, lawyer.accountId(), 2, founder.accountId()));
		assertThat(open(one)).containsExactly("Юрист");
		assertThat(letters(founder, "agreements.visa")).isZero();
		UUID second = this.circuits.steps(one).get(1).id();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.decisions.approve(founder, one.id(), second))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("agreements.circuit.not-yet.step"));
		this.decisions.approve(lawyer, one.id(), this.circuits.steps(one).getFirst().id());
		assertThat(open(one)).containsExactly("Учредитель");
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.IN_NEGOTIATION);
		this.decisions.approve(founder, one.id(), second);
		assertThat(open(one)).isEmpty();
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.AGREED);
		this.freezing.freeze(this.coordinator, one.id());
		assertThat(open(one)).containsExactly("Подпись НКО");
		assertThat(letters(one.director(), "agreements.signature")).isZero();
		this.circuits.signOnPaper(one, one.ngo());
		assertThat(open(one)).containsExactly("Подпись библиотеки");
	}

	private List<String> open(Case one) {
		return this.circuits.steps(one).stream().filter(CircuitStep::isOpen).map(CircuitStep::title).toList();
	}

	@Test
	void aVisaByTheWrongPersonIsRefusedAndStandsInTheTrail() {
		CircuitWorld.Begun begun = this.circuits.begun();
		for (Actor wrong : List.of(this.accounts.methodologist(), begun.of().coordinator(), begun.of().leader())) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> this.decisions.approve(wrong, begun.of().id(), begun.visa()))
				.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("agreements.circuit.not-asked"));
		}
		assertThat(this.circuits.steps(begun.of()).getFirst().decision()).isNull();
		assertThat(this.circuits.trail(begun.of().id()))
			.filteredOn("agreements.visa.given refused agreements.circuit.not-asked"::equals)
			.hasSize(3);
	}

	@Test
	void aVisaIsGivenOnce() {
		CircuitWorld.Begun begun = this.circuits.begun();
		this.decisions.approve(begun.lawyer(), begun.of().id(), begun.visa());
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.decisions.approve(begun.lawyer(), begun.of().id(), begun.visa()))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("agreements.circuit.decided"));
	}

	@Test
	void aDeclinedVisaReturnsToDraftingWithItsReason() {
		CircuitWorld.Begun begun = this.circuits.begun();
		Case one = begun.of();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.decisions.decline(begun.lawyer(), one.id(), begun.visa(), "  "))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("reason"));
		this.decisions.decline(begun.lawyer(), one.id(), begun.visa(), "Срок слишком длинный");
		assertThat(this.circuit.of(one.id())).isEmpty();
		assertThat(this.circuit.former(one.id())).extracting(CircuitStep::reason).contains("Срок слишком длинный");
		assertThat(this.versions.open(one.id()))
			.hasValueSatisfying((version) -> assertThat(version.note()).isEqualTo("Срок слишком длинный"));
		assertThat(this.agreements.forReading(one.coordinator(), one.id()).pen()).isNull();
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.IN_NEGOTIATION);
		assertThat(letters(one.coordinator(), "agreements.declined")).isEqualTo(1);
		assertThat(letters(one.leader(), "agreements.declined")).isZero();
	}

	@Test
	void lettersGoToThoseWhoAreWaitedForNext() {
		CircuitWorld.Begun begun = this.circuits.begun();
		Case one = begun.of();
		assertThat(letters(begun.lawyer(), "agreements.visa")).isEqualTo(1);
		assertThat(letters(one.leader(), "agreements.signature")).isZero();
		this.decisions.approve(begun.lawyer(), one.id(), begun.visa());
		assertThat(letters(one.coordinator(), "agreements.agreed")).isEqualTo(1);
		this.freezing.freeze(one.coordinator(), one.id());
		assertThat(letters(one.leader(), "agreements.signature")).isEqualTo(1);
		assertThat(letters(begun.lawyer(), "agreements.signature")).isZero();
	}

	private int letters(Actor to, String kind) {
		return this.jdbc.sql("select count(*) from outbox_message where recipient = ? and kind = ?")
			.params(this.accounts.emailOf(to), kind)
			.query(Integer.class)
			.single();
	}

}
