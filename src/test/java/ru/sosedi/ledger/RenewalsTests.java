package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementKind;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Cadence;
import ru.sosedi.agreements.Clause;
import ru.sosedi.agreements.ClausePart;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.agreements.Versions;
import ru.sosedi.documents.Markdown;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.LedgerWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class RenewalsTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

	@Autowired
	LedgerWorld world;

	@Autowired
	AgreementsWorld agreementsWorld;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	Renewals renewals;

	@Autowired
	AgreementHealth health;

	@Autowired
	Agreements agreements;

	@Autowired
	Versions versions;

	@Autowired
	Facts facts;

	@Autowired
	JdbcClient jdbc;

	@Test
	void renewalIsADraftForOneMoreTermWithTheResultsOfThisOne() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		this.agreementsWorld.template(AgreementKind.AMENDMENT);
		this.facts.settleByEvent(this.world.promise(one, CommitmentKind.EVENTS), Ids.next(), new BigDecimal("9"),
				LocalDate.of(2026, 11, 2), null, one.coordinator());
		UUID draft = this.renewals.prepare(one.coordinator(), one.id());
		Agreement renewal = this.agreements.forReading(one.coordinator(), draft);
		assertThat(renewal.kind()).isEqualTo(AgreementKind.AMENDMENT);
		assertThat(renewal.parentId()).isEqualTo(one.id());
		assertThat(renewal.terms().newParentEnd()).isEqualTo("2027-12-31");
		assertThat(renewal.side(one.ngo())).isPresent();
		Clause appendix = clauses(draft).getLast();
		assertThat(appendix.part()).isEqualTo(ClausePart.APPENDIX);
		assertThat(appendix.heading()).isEqualTo("Итоги срока с 1 января 2026 по 20 ноября 2026 г.");
		assertThat(appendix.body()).contains("Мастер-классы для соседей, мероприятия | 16 | 9 |");
		assertThat(Markdown.toHtml(appendix.body())).contains("<table>", "<td>2.1</td>");
	}

	@Test
	void secondClickOpensTheSameDraft() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID draft = this.renewals.prepare(one.coordinator(), one.id());
		assertThat(this.renewals.prepare(this.accounts.coordinator(), one.id())).isEqualTo(draft);
	}

	@Test
	void wordsOfPeopleAreNoMarkupInTheAppendix() {
		AgreementsWorld.Case one = this.world.draft(FIRST, LAST);
		this.agreementsWorld.promise(one, CommitmentKind.OTHER, "Стенд | {{number}} <b>**жирно**</b>", "1",
				Cadence.MONTH, null);
		this.agreementsWorld.signed(one, FIRST);
		UUID draft = this.renewals.prepare(one.coordinator(), one.id());
		String html = Markdown.toHtml(clauses(draft).getLast().body());
		assertThat(html).doesNotContain("<b>", "<strong>");
		assertThat(html).contains("Стенд | ");
	}

	@Test
	void manyPromisesFitIntoTheAppendix() {
		AgreementsWorld.Case one = this.world.draft(FIRST, LAST);
		for (int i = 0; i < 60; i++) {
			this.agreementsWorld.promise(one, CommitmentKind.OTHER, "Очень длинное обещание " + "я".repeat(250), "1",
					Cadence.MONTH, null);
		}
		this.agreementsWorld.signed(one, FIRST);
		UUID draft = this.renewals.prepare(one.coordinator(), one.id());
		assertThat(clauses(draft).getLast().body()).contains("И другие обязательства:");
	}

	@Test
	void whatIsOverOrEndlessCannotBeRenewed() {
		AgreementsWorld.Case over = this.world.between(FIRST, LocalDate.of(2026, 11, 8));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.renewals.prepare(over.coordinator(), over.id()));
		AgreementsWorld.Case endless = this.world.between(FIRST, null);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.renewals.prepare(endless.coordinator(), endless.id()));
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.renewals.prepare(one.leader(), one.id()));
	}

	@Test
	void markStaysUntilTheAgreementIsRenewedOrPutAway() {
		AgreementsWorld.Case over = this.world.between(FIRST, LocalDate.of(2026, 11, 8));
		AgreementHealth.Mark mark = mark(over.leader(), over);
		assertThat(mark.isOver()).isTrue();
		assertThat(mark.daysAgo()).isEqualTo(12);
		assertThat(mark.messageKey()).isEqualTo("ledger.health.over.alone");
		AgreementsWorld.Case soon = this.world.between(FIRST, LAST);
		assertThat(mark(soon.coordinator(), soon).messageKey()).isEqualTo("ledger.health.soon.alone");
		UUID draft = this.renewals.prepare(soon.coordinator(), soon.id());
		assertThat(mark(soon.coordinator(), soon).renewalId()).isEqualTo(draft);
		assertThat(this.health.of(this.accounts.ngoLeader(Ids.next()))).isEmpty();
		this.jdbc
			.sql("""
					insert into agreement_archival (agreement_id, reason, at, by_name) values (?, 'Закончилось', now(), 'Test')
					""")
			.param(over.id())
			.update();
		assertThat(mark(over.leader(), over)).isNull();
	}

	@Test
	void distantEndAndTerminationAreNotMarked() {
		AgreementsWorld.Case distant = this.world.between(FIRST, LocalDate.of(2027, 12, 31));
		assertThat(mark(distant.leader(), distant)).isNull();
		AgreementsWorld.Case terminated = this.world.between(FIRST, LAST);
		this.agreementsWorld.terminate(terminated, LocalDate.of(2026, 11, 30));
		assertThat(mark(terminated.leader(), terminated)).isNull();
	}

	private AgreementHealth.Mark mark(Actor actor, AgreementsWorld.Case one) {
		return this.health.of(actor)
			.stream()
			.filter((mark) -> mark.agreementId().equals(one.id()))
			.findFirst()
			.orElse(null);
	}

	private List<Clause> clauses(UUID agreement) {
		return this.versions.clauses(this.versions.open(agreement).orElseThrow().id());
	}

}
