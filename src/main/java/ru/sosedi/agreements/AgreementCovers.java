package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same question as {@link AgreementsInForce} answers for a day, for several partners
 * and a stretch of days at once. Who may read is asked before.
 */
@Service
@Transactional(readOnly = true)
public class AgreementCovers {

	private static final int MOST = 100;

	private final JdbcClient jdbc;

	AgreementCovers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * An agreement that covers what an NGO does at a centre, and when.
	 *
	 * @param published whether it stands in the public register
	 * @param from the first day in force
	 * @param end the last day in force; {@code null} for no end
	 */
	public record Cover(UUID ngoId, UUID agreementId, String number, String title, boolean published, LocalDate from,
			LocalDate end) {

		public boolean isInForceOn(LocalDate day) {
			return !day.isBefore(this.from) && (this.end == null || !day.isAfter(this.end));
		}

	}

	/**
	 * Agreements that are in force on at least one of the days from the first to the
	 * last, to which one of the NGOs is a side and which cover the centre, the latest
	 * first; at most a hundred. Amendments are no agreements of their own.
	 */
	public List<Cover> covering(Collection<UUID> ngoIds, UUID centreId, LocalDate first, LocalDate last) {
		if (ngoIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select p.ngo_id, a.id, a.number, a.title, a.published_at is not null as published, s.in_force_from,
					least(s.last_day, s.terminated_last_day) as ends
				from agreement_party p
				join agreement a on a.id = p.agreement_id
				join agreement_standing s on s.id = a.id
				where p.ngo_id = any(:ngos) and a.kind <> 'AMENDMENT'
				and (a.covers_all_centres or exists (select from agreement_centre c
					where c.agreement_id = a.id and c.centre_id = :centre))
				and s.in_force_from <= :last
				and coalesce(least(s.last_day, s.terminated_last_day) >= :first, true)
				and coalesce(least(s.last_day, s.terminated_last_day) >= s.in_force_from, true)
				order by s.in_force_from desc, a.id desc limit :most
				""")
			.param("ngos", ngoIds.toArray(UUID[]::new))
			.param("centre", centreId)
			.param("first", first)
			.param("last", last)
			.param("most", MOST)
			.query((row, _) -> cover(row))
			.list();
	}

	private static Cover cover(ResultSet row) throws SQLException {
		return new Cover(row.getObject("ngo_id", UUID.class), row.getObject("id", UUID.class), row.getString("number"),
				row.getString("title"), row.getBoolean("published"), row.getObject("in_force_from", LocalDate.class),
				row.getObject("ends", LocalDate.class));
	}

	/** What the sides of these agreements promise, in the order of the texts. */
	public List<Commitment> commitments(Collection<UUID> agreementIds) {
		if (agreementIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql(Commitments.SELECT + """
				where c.agreement_id = any(:agreements) order by c.agreement_id desc, c.position, c.id limit :most
				""")
			.param("agreements", agreementIds.toArray(UUID[]::new))
			.param("most", MOST * Commitments.MOST)
			.query((row, _) -> Commitments.commitment(row))
			.list();
	}

}
