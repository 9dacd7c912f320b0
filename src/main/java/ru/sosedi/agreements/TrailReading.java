package ru.sosedi.agreements;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The trail of one agreement. Who may read is asked before. */
@Service
@Transactional(readOnly = true)
public class TrailReading {

	/** Lines of a page. */
	public static final int PAGE = 50;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	TrailReading(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Newest first, one more than {@link #PAGE} when there are older ones. Where a
	 * request came from is for keepers alone.
	 * @param before the number of the last line of the page before; {@code null} at first
	 */
	public List<AgreementAct> of(UUID agreementId, Long before) {
		return this.jdbc.sql("""
				select * from agreement_act where agreement_id = :id and number < :before
				order by number desc limit :most
				""")
			.param("id", agreementId)
			.param("before", (before == null) ? Long.MAX_VALUE : before)
			.param("most", PAGE + 1)
			.query((row, _) -> AgreementAct.of(row, this.json))
			.list();
	}

	/** The last line of the whole trail now. */
	public TrailHead head() {
		return this.jdbc.sql("select number, hash from agreement_act order by number desc limit 1")
			.query((row, _) -> new TrailHead(row.getLong("number"), row.getString("hash")))
			.optional()
			.orElse(new TrailHead(0, AgreementTrail.BEFORE_THE_FIRST));
	}

	/** Every line of the agreement, oldest first. */
	void each(UUID agreementId, Consumer<AgreementAct> reader) {
		long after = 0;
		List<AgreementAct> batch;
		do {
			batch = this.jdbc.sql(
					"select * from agreement_act where agreement_id = :id and number > :after order by number limit 500")
				.param("id", agreementId)
				.param("after", after)
				.query((row, _) -> AgreementAct.of(row, this.json))
				.list();
			batch.forEach(reader);
			after = batch.isEmpty() ? after : batch.getLast().number();
		}
		while (!batch.isEmpty());
	}

}
