package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The public register: the signed agreements that the network has published. */
@Service
@Transactional(readOnly = true)
public class AgreementRegister {

	/** The most lines of one page. */
	public static final int PAGE = 30;

	/** The most documents of a chain and agreements of a partner. */
	private static final int MOST = 50;

	private static final String ENTRY = """
			select a.id, a.kind, a.title, a.number, a.registered_on, a.parent_id, a.covers_all_centres, %s
			from agreement a join agreement_standing s on s.id = a.id
			where a.published_at is not null and s.in_force_from is not null
			""".formatted(AgreementStanding.COLUMNS);

	private final JdbcClient jdbc;

	private final Agreements agreements;

	AgreementRegister(JdbcClient jdbc, Agreements agreements) {
		this.jdbc = jdbc;
		this.agreements = agreements;
	}

	/** A side as the public sees it. */
	public record Side(String roleName, UUID partyId, String name, boolean ngo) {

	}

	/**
	 * An agreement in the register.
	 *
	 * @param firstDay in force
	 * @param lastDay {@code null} for no end
	 * @param sides filled for lists and pages alike
	 */
	public record Entry(UUID id, AgreementKind kind, String title, String number, LocalDate registeredOn, UUID parentId,
			boolean coversAllCentres, AgreementState state, LocalDate firstDay, LocalDate lastDay, List<Side> sides) {

	}

	/** A centre that an agreement covers. */
	public record CoveredCentre(String name, String slug) {

	}

	/** What was promised, in public words. */
	public record Promise(UUID id, String roleName, CommitmentKind kind, String what, String amount, Cadence cadence,
			LocalDate dueOn) {

	}

	/**
	 * Newest number first.
	 * @param words parts of the title, the number or a side's name; may be {@code null}
	 * @param party only those of which it is a side; {@code null} for all
	 * @param onlyInForce without those that are over
	 * @param after the last id of the page before; may be {@code null}
	 * @return up to {@link #PAGE} entries and one more if there is a next page
	 */
	public List<Entry> list(String words, UUID party, boolean onlyInForce, UUID after) {
		LocalDate today = this.agreements.today();
		List<Entry> entries = this.jdbc.sql(ENTRY + """
				and (cast(:words as text) is null or a.title ilike :words or a.number ilike :words
					or exists (select from agreement_party p left join ngo n on n.id = p.ngo_id
						left join library_system l on l.id = p.library_system_id
						where p.agreement_id = a.id
						and concat_ws(' ', n.full_name, n.short_name, l.name, l.short_name) ilike :words))
				and (cast(:party as uuid) is null or exists (select from agreement_party p
					where p.agreement_id = a.id and p.party_id = :party))
				and (not :inForce or (""" + AgreementsInForce.IN_FORCE + """
				))
				and (cast(:after as uuid) is null or (a.registered_on, a.id)
					< (select last.registered_on, last.id from agreement last where last.id = :after))
				order by a.registered_on desc, a.id desc limit :limit
				""")
			.param("words", containing(words))
			.param("party", party)
			.param("inForce", onlyInForce)
			.param("day", today)
			.param("after", after)
			.param("limit", PAGE + 1)
			.query((row, _) -> entry(row, today))
			.list();
		return withSides(entries);
	}

	/** In force today, of which the NGO is a side; newest first. */
	public List<Entry> inForceOf(UUID ngoId) {
		LocalDate today = this.agreements.today();
		return withSides(this.jdbc.sql(ENTRY + " and " + AgreementsInForce.IN_FORCE + """
				and exists (select from agreement_party p where p.agreement_id = a.id and p.ngo_id = :ngo)
				order by a.registered_on desc, a.id desc limit :limit
				""")
			.param("day", today)
			.param("ngo", ngoId)
			.param("limit", MOST)
			.query((row, _) -> entry(row, today))
			.list());
	}

	/** The ids of all that are published, newest first. */
	public List<UUID> published(int most) {
		return this.jdbc.sql(
				"select a.id from agreement a where a.published_at is not null order by a.published_at desc, a.id limit ?")
			.param(most)
			.query(UUID.class)
			.list();
	}

	/** One that is published; empty for all others. */
	public Optional<Entry> find(UUID id) {
		LocalDate today = this.agreements.today();
		return withSides(
				this.jdbc.sql(ENTRY + " and a.id = :id").param("id", id).query((row, _) -> entry(row, today)).list())
			.stream()
			.findFirst();
	}

	/**
	 * Published amendments and schedules of an agreement, in the order of their numbers.
	 */
	public List<Entry> belongingTo(UUID id) {
		LocalDate today = this.agreements.today();
		return withSides(this.jdbc.sql(ENTRY + " and a.parent_id = :id order by a.number_ordinal limit :limit")
			.param("id", id)
			.param("limit", MOST)
			.query((row, _) -> entry(row, today))
			.list());
	}

	/** Where a published agreement holds; empty when it covers all centres. */
	public List<CoveredCentre> centres(UUID id) {
		return this.jdbc.sql("""
				select c.name, c.slug from agreement_centre a join neighbourhood_centre c on c.id = a.centre_id
				where a.agreement_id = ? order by c.name, c.id limit 200
				""").param(id).query(CoveredCentre.class).list();
	}

	/** What the sides of a published agreement promised. */
	public List<Promise> promises(UUID id) {
		return this.jdbc.sql("""
				select c.id, p.role_name, c.kind, c.what, c.amount, c.cadence, c.due_on
				from commitment c join agreement_party p on p.agreement_id = c.agreement_id and p.party_id = c.by_party
				where c.agreement_id = ? order by c.position, c.id limit 100
				""")
			.param(id)
			.query((row, _) -> new Promise(row.getObject("id", UUID.class), row.getString("role_name"),
					CommitmentKind.valueOf(row.getString("kind")), row.getString("what"),
					row.getBigDecimal("amount").stripTrailingZeros().toPlainString(),
					Cadence.valueOf(row.getString("cadence")), row.getObject("due_on", LocalDate.class)))
			.list();
	}

	private static Entry entry(ResultSet row, LocalDate today) throws SQLException {
		AgreementStanding standing = AgreementStanding.of(row);
		return new Entry(row.getObject("id", UUID.class), AgreementKind.valueOf(row.getString("kind")),
				row.getString("title"), row.getString("number"), row.getObject("registered_on", LocalDate.class),
				row.getObject("parent_id", UUID.class), row.getBoolean("covers_all_centres"), standing.stateOn(today),
				standing.inForceFrom(), standing.end(), List.of());
	}

	private List<Entry> withSides(List<Entry> entries) {
		Map<UUID, List<Side>> sides = sides(entries.stream().map(Entry::id).toList());
		return entries.stream()
			.map((entry) -> new Entry(entry.id(), entry.kind(), entry.title(), entry.number(), entry.registeredOn(),
					entry.parentId(), entry.coversAllCentres(), entry.state(), entry.firstDay(), entry.lastDay(),
					sides.getOrDefault(entry.id(), List.of())))
			.toList();
	}

	/** The sides of agreements, in the order of their texts. */
	Map<UUID, List<Side>> sides(List<UUID> ids) {
		Map<UUID, List<Side>> sides = new HashMap<>();
		this.jdbc.sql("""
				select p.agreement_id, p.role_name, p.party_id, p.ngo_id is not null as ngo,
					coalesce(n.short_name, n.full_name, l.short_name) as name
				from agreement_party p left join ngo n on n.id = p.ngo_id
				left join library_system l on l.id = p.library_system_id
				where p.agreement_id = any(:ids) order by p.agreement_id, p.side
				""").param("ids", ids.toArray(UUID[]::new)).query((row, _) -> {
			sides.computeIfAbsent(row.getObject("agreement_id", UUID.class), (_) -> new java.util.ArrayList<>())
				.add(new Side(row.getString("role_name"), row.getObject("party_id", UUID.class), row.getString("name"),
						row.getBoolean("ngo")));
			return 0;
		}).list();
		return sides;
	}

	// what was typed is text to look for, not a pattern
	static String containing(String text) {
		return (text == null || text.isBlank()) ? null : "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
	}

}
