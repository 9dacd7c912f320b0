package ru.sosedi.agreements;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class NegotiationTests {

	@Autowired
	AgreementsWorld world;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	PartnersWorld partners;

	@Autowired
	Agreements agreements;

	@Autowired
	Negotiation negotiation;

	@Autowired
	ClauseWriting writing;

	@Autowired
	Remarks remarks;

	@Autowired
	Versions versions;

	@Autowired
	Drafts drafts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@Test
	void draftBecomesVisibleToItsSidesWhenItIsSent() {
		AgreementsWorld.Case one = this.world.draft();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.agreements.forReading(one.leader(), one.id()));
		this.negotiation.send(one.coordinator(), one.id(), one.ngo(), "Первая редакция");
		assertThat(this.agreements.forReading(one.leader(), one.id()).pen()).isEqualTo(one.ngo());
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.IN_NEGOTIATION);
		assertThat(letters("agreements.sent", this.accounts.emailOf(one.leader()))).isEqualTo(1);
	}

	@Test
	void sideWritesANewVersionAndGivesItBack() {
		AgreementsWorld.Case one = this.world.sent();
		UUID key = one.clauseKeys().get(4);
		this.writing.change(one.leader(), one.id(), key,
				new ClauseWords(ClausePart.CLAUSE, "", "НКО проводит четыре мастер-класса в квартал."), 0);
		this.negotiation.giveBack(one.leader(), one.id(), "Уточнили число");
		List<Versions.Round> rounds = this.versions.of(one.id());
		assertThat(rounds).extracting(Versions.Round::number).containsExactly(2, 1);
		assertThat(rounds.getFirst().note()).isEqualTo("Уточнили число");
		assertThat(rounds.getFirst().partyId()).isEqualTo(one.ngo());
		assertThat(rounds.getFirst().isOpen()).isFalse();
		assertThat(this.versions.clauses(rounds.getFirst().id())).extracting(Clause::key)
			.containsExactlyElementsOf(one.clauseKeys());
		assertThat(letters("agreements.returned", this.accounts.emailOf(one.coordinator()))).isEqualTo(1);
	}

	@Test
	void sideThatChangedNothingLeavesNoVersion() {
		AgreementsWorld.Case one = this.world.sent();
		this.negotiation.giveBack(one.leader(), one.id(), "Нам надо подумать");
		assertThat(this.versions.of(one.id())).hasSize(1);
		assertThat(this.agreements.forReading(one.leader(), one.id()).pen()).isNull();
	}

	@Test
	void circuitWaitsForEveryConsentAndEveryRemark() {
		AgreementsWorld.Case one = this.world.sent();
		assertThat(keys(one)).containsExactly("agreements.begin.no-consent");
		this.remarks.add(one.leader(), one.id(), one.clauseKeys().get(2), "Какой центр?");
		this.negotiation.consent(one.leader(), one.id(), one.ngo());
		this.negotiation.consent(one.director(), one.id(), one.system());
		assertThat(keys(one)).containsExactly("agreements.begin.remarks");
		Remark remark = this.remarks.of(one.id()).getFirst();
		this.remarks.resolve(one.coordinator(), one.id(), remark.id());
		assertThat(keys(one)).isEmpty();
	}

	@Test
	void consentToAnEarlierVersionDoesNotCount() {
		AgreementsWorld.Case one = this.world.agreed();
		this.writing.change(one.coordinator(), one.id(), one.clauseKeys().get(4),
				new ClauseWords(ClausePart.CLAUSE, "", "Иначе."), 0);
		assertThat(keys(one)).containsExactly("agreements.begin.being-written");
		this.negotiation.send(one.coordinator(), one.id(), one.ngo(), "");
		assertThat(keys(one)).containsExactly("agreements.begin.no-consent");
	}

	@Test
	void nobodyAgreesForAnotherSide() {
		AgreementsWorld.Case one = this.world.sent();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.negotiation.consent(one.leader(), one.id(), one.system()));
		Actor stranger = this.accounts.ngoLeader(this.partners.ngo("Чужие").id());
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.negotiation.consent(stranger, one.id(), one.ngo()));
		assertThat(this.negotiation.consenting(one.id())).isEmpty();
	}

	@Test
	void coordinatorRecordsAConsentThatCameOnPaper() {
		AgreementsWorld.Case one = this.world.sent();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.negotiation.recordConsent(one.coordinator(), one.id(), one.system(), " "));
		this.negotiation.recordConsent(one.coordinator(), one.id(), one.system(), "Письмо № 5");
		assertThat(this.negotiation.consenting(one.id())).containsExactly(one.system());
	}

	@Test
	void penIsTakenBackFromASilentSideWithAReason() {
		AgreementsWorld.Case one = this.world.sent();
		this.negotiation.takeBack(one.coordinator(), one.id(), "Месяц без ответа");
		assertThat(this.agreements.forReading(one.coordinator(), one.id()).pen()).isNull();
		assertThat(letters("agreements.taken-back", this.accounts.emailOf(one.leader()))).isEqualTo(1);
	}

	@Test
	void closedVersionCannotBeChangedBySqlEither() {
		AgreementsWorld.Case one = this.world.sent();
		UUID closed = this.versions.lastClosed(one.id()).orElseThrow().id();
		this.writing.change(one.leader(), one.id(), one.clauseKeys().get(4),
				new ClauseWords(ClausePart.CLAUSE, "", "Новая редакция."), 0);
		UUID open = this.versions.open(one.id()).orElseThrow().id();
		assertThat(refusedBySql("update agreement_clause set body = 'x' where version_id = ?", closed)).isTrue();
		assertThat(refusedBySql("delete from agreement_clause where version_id = ?", closed)).isTrue();
		assertThat(refusedBySql("update agreement_version set closed_at = null where id = ?", closed)).isTrue();
		assertThat(refusedBySql("""
				update agreement_clause set version_id = '%s', clause_key = uuidv7(), position = 99
				where version_id = ? and position = 1
				""".formatted(open), closed)).isTrue();
		assertThat(refusedBySql(
				"update agreement_clause set version_id = '%s', position = 98 where version_id = ?".formatted(closed),
				open))
			.isTrue();
	}

	@Test
	void declinedAgreementIsWrittenAgainByTheCoordinator() {
		AgreementsWorld.Case one = this.world.agreed();
		new TransactionTemplate(this.transactions).executeWithoutResult((_) -> this.drafts.reopen(one.coordinator(),
				this.agreements.forKeeping(one.coordinator(), one.id()), "Нет срока"));
		Versions.Round open = this.versions.open(one.id()).orElseThrow();
		assertThat(open.note()).isEqualTo("Нет срока");
		assertThat(open.number()).isEqualTo(2);
	}

	private boolean refusedBySql(String sql, UUID id) {
		try {
			this.jdbc.sql(sql).param(id).update();
			return false;
		}
		catch (DataAccessException refused) {
			return refused.getMessage().contains("closed version");
		}
	}

	private List<String> keys(AgreementsWorld.Case one) {
		return this.negotiation.mayBegin(one.id()).stream().map(Reason::messageKey).toList();
	}

	private int letters(String kind, String recipient) {
		return this.jdbc.sql("select count(*) from outbox_message where kind = ? and recipient = ?")
			.params(kind, recipient)
			.query(Integer.class)
			.single();
	}

}
