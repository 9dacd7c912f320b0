package ru.sosedi.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds accounts, by name and in portions. */
@Service
@Transactional(readOnly = true)
public class AccountDirectory {

	/** How many accounts a portion holds. */
	public static final int PORTION = 50;

	/**
	 * What to look for; every part may be {@code null}.
	 *
	 * @param text a part of the name or of the e-mail address; typing errors in a name
	 * are forgiven
	 * @param after the last account of the portion before
	 */
	public record Filter(String text, Role role, Account.State state, UUID after) {

	}

	/**
	 * One line of the list.
	 *
	 * @param lastSignInAt {@code null} when there was none
	 */
	public record Row(UUID id, String name, String email, Account.State state, Set<Role> roles, Instant lastSignInAt) {

	}

	/**
	 * @param next where the next portion begins; {@code null} at the end
	 */
	public record Portion(List<Row> rows, UUID next) {

	}

	/**
	 * Somebody who can be named or written to.
	 *
	 * @param language of letters: ru or en
	 */
	public record Bound(UUID id, String name, String email, String language) {

	}

	private static final String QUERY = """
			select a.id, a.name, a.email, a.state, a.last_sign_in_at,
				(select string_agg(distinct g.role, ',') from role_grant g where g.account_id = a.id) as roles
			from account a
			where (cast(:text as text) is null or a.name ilike :pattern or a.email ilike :pattern or :text <% a.name)
				and (cast(:state as text) is null or a.state = :state)
				and (cast(:role as text) is null
					or exists (select 1 from role_grant g where g.account_id = a.id and g.role = :role))
				and (cast(:after as uuid) is null
					or (a.name, a.id) > (select last.name, last.id from account last where last.id = :after))
			order by a.name, a.id
			limit :limit
			""";

	private final JdbcClient jdbc;

	AccountDirectory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The people whose role of leader or signatory is bound to that party, by name; at
	 * most 50.
	 */
	public List<Bound> boundTo(UUID partyId) {
		return this.jdbc.sql("""
				select a.id, a.name, a.email, a.language
				from account a
				where exists (select from role_grant g where g.account_id = a.id and g.party_id = :party)
					and a.state <> 'BLOCKED'
				order by a.name, a.id
				limit :limit
				""").param("party", partyId).param("limit", PORTION).query(Bound.class).list();
	}

	/**
	 * Whether that account, unless it is blocked, has a role that is bound to the party.
	 */
	public boolean isBoundTo(UUID accountId, UUID partyId) {
		return this.jdbc.sql("""
				select exists (select from account a join role_grant g on g.account_id = a.id
					where a.id = :account and g.party_id = :party and a.state <> 'BLOCKED')
				""").param("account", accountId).param("party", partyId).query(Boolean.class).single();
	}

	/** The people with that role who may sign in, by name; at most 50. */
	public List<Bound> with(Role role) {
		return this.jdbc
			.sql("""
					select a.id, a.name, a.email, a.language
					from account a
					where exists (select from role_grant g where g.account_id = a.id and g.role = :role) and a.state = 'ACTIVE'
					order by a.name, a.id
					limit :limit
					""")
			.param("role", role.name())
			.param("limit", PORTION)
			.query(Bound.class)
			.list();
	}

	public Portion find(Filter filter) {
		String text = (filter.text() == null || filter.text().isBlank()) ? null
				: filter.text().strip().replace("\0", "");
		List<Row> rows = this.jdbc.sql(QUERY)
			.param("text", text)
			.param("pattern", (text != null) ? "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%" : null)
			.param("state", (filter.state() != null) ? filter.state().name() : null)
			.param("role", (filter.role() != null) ? filter.role().name() : null)
			.param("after", filter.after())
			.param("limit", PORTION + 1)
			.query(AccountDirectory::row)
			.list();
		boolean more = rows.size() > PORTION;
		List<Row> portion = more ? rows.subList(0, PORTION) : rows;
		return new Portion(portion, more ? portion.getLast().id() : null);
	}

	private static Row row(ResultSet result, int number) throws SQLException {
		String roles = result.getString("roles");
		OffsetDateTime signedIn = result.getObject("last_sign_in_at", OffsetDateTime.class);
		return new Row(result.getObject("id", UUID.class), result.getString("name"), result.getString("email"),
				Account.State.valueOf(result.getString("state")),
				(roles == null) ? Set.of()
						: Arrays.stream(roles.split(","))
							.map(Role::valueOf)
							.collect(Collectors.toCollection(TreeSet::new)),
				(signedIn != null) ? signedIn.toInstant() : null);
	}

}
