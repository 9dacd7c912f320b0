package ru.sosedi.agreements;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the sides of agreements promise, for reading. Who may read is asked before. */
@Service
@Transactional(readOnly = true)
public class Commitments {

	/** The most commitments of one agreement. */
	public static final int MOST = 100;

	static final String SELECT = """
			select c.*, array(select n.centre_id from commitment_centre n where n.commitment_id = c.id) as centres
			from commitment c
			""";

	private final JdbcClient jdbc;

	Commitments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the order of the text. */
	public List<Commitment> of(UUID agreementId) {
		return this.jdbc.sql(SELECT + "where c.agreement_id = ? order by c.position, c.id limit " + MOST)
			.param(agreementId)
			.query((row, _) -> commitment(row))
			.list();
	}

	static Commitment commitment(ResultSet row) throws SQLException {
		Array centres = row.getArray("centres");
		BigDecimal amount = row.getBigDecimal("amount");
		return new Commitment(row.getObject("id", UUID.class), row.getObject("agreement_id", UUID.class),
				row.getObject("clause_key", UUID.class), row.getInt("position"), row.getObject("by_party", UUID.class),
				row.getObject("to_party", UUID.class), CommitmentKind.valueOf(row.getString("kind")),
				row.getString("what"), amount.stripTrailingZeros(), Cadence.valueOf(row.getString("cadence")),
				row.getObject("due_on", LocalDate.class), Set.of((UUID[]) centres.getArray()), row.getLong("version"));
	}

}
