package ru.sosedi.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which agreements bind whom on a day: for the programme and the ledger. */
@Service
@Transactional(readOnly = true)
public class AgreementsInForce {

	private static final int MOST = 20;

	/**
	 * On aliases {@code a} and {@code s} of the table and the view, with {@code :day}.
	 */
	static final String IN_FORCE = """
			s.in_force_from <= :day and (s.last_day is null or s.last_day >= :day)
			and (s.terminated_last_day is null or s.terminated_last_day >= :day)
			""";

	private final JdbcClient jdbc;

	AgreementsInForce(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * An agreement that covers what a partner does at a centre.
	 *
	 * @param lastDay {@code null} for no end
	 */
	public record Cover(UUID agreementId, String number, String title, AgreementKind kind, LocalDate lastDay) {

	}

	/**
	 * Agreements in force on that day to which the NGO is a side and which cover the
	 * centre, the latest first; at most twenty.
	 */
	public List<Cover> covering(UUID ngoId, UUID centreId, LocalDate day) {
		return this.jdbc.sql("""
				select a.id, a.number, a.title, a.kind, s.last_day
				from agreement a join agreement_standing s on s.id = a.id
				where a.kind <> 'AMENDMENT'
				and exists (select from agreement_party p where p.agreement_id = a.id and p.ngo_id = :ngo)
				and (a.covers_all_centres or exists (select from agreement_centre c
					where c.agreement_id = a.id and c.centre_id = :centre))
				and """ + " " + IN_FORCE + """
				order by s.in_force_from desc, a.id desc limit :most
				""")
			.param("ngo", ngoId)
			.param("centre", centreId)
			.param("day", day)
			.param("most", MOST)
			.query((row, _) -> new Cover(row.getObject("id", UUID.class), row.getString("number"),
					row.getString("title"), AgreementKind.valueOf(row.getString("kind")),
					row.getObject("last_day", LocalDate.class)))
			.list();
	}

}
