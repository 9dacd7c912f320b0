package ru.sosedi.attendance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.ledger.Facts;
import ru.sosedi.ledger.Ledger;
import ru.sosedi.ledger.Progress;
import ru.sosedi.programme.CountedCommitment;
import ru.sosedi.programme.EventCommitments;
import ru.sosedi.programme.OccurrenceFacts;

/**
 * What the closing of a date settles of what the sides of agreements promised.
 * Head-counts play no part: what was promised is to hold it, so a date to which nobody
 * came counts, and a correction changes nothing.
 */
@Service
@Transactional(readOnly = true)
public class Settlements {

	private static final BigDecimal MINUTES = BigDecimal.valueOf(Duration.ofHours(1).toMinutes());

	private final EventCommitments commitments;

	private final Facts facts;

	private final Ledger ledger;

	private final JdbcClient jdbc;

	Settlements(EventCommitments commitments, Facts facts, Ledger ledger, JdbcClient jdbc) {
		this.commitments = commitments;
		this.facts = facts;
		this.ledger = ledger;
		this.jdbc = jdbc;
	}

	/** Why a date settles nothing of a commitment. */
	public enum Obstacle {

		/** Its day lies outside the term of the agreement. */
		TERM,
		/** It was held in no room of the library, or only for minutes. */
		NO_HOURS;

		/** The message that says it. */
		public String messageKey() {
			return "attendance.settled.not." + name();
		}

	}

	/**
	 * What a date does to one commitment.
	 *
	 * @param amount in the unit of its kind
	 * @param obstacle why it does nothing; {@code null} when it counts
	 * @param progress of the commitment with it; {@code null} before, and for somebody
	 * who may not read the ledger of the agreement
	 */
	public record Line(CountedCommitment commitment, BigDecimal amount, Obstacle obstacle, Progress progress) {

		public boolean counts() {
			return this.obstacle == null;
		}

		static Line of(CountedCommitment commitment, OccurrenceFacts date) {
			BigDecimal amount = Settlements.amount(commitment.kind(), date);
			Obstacle obstacle = (amount.signum() == 0) ? Obstacle.NO_HOURS : null;
			return new Line(commitment, amount, commitment.holdsOn(date.day()) ? obstacle : Obstacle.TERM, null);
		}

	}

	/** What the closing of this date settles, and what not. */
	public List<Line> planned(OccurrenceFacts date) {
		return this.commitments.of(date.eventId()).stream().map((one) -> Line.of(one, date)).toList();
	}

	/**
	 * What the closing of this date settled, as the ledger holds it, and what it could
	 * not settle of what its event counts towards.
	 */
	public List<Line> done(Actor actor, OccurrenceFacts date) {
		List<Line> done = new ArrayList<>(this.jdbc.sql("""
				select c.id, c.kind, c.what, c.amount, a.id as agreement_id, a.number, f.amount as settled
				from commitment_fact f
				join commitment c on c.id = f.commitment_id
				join agreement a on a.id = c.agreement_id
				where f.occurrence_id = :date
				and not exists (select from fact_withdrawal w where w.fact_id = f.id)
				order by a.id desc, c.position, c.id
				""").param("date", date.id()).query((row, _) -> settled(row)).list());
		Set<UUID> settled = done.stream().map((line) -> line.commitment().id()).collect(Collectors.toSet());
		planned(date).stream()
			.filter((line) -> !line.counts() && !settled.contains(line.commitment().id()))
			.forEach(done::add);
		return withProgress(actor, done);
	}

	private List<Line> withProgress(Actor actor, List<Line> lines) {
		Map<UUID, Progress> progress = new HashMap<>();
		lines.stream()
			.filter(Line::counts)
			.map((line) -> line.commitment().agreementId())
			.distinct()
			.flatMap((agreement) -> this.ledger.ofAgreement(actor, agreement).stream())
			.forEach((line) -> progress.put(line.promised().id(), line.progress()));
		return lines.stream()
			.map((line) -> new Line(line.commitment(), line.amount(), line.obstacle(),
					line.counts() ? progress.get(line.commitment().id()) : null))
			.toList();
	}

	private static Line settled(ResultSet row) throws SQLException {
		CountedCommitment commitment = new CountedCommitment(row.getObject("id", UUID.class),
				CommitmentKind.valueOf(row.getString("kind")), row.getString("what"), row.getBigDecimal("amount"),
				row.getObject("agreement_id", UUID.class), row.getString("number"), null, null);
		return new Line(commitment, row.getBigDecimal("settled"), null, null);
	}

	/** Within the transaction that closes the date. */
	@Transactional
	void settle(Actor actor, OccurrenceFacts date) {
		planned(date).stream()
			.filter(Line::counts)
			.forEach((line) -> this.facts.settleByEvent(line.commitment().id(), date.id(), line.amount(), date.day(),
					date.centreId(), actor));
	}

	/** An event is one; of hours in a room as many as the date lasts, to one decimal. */
	static BigDecimal amount(CommitmentKind kind, OccurrenceFacts date) {
		if (kind == CommitmentKind.EVENTS) {
			return BigDecimal.ONE;
		}
		boolean inRoom = kind == CommitmentKind.ROOM_HOURS && date.room() != null;
		long minutes = inRoom ? Duration.between(date.startsAt(), date.endsAt()).toMinutes() : 0;
		return BigDecimal.valueOf(minutes).divide(MINUTES, 1, RoundingMode.HALF_UP);
	}

}
