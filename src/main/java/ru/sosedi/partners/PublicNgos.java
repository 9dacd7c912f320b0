package ru.sosedi.partners;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.documents.Markdown;
import ru.sosedi.shared.HomeZone;

/**
 * The NGOs as residents see them: listed ones, with the contacts that are marked public.
 */
@Service
@Transactional(readOnly = true)
public class PublicNgos {

	/** How many NGOs a part of the list holds. */
	public static final int PAGE = 50;

	private static final int MOST_TERRITORIES = 100;

	private static final String LISTS = """
			array(select a.area from ngo_area a where a.ngo_id = n.id order by a.area) as areas,
			array(select t.name from ngo_territory t where t.ngo_id = n.id order by t.position) as territories
			""";

	private final JdbcClient jdbc;

	private final HomeZone home;

	private final Clock clock;

	PublicNgos(JdbcClient jdbc, HomeZone home, Clock clock) {
		this.jdbc = jdbc;
		this.home = home;
		this.clock = clock;
	}

	/**
	 * By name, one more than {@link #PAGE} when there are more. Typing errors in a name
	 * are forgiven.
	 */
	public List<NgoCard> list(NgoQuery query) {
		return this.jdbc
			.sql("select n.id, n.slug, n.short_name, n.legal_form, n.logo_tag, " + LISTS
					+ """
							from ngo n
							where n.state = 'LISTED'
								and (cast(:text as text) is null
									or (n.short_name || ' ' || n.full_name || ' ' || coalesce(n.about, '')) ilike all(:words)
									or :text <% (n.short_name || ' ' || coalesce(n.full_name, '')))
								and (cast(:area as text) is null
									or exists (select from ngo_area a where a.ngo_id = n.id and a.area = :area))
								and (cast(:territory as text) is null
									or exists (select from ngo_territory t where t.ngo_id = n.id and t.name = :territory))
								and (cast(:after as uuid) is null
									or (n.short_name, n.id) > (select last.short_name, last.id from ngo last where last.id = :after))
							order by n.short_name, n.id
							limit :limit
							""")
			.param("text", query.text())
			.param("words", SearchWords.patterns(query.text()))
			.param("area", (query.area() == null) ? null : query.area().name())
			.param("territory", query.territory())
			.param("after", query.after())
			.param("limit", PAGE + 1)
			.query(PublicNgos::card)
			.list();
	}

	/** The territories of listed NGOs, by name; at most 100. */
	public List<String> territories() {
		return this.jdbc.sql("""
				select distinct t.name
				from ngo_territory t join ngo n on n.id = t.ngo_id
				where n.state = 'LISTED'
				order by t.name
				limit :limit
				""").param("limit", MOST_TERRITORIES).query(String.class).list();
	}

	/** The addresses of all listed NGOs, for search engines. */
	public List<String> slugs(int limit) {
		return this.jdbc.sql("select slug from ngo where state = 'LISTED' order by slug limit :limit")
			.param("limit", limit)
			.query(String.class)
			.list();
	}

	/** Empty for an NGO that is not listed. */
	public Optional<NgoProfile> bySlug(String slug) {
		return this.jdbc
			.sql("""
					select n.id, n.slug, n.short_name, n.full_name, n.legal_form, n.inn, n.ogrn, n.address, n.site, n.logo_tag,
						n.about, case when n.phone_public then n.phone end as phone,
						case when n.email_public then n.email end as email,
						array(select a.name from alliance_membership m join alliance a on a.id = m.alliance_id
							where m.ngo_id = n.id and m.joined_on <= :today and (m.left_on is null or m.left_on > :today)
							order by a.name) as alliances,
					"""
					+ LISTS + "from ngo n where n.slug = :slug and n.state = 'LISTED'")
			.param("slug", slug)
			.param("today", LocalDate.ofInstant(this.clock.instant(), this.home.homeZone()))
			.query((row, number) -> profile(row))
			.optional();
	}

	private NgoProfile profile(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		return new NgoProfile(id, row.getString("slug"), row.getString("short_name"), row.getString("full_name"),
				LegalForm.valueOf(row.getString("legal_form")), row.getString("inn"), row.getString("ogrn"),
				row.getString("address"), row.getString("phone"), row.getString("email"), row.getString("site"),
				row.getString("logo_tag"), Markdown.toHtml(row.getString("about")), areas(row),
				texts(row, "territories"), texts(row, "alliances"), registers(id));
	}

	private List<RegisterEntry> registers(UUID id) {
		return this.jdbc
			.sql("select kind, number, entered_on, link from ngo_register_entry where ngo_id = :id order by position")
			.param("id", id)
			.query(PublicNgos::register)
			.list();
	}

	private static RegisterEntry register(ResultSet row, int number) throws SQLException {
		Date entered = row.getDate("entered_on");
		return new RegisterEntry(RegisterKind.valueOf(row.getString("kind")), row.getString("number"),
				(entered == null) ? null : entered.toLocalDate(), row.getString("link"));
	}

	private static NgoCard card(ResultSet row, int number) throws SQLException {
		return new NgoCard(row.getObject("id", UUID.class), row.getString("slug"), row.getString("short_name"),
				LegalForm.valueOf(row.getString("legal_form")), row.getString("logo_tag"), areas(row),
				texts(row, "territories"));
	}

	private static List<AreaOfWork> areas(ResultSet row) throws SQLException {
		return texts(row, "areas").stream().map(AreaOfWork::valueOf).toList();
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return Arrays.asList((String[]) row.getArray(column).getArray());
	}

}
