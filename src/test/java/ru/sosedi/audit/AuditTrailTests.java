package ru.sosedi.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.shared.Audited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class AuditTrailTests {

	private final String subject = UUID.randomUUID().toString();

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aChangeIsWrittenFieldByField() {
		UUID anna = UUID.randomUUID();
		publish(new Audited(anna, "Anna\r\n<b>\0", "tests.thing.changed", "Thing", this.subject, "100% «Thing»",
				Map.of("name", "old", "gone", "x"), Map.of("name", "new\0", "fresh", "y")));
		AuditRecord record = only(new AuditQuery(null, null, null, this.subject, null, null));
		assertThat(record.actorId()).isEqualTo(anna);
		assertThat(record.actorName()).isEqualTo("Anna\r\n<b>");
		assertThat(record.at()).isEqualTo(TestClock.START);
		assertThat(record.networkAddress()).isNull();
		assertThat(record.changes()).containsExactly(new AuditRecord.Change("fresh", null, "y"),
				new AuditRecord.Change("gone", "x", null), new AuditRecord.Change("name", "old", "new"));
	}

	@Test
	void theTrailIsFilteredByPersonActionSubjectAndPeriod() {
		String anna = "Anna " + this.subject;
		publish(change(anna, "tests.thing.opened", "50% off"));
		publish(change("Boris", "tests.thing.closed", "500 off"));
		assertThat(only(query("anna " + this.subject, null, null)).actorName()).isEqualTo(anna);
		assertThat(only(query(null, "tests.thing.closed", null)).actorName()).isEqualTo("Boris");
		assertThat(only(query(null, null, "50%")).subjectName()).isEqualTo("50% off");
		assertThat(this.trail
			.newestFirst(new AuditQuery(null, null, null, this.subject, TestClock.START.plusSeconds(1), null), null))
			.isEmpty();
		assertThat(this.trail.newestFirst(new AuditQuery(null, null, null, this.subject, null, TestClock.START), null))
			.isEmpty();
		assertThat(this.trail.actions()).contains("tests.thing.opened", "tests.thing.closed")
			.doesNotHaveDuplicates()
			.isSorted();
	}

	@Test
	void pagesFollowOneAnotherWithoutGapOrRepetition() {
		for (int i = 0; i < AuditTrail.PAGE + 3; i++) {
			publish(change("Anna", "tests.thing.changed", "Thing " + i));
		}
		AuditQuery all = query(null, null, null);
		List<AuditRecord> first = this.trail.newestFirst(all, null);
		assertThat(first).hasSize(AuditTrail.PAGE + 1);
		List<AuditRecord> second = this.trail.newestFirst(all, first.get(AuditTrail.PAGE - 1).id());
		assertThat(second).hasSize(3);
		assertThat(second.get(0)).isEqualTo(first.get(AuditTrail.PAGE));
	}

	@Test
	void aChangeThatIsRolledBackLeavesNoRecord() {
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(change("Anna", "tests.thing.changed", "Thing"));
			status.setRollbackOnly();
		});
		assertThat(this.trail.newestFirst(query(null, null, null), null)).isEmpty();
	}

	@Test
	void aChangeThatCannotBeAuditedIsRolledBack() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
				this.jdbc.sql("insert into rate_bucket (id) values (:id)").param("id", this.subject).update();
				this.events.publishEvent(change(null, "tests.thing.changed", "Thing"));
			}));
		assertThat(this.jdbc.sql("select count(*) from rate_bucket where id = :id")
			.param("id", this.subject)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void aChangeOutsideOfATransactionIsAFault() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.events.publishEvent(change("Anna", "tests.thing.changed", "Thing")));
	}

	@Test
	void nobodyRewritesTheTrail() {
		publish(change("Anna", "tests.thing.changed", "Thing"));
		for (String attack : List.of("update audit_record set actor_name = 'Boris'", "delete from audit_record",
				"truncate audit_record")) {
			assertThatExceptionOfType(DataAccessException.class).as(attack)
				.isThrownBy(() -> this.jdbc.sql(attack).update())
				.havingRootCause()
				.withMessageContaining("append-only");
		}
		assertThat(only(query(null, null, null)).actorName()).isEqualTo("Anna");
	}

	private Audited change(String actorName, String action, String subjectName) {
		return new Audited(UUID.randomUUID(), actorName, action, "Thing", this.subject, subjectName, Map.of(),
				Map.of());
	}

	private AuditQuery query(String person, String action, String subjectName) {
		return new AuditQuery(person, action, subjectName, this.subject, null, null);
	}

	private void publish(Audited change) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(change));
	}

	private AuditRecord only(AuditQuery query) {
		List<AuditRecord> records = this.trail.newestFirst(query, null);
		assertThat(records).hasSize(1);
		return records.get(0);
	}

}
