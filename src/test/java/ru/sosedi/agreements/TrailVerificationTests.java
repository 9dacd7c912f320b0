package ru.sosedi.agreements;

import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
import ru.sosedi.agreements.TrailVerification.Fault;
import ru.sosedi.agreements.TrailVerification.Result;
import ru.sosedi.world.AgreementsWorld.Case;
import ru.sosedi.world.CircuitWorld;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class TrailVerificationTests {

	@Autowired
	CircuitWorld circuits;

	@Autowired
	TrailVerification verification;

	@Autowired
	TrailReading reading;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	Case one;

	@BeforeEach
	void someTrail() {
		this.one = this.circuits.frozen();
	}

	@Test
	void aTrailThatNobodyTouchedIsWhole() {
		Result result = this.verification.verify(this.reading.head());
		assertThat(result.fault()).isNull();
		assertThat(result.lines()).isEqualTo(this.reading.head().number());
		assertThat(result.head()).isEqualTo(this.reading.head());
	}

	@Test
	void theDatabaseRefusesChangesAndRemovals() {
		for (String statement : new String[] { "update agreement_act set actor_name = 'X'", "delete from agreement_act",
				"truncate agreement_act" }) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(statement).update())
				.withMessageContaining("append-only");
		}
	}

	@Test
	void aPlantedChangeIsFound() {
		long number = line();
		Result result = planted(
				"update agreement_act set facts = facts || '{\"number\": \"999/2026\"}' where number = " + number,
				() -> this.verification.verify());
		assertThat(result.fault()).isEqualTo(Fault.CHANGED_WORDS);
		assertThat(result.faultyNumber()).isEqualTo(number);
		assertThat(result.head().number()).isEqualTo(number - 1);
	}

	@Test
	void aChangedTimeRefusalAddressOrActorIsFound() {
		long number = line();
		for (String what : new String[] { "at = at + interval '1 second'", "refused = not refused",
				"network_address = '203.0.113.9'", "actor_name = actor_name || '.'", "actor_id = null",
				"agreement_id = gen_random_uuid()", "action = action || '.'" }) {
			Result result = planted("update agreement_act set " + what + " where number = " + number,
					() -> this.verification.verify());
			assertThat(result.fault()).as(what).isEqualTo(Fault.CHANGED_WORDS);
		}
	}

	@Test
	void aRehashedLineBreaksTheOneAfterIt() {
		long number = line();
		Result result = planted(
				"update agreement_act set hash = repeat('a', 64), previous_hash = previous_hash where number = "
						+ number,
				() -> this.verification.verify());
		assertThat(result.faultyNumber()).isEqualTo(number);
		Result next = planted("update agreement_act set previous_hash = repeat('a', 64) where number = " + number,
				() -> this.verification.verify());
		assertThat(next.fault()).isEqualTo(Fault.WRONG_PREDECESSOR);
		assertThat(next.faultyNumber()).isEqualTo(number);
	}

	@Test
	void aRemovedLineIsFound() {
		long number = line();
		Result result = planted("delete from agreement_act where number = " + number, () -> this.verification.verify());
		assertThat(result.fault()).isEqualTo(Fault.MISSING_LINE);
		assertThat(result.faultyNumber()).isEqualTo(number);
	}

	@Test
	void aRemovedTailIsFoundAgainstAKnownHead() {
		TrailHead head = this.reading.head();
		String cut = "delete from agreement_act where number > " + (head.number() - 2);
		assertThat(planted(cut, () -> this.verification.verify()).fault()).isNull();
		Result result = planted(cut, () -> this.verification.verify(head));
		assertThat(result.fault()).isEqualTo(Fault.MISSING_TAIL);
		assertThat(result.faultyNumber()).isEqualTo(head.number() - 1);
		assertThat(this.verification.verify(new TrailHead(head.number(), "0".repeat(64))).fault())
			.isEqualTo(Fault.OTHER_HEAD);
	}

	// the line of the freezing: acts stand after it
	private long line() {
		return this.jdbc
			.sql("select min(number) from agreement_act where agreement_id = ? and action = 'agreements.circuit.begun'")
			.param(this.one.id())
			.query(Long.class)
			.single();
	}

	private Result planted(String statement, Supplier<Result> verify) {
		return new TransactionTemplate(this.transactions).execute((status) -> {
			status.setRollbackOnly();
			this.jdbc.sql("alter table agreement_act disable trigger user").update();
			assertThat(this.jdbc.sql(statement).update()).isPositive();
			return verify.get();
		});
	}

	@Test
	void theCommandEndsWithZeroOrOne() {
		assertThat(exitCode(null)).isZero();
		assertThat(exitCode(this.reading.head().toString())).isZero();
		assertThat(exitCode(this.reading.head().number() + ":" + "f".repeat(64))).isEqualTo(1);
		assertThat(exitCode("nonsense")).isEqualTo(1);
	}

	private int exitCode(String head) {
		MockEnvironment environment = new MockEnvironment();
		if (head != null) {
			environment.setProperty("portal.trail-head", head);
		}
		TrailVerificationCommand command = new TrailVerificationCommand(this.verification, environment);
		command.run(new DefaultApplicationArguments());
		return command.getExitCode();
	}

}
