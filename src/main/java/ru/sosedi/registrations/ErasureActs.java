package ru.sosedi.registrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.documents.PdfDocuments;
import ru.sosedi.shared.HomeZone;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.PublicAddress;

/** The acts of erasures, for whoever has to show them. */
@Service
@Transactional(readOnly = true)
public class ErasureActs {

	/** The most lines that one page shows. */
	public static final int PAGE = 50;

	private final JdbcClient jdbc;

	private final PdfDocuments documents;

	private final PublicAddress portal;

	private final HomeZone zone;

	ErasureActs(JdbcClient jdbc, PdfDocuments documents, PublicAddress portal, HomeZone zone) {
		this.jdbc = jdbc;
		this.documents = documents;
		this.portal = portal;
		this.zone = zone;
	}

	/**
	 * One erasure.
	 *
	 * @param actorName {@code null} for the person herself, or the portal's own job
	 */
	public record Act(UUID id, Instant at, ErasureReason reason, String actorName, int registrations, int letters) {

	}

	/** A line of its extract: whose data it was is known by the numbers alone. */
	public record Line(UUID registrationId, UUID occurrenceId, List<String> fields) {

	}

	/**
	 * Newest first.
	 * @param after the last line of the page before, or {@code null} for the first page
	 * @return up to {@link #PAGE} lines and one more if there is a next page
	 */
	public List<Act> newestFirst(UUID after) {
		return this.jdbc.sql("""
				select * from erasure where cast(:after as uuid) is null
					or (at, id) < (select last.at, last.id from erasure last where last.id = :after)
				order by at desc, id desc limit :most
				""").param("after", after).param("most", PAGE + 1).query((row, _) -> act(row)).list();
	}

	private static Act act(ResultSet row) throws SQLException {
		return new Act(row.getObject("id", UUID.class), SeatsLedger.instant(row, "at"),
				ErasureReason.valueOf(row.getString("reason")), row.getString("actor_name"),
				row.getInt("registrations"), row.getInt("letters"));
	}

	/**
	 * The act with the extract of the log, as a PDF.
	 * @throws NotFoundException when there is none
	 */
	public byte[] pdf(UUID erasureId, Locale language) {
		Act act = this.jdbc.sql("select * from erasure where id = ?")
			.param(erasureId)
			.query((row, _) -> act(row))
			.optional()
			.orElseThrow(() -> new NotFoundException("erasure " + erasureId));
		List<Line> lines = this.jdbc.sql("select * from erasure_record where erasure_id = ? order by registration_id")
			.param(erasureId)
			.query((row, _) -> new Line(row.getObject("registration_id", UUID.class),
					row.getObject("occurrence_id", UUID.class),
					Arrays.asList((String[]) row.getArray("fields").getArray())))
			.list();
		List<String> operators = this.jdbc.sql("""
				select distinct ls.name || ', ' || ls.address from erasure_record x
				join occurrence o on o.id = x.occurrence_id
				join event e on e.id = o.event_id
				join neighbourhood_centre n on n.id = e.centre_id
				join library l on l.id = n.library_id
				join library_system ls on ls.id = l.library_system_id
				where x.erasure_id = ? order by 1
				""").param(erasureId).query(String.class).list();
		return this.documents.render("print/registrations/erasure", language, Map.of("act", act, "lines", lines,
				"operators", operators, "at", act.at().atZone(this.zone.homeZone()), "portal", this.portal.of("/")));
	}

}
