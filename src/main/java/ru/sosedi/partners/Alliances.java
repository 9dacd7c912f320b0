package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.TypedText;

/**
 * Alliances of NGOs and who is in them since when: kept by coordinators and
 * administrators.
 */
@Service
@Transactional(readOnly = true)
public class Alliances {

	private static final Limit MOST = Limit.of(100);

	private static final int MOST_MEMBERS = 2000;

	private static final int LONGEST_NAME = 300;

	private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

	private final AllianceRepository alliances;

	private final MembershipRepository memberships;

	private final Parties parties;

	private final PartnerTrail trail;

	private final JdbcClient jdbc;

	Alliances(AllianceRepository alliances, MembershipRepository memberships, Parties parties, PartnerTrail trail,
			JdbcClient jdbc) {
		this.alliances = alliances;
		this.memberships = memberships;
		this.parties = parties;
		this.trail = trail;
		this.jdbc = jdbc;
	}

	/** By name, at most 100. */
	public List<Alliance> all() {
		return this.alliances.findAllByOrderByName(MOST);
	}

	/**
	 * @throws NotFoundException when there is none
	 */
	public Alliance byId(UUID id) {
		return this.alliances.findById(id).orElseThrow(() -> new NotFoundException("alliance " + id));
	}

	/** Who is a member now first, by name, then those who left; at most 2000. */
	public List<Member> members(UUID allianceId) {
		return this.jdbc.sql("""
				select m.id as membership_id, n.id as ngo_id, n.short_name, n.state, m.joined_on, m.left_on
				from alliance_membership m join ngo n on n.id = m.ngo_id
				where m.alliance_id = :alliance
				order by m.left_on is not null, n.short_name, n.id, m.joined_on desc
				limit :limit
				""").param("alliance", allianceId).param("limit", MOST_MEMBERS).query(Member.class).list();
	}

	/**
	 * @throws RefusedException when the name is empty or taken
	 */
	@Transactional
	public Alliance create(Actor actor, String name) {
		PartnerUpkeep.requireAll(actor);
		Alliance alliance = saved(new Alliance(nameOf(name)));
		tell(actor, "partners.alliance.created", alliance, Map.of(), Map.of("name", alliance.name()));
		return alliance;
	}

	/**
	 * @param legalNgoId the NGO that acts for the alliance; may be {@code null}
	 * @throws StaleEditException when somebody saved it in between
	 * @throws RefusedException when the name is empty or taken, or the NGO is no legal
	 * entity
	 */
	@Transactional
	public void change(Actor actor, UUID id, String name, UUID legalNgoId, long version) {
		PartnerUpkeep.requireAll(actor);
		Alliance alliance = byId(id);
		if (alliance.version() != version) {
			throw new StaleEditException("alliance " + id);
		}
		if (legalNgoId != null) {
			Party party = this.parties.find(legalNgoId)
				.filter((found) -> found.kind() == PartyKind.NGO)
				.orElseThrow(() -> new RefusedException("legalNgoId", "partners.alliance.legal.unknown"));
			if (!party.complete()) {
				throw new RefusedException("legalNgoId", "partners.alliance.legal.incomplete", party.shortName());
			}
		}
		Map<String, String> before = fields(alliance);
		alliance.change(nameOf(name), legalNgoId);
		saved(alliance);
		tell(actor, "partners.alliance.changed", alliance, before, fields(alliance));
	}

	/**
	 * @throws RefusedException when the NGO is a member at that time already
	 */
	@Transactional
	public Membership join(Actor actor, UUID allianceId, UUID ngoId, LocalDate joinedOn) {
		PartnerUpkeep.requireAll(actor);
		Alliance alliance = byId(allianceId);
		Party ngo = (ngoId == null) ? null
				: this.parties.find(ngoId).filter((party) -> party.kind() == PartyKind.NGO).orElse(null);
		TypedText.required(ngo, "ngoId", "partners.membership.ngo.missing");
		possible(joinedOn, "joinedOn");
		boolean member = this.jdbc.sql("""
				select exists (select from alliance_membership
					where alliance_id = :alliance and ngo_id = :ngo and (left_on is null or left_on > :day))
				""")
			.param("alliance", allianceId)
			.param("ngo", ngoId)
			.param("day", joinedOn)
			.query(Boolean.class)
			.single();
		if (member) {
			throw new RefusedException("joinedOn", "partners.membership.overlaps");
		}
		try {
			Membership membership = this.memberships.saveAndFlush(new Membership(allianceId, ngoId, joinedOn));
			tell(actor, "partners.membership.began", alliance, Map.of(),
					Map.of("ngo", ngo.shortName(), "joinedOn", joinedOn.toString()));
			return membership;
		}
		catch (DataIntegrityViolationException atOnce) {
			throw new RefusedException("joinedOn", "partners.membership.overlaps");
		}
	}

	/**
	 * @param leftOn the first day without it
	 * @throws RefusedException when it left already or would leave before it joined
	 */
	@Transactional
	public void leave(Actor actor, UUID allianceId, UUID membershipId, LocalDate leftOn) {
		PartnerUpkeep.requireAll(actor);
		Alliance alliance = byId(allianceId);
		Membership membership = this.memberships.findById(membershipId)
			.filter((found) -> found.allianceId().equals(allianceId))
			.orElseThrow(() -> new NotFoundException("membership " + membershipId));
		possible(leftOn, "leftOn");
		membership.end(leftOn);
		tell(actor, "partners.membership.ended", alliance, Map.of(),
				Map.of("ngo", this.parties.get(membership.ngoId()).shortName(), "leftOn", leftOn.toString()));
	}

	private Alliance saved(Alliance alliance) {
		try {
			return this.alliances.saveAndFlush(alliance);
		}
		catch (DataIntegrityViolationException taken) {
			throw new RefusedException("name", "partners.alliance.name.taken");
		}
	}

	private static String nameOf(String typed) {
		return TypedText.noLonger(TypedText.required(typed, "name", "partners.alliance.name.missing"), LONGEST_NAME,
				"name");
	}

	private static void possible(LocalDate day, String field) {
		TypedText.required(day, field, "partners.membership.day.missing");
		if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
			throw new RefusedException(field, "partners.date.impossible");
		}
	}

	private static Map<String, String> fields(Alliance alliance) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("name", alliance.name());
		fields.put("legalNgo", (alliance.legalNgoId() == null) ? null : alliance.legalNgoId().toString());
		return fields;
	}

	private void tell(Actor actor, String action, Alliance alliance, Map<String, String> before,
			Map<String, String> after) {
		this.trail.tell(actor, action, "Alliance", alliance.id(), alliance.name(), before, after);
	}

}
