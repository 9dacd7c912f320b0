package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.AccountDirectory;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/**
 * Who speaks for a party, on what authority and until when. Recorded by coordinators and
 * administrators, who have seen the paper: nobody gives authority to oneself.
 */
@Service
@Transactional(readOnly = true)
public class Representations {

	private static final Limit MOST = Limit.of(100);

	private final RepresentationRepository representations;

	private final Parties parties;

	private final AccountDirectory accounts;

	private final PartnerTrail trail;

	Representations(RepresentationRepository representations, Parties parties, AccountDirectory accounts,
			PartnerTrail trail) {
		this.representations = representations;
		this.parties = parties;
		this.accounts = accounts;
		this.trail = trail;
	}

	/**
	 * Everybody recorded for the party, the latest first, ended ones among them; at most
	 * 100.
	 */
	public List<Representative> of(UUID partyId) {
		return this.representations.findByPartyIdOrderByValidFromDescIdDesc(partyId, MOST)
			.stream()
			.map(Representation::representative)
			.toList();
	}

	public Optional<Representative> find(UUID id) {
		return this.representations.findById(id).map(Representation::representative);
	}

	/** The authority by which that account speaks for the party on that day. */
	public Optional<Representative> ofAccount(UUID partyId, UUID accountId, LocalDate day) {
		return this.representations.actingOn(partyId, accountId, day, Limit.of(1))
			.stream()
			.findFirst()
			.map(Representation::representative);
	}

	/**
	 * @throws NotFoundException when there is none that the actor keeps
	 */
	public Representation forUpkeep(Actor actor, UUID partyId, UUID id) {
		PartnerUpkeep.requireAll(actor);
		return this.representations.findById(id)
			.filter((found) -> found.partyId().equals(partyId))
			.orElseThrow(() -> new NotFoundException("representation " + id));
	}

	/**
	 * @throws RefusedException when the account is no leader or signatory of the party
	 */
	@Transactional
	public Representative record(Actor actor, UUID partyId, RepresentativeDetails details) {
		PartnerUpkeep.requireAll(actor);
		Party party = this.parties.get(partyId);
		requireAccount(partyId, details);
		Representation saved = this.representations.save(new Representation(party, details));
		this.trail.tell(actor, "partners.representative.recorded", party, Map.of(), details.fields());
		return saved.representative();
	}

	/**
	 * @param version the version that was edited
	 * @throws StaleEditException when somebody saved it in between
	 */
	@Transactional
	public void change(Actor actor, UUID partyId, UUID id, RepresentativeDetails details, long version) {
		Representation representation = forUpkeep(actor, partyId, id);
		if (representation.version() != version) {
			throw new StaleEditException("representation " + id);
		}
		RepresentativeDetails before = representation.details();
		if (!before.equals(details)) {
			requireAccount(partyId, details);
			representation.change(details);
			this.trail.tell(actor, "partners.representative.changed", this.parties.get(partyId), before.fields(),
					details.fields());
		}
	}

	private void requireAccount(UUID partyId, RepresentativeDetails details) {
		UUID account = details.accountId();
		if (account != null && !this.accounts.isBoundTo(account, partyId)) {
			throw new RefusedException("accountId", "partners.representative.account.unknown");
		}
	}

}
