package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;

/**
 * All agreements that a person may see, by state, with who is waited for and how long.
 */
@Service
@Transactional(readOnly = true)
public class AgreementBoard {

	/** The most lines of a board; what is archived stands on a page of its own. */
	public static final int MOST = 300;

	private static final String LINE = """
			select a.id, a.kind, a.title, a.number, a.created_at, a.pen, %s,
				array(select coalesce(n.short_name, n.full_name, l.short_name) from agreement_party p
					left join ngo n on n.id = p.ngo_id left join library_system l on l.id = p.library_system_id
					where p.agreement_id = a.id order by p.side) as sides,
				array(select coalesce(c.name, n.short_name, n.full_name, l.short_name) from circuit_step t
					left join account c on c.id = t.account_id left join ngo n on n.id = t.party_id
					left join library_system l on l.id = t.party_id
					where t.agreement_id = a.id and t.cancelled_at is null and t.opened_at is not null
					and t.decision is null order by t.stage, t.id) as asked,
				(select min(t.opened_at) from circuit_step t where t.agreement_id = a.id and t.cancelled_at is null
					and t.opened_at is not null and t.decision is null) as asked_at,
				(select coalesce(n.short_name, n.full_name, l.short_name) from agreement_party p
					left join ngo n on n.id = p.ngo_id left join library_system l on l.id = p.library_system_id
					where p.agreement_id = a.id and p.party_id = a.pen) as writer,
				greatest((select max(v.closed_at) from agreement_version v where v.agreement_id = a.id),
					(select max(t.decided_at) from circuit_step t where t.agreement_id = a.id
						and t.cancelled_at is null)) as moved_at
			from agreement a join agreement_standing s on s.id = a.id
			where %s
			""".formatted(AgreementStanding.COLUMNS, AgreementAccess.VISIBLE);

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final Clock clock;

	AgreementBoard(JdbcClient jdbc, Agreements agreements, Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.clock = clock;
	}

	/**
	 * One agreement on the board.
	 *
	 * @param number {@code null} until registration
	 * @param sides by name, in the order of the text
	 * @param waitedFor names of people and parties; empty when nobody is waited for, or
	 * the coordinator
	 * @param byCoordinator whether the next step is the coordinator's
	 * @param days since somebody is waited for
	 * @param lastDay {@code null} for no end
	 */
	public record Line(UUID id, AgreementKind kind, String title, String number, AgreementState state,
			List<String> sides, List<String> waitedFor, boolean byCoordinator, long days, LocalDate lastDay) {

		/** Whether somebody is waited for. */
		public boolean waits() {
			return this.byCoordinator || !this.waitedFor.isEmpty();
		}

	}

	/**
	 * By state, in the order of an agreement's life; within a state, who has waited
	 * longest comes first. Without the archived ones.
	 * @param words parts of the title, the number or a side's name; may be {@code null}
	 * @param party only those of which it is a side; {@code null} for all
	 */
	public Map<AgreementState, List<Line>> of(Actor actor, String words, UUID party) {
		Map<AgreementState, List<Line>> board = new EnumMap<>(AgreementState.class);
		lines(actor, words, party, "s.archived_at is null")
			.forEach((line) -> board.computeIfAbsent(line.state(), (_) -> new java.util.ArrayList<>()).add(line));
		return board;
	}

	/**
	 * One agreement as the board shows it.
	 * @throws NotFoundException when the actor may not see it
	 */
	public Line line(Actor actor, UUID id) {
		return this.jdbc.sql(LINE + " and a.id = :id")
			.params(AgreementAccess.of(actor))
			.param("id", id)
			.query((row, _) -> line(row, this.agreements.today(), this.clock.instant()))
			.optional()
			.orElseThrow(() -> new NotFoundException("agreement " + id));
	}

	/** What was put away, newest first. */
	public List<Line> archived(Actor actor, String words) {
		return lines(actor, words, null, "s.archived_at is not null");
	}

	/**
	 * Where this person, or a party that they speak for, is the one who is waited for.
	 */
	public List<Line> waitingFor(Actor actor, int most) {
		boolean keeper = AgreementAccess.keeps(actor);
		LocalDate today = this.agreements.today();
		return this.jdbc.sql(LINE + """
				and s.archived_at is null and s.in_force_from is null
				and (exists (select from circuit_step t where t.agreement_id = a.id and t.cancelled_at is null
						and t.opened_at is not null and t.decision is null
						and (t.account_id = :account or t.party_id = any(:parties)))
					or (a.pen = any(:parties) and s.document_id is null and not s.in_circuit)
					or (:keeper and a.pen is null and (s.visas_given or not s.in_circuit) and s.document_id is null))
				order by moved_at nulls last, a.id limit :most
				""")
			.params(AgreementAccess.of(actor))
			.param("keeper", keeper)
			.param("most", most)
			.query((row, _) -> line(row, today, this.clock.instant()))
			.list();
	}

	private List<Line> lines(Actor actor, String words, UUID party, String which) {
		LocalDate today = this.agreements.today();
		Instant now = this.clock.instant();
		return this.jdbc.sql(LINE + " and " + which + """
				 and (cast(:party as uuid) is null or exists (select from agreement_party p
					where p.agreement_id = a.id and p.party_id = :party))
				and (cast(:words as text) is null or a.title ilike :words or a.number ilike :words
					or exists (select from agreement_party p left join ngo n on n.id = p.ngo_id
						left join library_system l on l.id = p.library_system_id
						where p.agreement_id = a.id
						and concat_ws(' ', n.full_name, n.short_name, l.name, l.short_name) ilike :words))
				order by asked_at nulls last, moved_at nulls last, a.id limit :most
				""")
			.params(AgreementAccess.of(actor))
			.param("party", party)
			.param("words", AgreementRegister.containing(words))
			.param("most", MOST)
			.query((row, _) -> line(row, today, now))
			.list();
	}

	private static Line line(ResultSet row, LocalDate today, Instant now) throws SQLException {
		AgreementStanding standing = AgreementStanding.of(row);
		AgreementState state = standing.stateOn(today);
		List<String> asked = texts(row, "asked");
		String writer = row.getString("writer");
		boolean open = state.isBeingWritten() || state.isBeingSigned();
		List<String> waitedFor = !open ? List.of()
				: !asked.isEmpty() ? asked : (writer != null) ? List.of(writer) : List.of();
		Instant since = instant(row, asked.isEmpty() ? "moved_at" : "asked_at");
		since = (since == null) ? instant(row, "created_at") : since;
		return new Line(row.getObject("id", UUID.class), AgreementKind.valueOf(row.getString("kind")),
				row.getString("title"), row.getString("number"), state, texts(row, "sides"), waitedFor,
				open && waitedFor.isEmpty(), Duration.between(since, now).toDays(), standing.end());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at == null) ? null : at.toInstant();
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

}
