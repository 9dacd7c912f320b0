package ru.sosedi.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreements;

/**
 * Agreements that run out or have run out: a mark that stays until a renewal is signed,
 * somebody ends the agreement or puts it away.
 */
@Service
@Transactional(readOnly = true)
public class AgreementHealth {

	/** From how many days before its last day an agreement is marked. */
	public static final int MARKED_DAYS = 90;

	/** The most marks. */
	public static final int MOST = 100;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	AgreementHealth(JdbcClient jdbc, Agreements agreements) {
		this.jdbc = jdbc;
		this.agreements = agreements;
	}

	/**
	 * One agreement that runs out or has run out.
	 *
	 * @param daysLeft until its last day; below zero when that has passed
	 * @param renewalId a supplementary agreement that moves the end and is not signed by
	 * all; {@code null} when nobody prepares one
	 */
	public record Mark(UUID agreementId, String number, String title, LocalDate lastDay, int daysLeft, UUID renewalId) {

		public boolean isOver() {
			return this.daysLeft < 0;
		}

		/** How many days ago it ended. */
		public int daysAgo() {
			return -this.daysLeft;
		}

		/**
		 * The message, which takes the days in words; of the last day itself it takes
		 * none.
		 */
		public String messageKey() {
			String when = (this.daysLeft < 0) ? "over" : (this.daysLeft == 0) ? "today" : "soon";
			return "ledger.health." + when + ((this.renewalId == null) ? ".alone" : ".prepared");
		}

	}

	/**
	 * Those that this person may see, the longest over first. Without those that were
	 * terminated, put away, or are prolonged by themselves.
	 */
	public List<Mark> of(Actor actor) {
		LocalDate today = this.agreements.today();
		return this.jdbc.sql("""
				select a.id, a.number, a.title, s.last_day,
					(select r.id from agreement r join agreement_standing rs on rs.id = r.id
						where r.parent_id = a.id and r.kind = 'AMENDMENT' and r.new_parent_end > s.last_day
						and rs.archived_at is null and rs.in_force_from is null
						order by r.created_at desc, r.id desc limit 1) as renewal
				from agreement a join agreement_standing s on s.id = a.id
				where s.in_force_from is not null and s.archived_at is null and s.terminated_last_day is null
				and a.kind in ('FRAMEWORK', 'PARTNERSHIP', 'VOLUNTEERS')
				and s.last_day <= :horizon
				and not (s.last_day >= :today and a.prolongation = 'AUTOMATIC' and not exists (
					select from prolongation_refusal p where p.agreement_id = a.id and p.ends_on = s.last_day))
				and\s""" + LedgerAccess.VISIBLE + """
				order by s.last_day, a.id limit :most
				""")
			.params(LedgerAccess.of(actor))
			.param("today", today)
			.param("horizon", today.plusDays(MARKED_DAYS))
			.param("most", MOST)
			.query((row, _) -> {
				LocalDate lastDay = row.getObject("last_day", LocalDate.class);
				return new Mark(row.getObject("id", UUID.class), row.getString("number"), row.getString("title"),
						lastDay, (int) ChronoUnit.DAYS.between(today, lastDay), row.getObject("renewal", UUID.class));
			})
			.list();
	}

}
