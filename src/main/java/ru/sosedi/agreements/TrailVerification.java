package ru.sosedi.agreements;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole trail and recomputes every hash. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class TrailVerification {

	private static final int AT_ONCE = 1000;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	TrailVerification(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** What is wrong with a line. */
	public enum Fault {

		/** Its words are not those that were hashed. */
		CHANGED_WORDS,
		/** It is not there, though a later one is. */
		MISSING_LINE,
		/** It follows another line than the one before it. */
		WRONG_PREDECESSOR,
		/** The trail ends before the head that is known. */
		MISSING_TAIL,
		/** It is another line than the head that is known. */
		OTHER_HEAD;

		public String messageKey() {
			return "agreements.trail.fault." + name();
		}

	}

	/**
	 * What was found.
	 *
	 * @param lines that were read and are as they were
	 * @param head the last of them
	 * @param fault the first one; {@code null} when all is well
	 * @param faultyNumber the line that it is about; zero when all is well
	 */
	public record Result(long lines, TrailHead head, Fault fault, long faultyNumber) {

		public boolean whole() {
			return this.fault == null;
		}

	}

	public Result verify() {
		return verify(null);
	}

	/**
	 * @param known a head that was printed before; may be {@code null}
	 */
	public Result verify(TrailHead known) {
		TrailHead head = new TrailHead(0, AgreementTrail.BEFORE_THE_FIRST);
		List<AgreementAct> batch;
		do {
			batch = batch(head.number());
			for (AgreementAct act : batch) {
				Result broken = examine(act, head, known);
				if (broken != null) {
					return broken;
				}
				head = new TrailHead(act.number(), act.hash());
			}
		}
		while (batch.size() == AT_ONCE);
		return (known != null && known.number() > head.number())
				? new Result(head.number(), head, Fault.MISSING_TAIL, head.number() + 1)
				: new Result(head.number(), head, null, 0);
	}

	private static Result examine(AgreementAct act, TrailHead before, TrailHead known) {
		if (act.number() != before.number() + 1) {
			return new Result(before.number(), before, Fault.MISSING_LINE, before.number() + 1);
		}
		if (!act.previousHash().equals(before.hash())) {
			return new Result(before.number(), before, Fault.WRONG_PREDECESSOR, act.number());
		}
		if (!act.computedHash().equals(act.hash())) {
			return new Result(before.number(), before, Fault.CHANGED_WORDS, act.number());
		}
		if (known != null && known.number() == act.number() && !known.hash().equals(act.hash())) {
			return new Result(before.number(), before, Fault.OTHER_HEAD, act.number());
		}
		return null;
	}

	private List<AgreementAct> batch(long after) {
		return this.jdbc.sql("select * from agreement_act where number > :after order by number limit :most")
			.param("after", after)
			.param("most", AT_ONCE)
			.query((row, _) -> AgreementAct.of(row, this.json))
			.list();
	}

}
