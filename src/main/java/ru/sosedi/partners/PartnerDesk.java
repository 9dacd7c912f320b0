package ru.sosedi.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.HomeZone;

/** What keepers of cards see: the NGOs that are theirs, and whose authority ends. */
@Service
@Transactional(readOnly = true)
public class PartnerDesk {

	/** How many NGOs a part of the list holds. */
	public static final int PAGE = 50;

	/** So many days before its end an authority is marked. */
	public static final int SOON = 30;

	private static final int MOST_ENDS = 50;

	private final JdbcClient jdbc;

	private final HomeZone home;

	private final Clock clock;

	PartnerDesk(JdbcClient jdbc, HomeZone home, Clock clock) {
		this.jdbc = jdbc;
		this.home = home;
		this.clock = clock;
	}

	/**
	 * One more than {@link #PAGE} when there are more, by name.
	 * @param text words of the name, or the beginning of an INN; may be {@code null}
	 * @param state {@code null} for any
	 * @param after the last NGO of the part before; {@code null} for the beginning
	 */
	public List<PartnerRow> ngos(Actor actor, String text, NgoState state, UUID after) {
		return this.jdbc
			.sql("""
					select n.id, n.short_name, n.legal_form, n.inn, n.state,
						coalesce((select string_agg(a.name, ', ' order by a.name) from alliance_membership m
							join alliance a on a.id = m.alliance_id
							where m.ngo_id = n.id and m.joined_on <= :today and (m.left_on is null or m.left_on > :today)), '')
							as alliances
					from ngo n
					where (:all or n.id = any(:own))
						and (cast(:state as text) is null or n.state = :state)
						and ((n.short_name || ' ' || coalesce(n.full_name, '')) ilike all(:words) or n.inn like :inn)
						and (cast(:after as uuid) is null
							or (n.short_name, n.id) > (select last.short_name, last.id from ngo last where last.id = :after))
					order by n.short_name, n.id
					limit :limit
					""")
			.param("all", PartnerUpkeep.ofAll(actor))
			.param("own", actor.ngoIds().toArray(UUID[]::new))
			.param("today", today())
			.param("state", (state == null) ? null : state.name())
			.param("words", SearchWords.patterns(text))
			.param("inn", SearchWords.innPattern(text))
			.param("after", after)
			.param("limit", PAGE + 1)
			.query(PartnerRow.class)
			.list();
	}

	/**
	 * The parties of the actor for which nobody will speak in 30 days any more, though
	 * somebody did: until a later authority is recorded. At most 50, the most urgent
	 * first.
	 */
	public List<AuthorityEnd> ends(Actor actor) {
		LocalDate today = today();
		return this.jdbc.sql("select p.id as party_id, p.short_name, r.until, r.until - :today as days from " + """
				(select party_id, max(valid_until) as until
					from representation
					where :all or party_id = any(:own)
					group by party_id
					having bool_and(valid_until is not null) and max(valid_until) <= :soon) as r
				join
				""" + Parties.PARTY.replace(" as party", " as p") + """
				on p.id = r.party_id
				order by r.until, p.short_name, p.id
				limit :limit
				""")
			.param("today", today)
			.param("soon", today.plusDays(SOON))
			.param("all", PartnerUpkeep.ofAll(actor))
			.param("own", actor.parties().toArray(UUID[]::new))
			.param("limit", MOST_ENDS)
			.query(AuthorityEnd.class)
			.list();
	}

	/** Today in the network's zone. */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.home.homeZone());
	}

}
