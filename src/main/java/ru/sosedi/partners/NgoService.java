package ru.sosedi.partners;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.TypedText;

/**
 * Keeps the cards of NGOs: coordinators and administrators all of them, a leader that of
 * her own.
 */
@Service
@Transactional(readOnly = true)
public class NgoService {

	private static final int LONGEST_NAME = 200;

	private final NgoRepository ngos;

	private final NgoSlugs slugs;

	private final SimilarNgos similar;

	private final PartnerTrail trail;

	private final JdbcClient jdbc;

	NgoService(NgoRepository ngos, NgoSlugs slugs, SimilarNgos similar, PartnerTrail trail, JdbcClient jdbc) {
		this.ngos = ngos;
		this.slugs = slugs;
		this.similar = similar;
		this.trail = trail;
		this.jdbc = jdbc;
	}

	/**
	 * @throws NotFoundException when there is none that the actor keeps
	 */
	public Ngo forUpkeep(Actor actor, UUID id) {
		PartnerUpkeep.require(actor, id);
		return this.ngos.findById(id).orElseThrow(() -> new NotFoundException("NGO " + id)).whole();
	}

	/**
	 * A new card.
	 * @param another whether somebody looked at the similar names and said that it is
	 * another NGO
	 * @throws RefusedException when another NGO has that INN or OGRN
	 * @throws SimilarNgosException when there are similar names and nobody looked yet
	 */
	@Transactional
	public Ngo create(Actor actor, NgoDetails details, boolean another) {
		PartnerUpkeep.requireAll(actor);
		requireNumbersFree(details, null);
		requireNoOther(details, null, another);
		Ngo ngo = this.ngos.saveAndFlush(new Ngo(details, this.slugs.free(details.shortName())));
		tell(actor, "partners.ngo.created", ngo, Map.of());
		return ngo;
	}

	/**
	 * The NGO of that name, whatever its quotation marks and case; one that is only named
	 * is made when there is none.
	 * @return its id
	 * @throws RefusedException at the field {@code name} when the name is empty or too
	 * long
	 */
	@Transactional
	public UUID named(Actor actor, String name) {
		String line = NgoName.line(TypedText.required(name, "name", "partners.ngo.short-name.missing"));
		TypedText.noLonger(line, LONGEST_NAME, "name");
		return idOf(line).orElseGet(() -> {
			Ngo ngo = this.ngos.saveAndFlush(new Ngo(line));
			tell(actor, "partners.ngo.named", ngo, Map.of());
			return ngo.id();
		});
	}

	private Optional<UUID> idOf(String name) {
		return this.jdbc.sql("select id from ngo where name_key = :key order by state = 'NAMED', id limit 1")
			.param("key", NgoName.key(name))
			.query(UUID.class)
			.optional();
	}

	/**
	 * Fills or changes the card.
	 * @param version the version that was edited
	 * @param another as for {@link #create}; asked only when the name changes
	 * @throws StaleEditException when somebody saved it in between
	 * @throws RefusedException when another NGO has that INN or OGRN
	 */
	@Transactional
	public Ngo change(Actor actor, UUID id, NgoDetails details, long version, boolean another) {
		Ngo ngo = forUpkeep(actor, id);
		if (ngo.version() != version) {
			throw new StaleEditException("NGO " + id);
		}
		if (!ngo.isNamedOnly() && ngo.details().equals(details)) {
			return ngo;
		}
		requireNumbersFree(details, id);
		if (ngo.isNamedOnly() || !NgoName.key(ngo.shortName()).equals(NgoName.key(details.shortName()))) {
			requireNoOther(details, id, another);
		}
		Map<String, String> before = ngo.fields();
		if (ngo.isNamedOnly()) {
			ngo.fill(details, this.slugs.free(details.shortName()));
		}
		else {
			ngo.change(details);
		}
		this.ngos.flush();
		tell(actor, "partners.ngo.changed", ngo, before);
		if (!ngo.shortName().equals(before.get("shortName"))) {
			this.trail.publish(new Ngo.Renamed(id));
		}
		return ngo;
	}

	/**
	 * Shows the card to residents.
	 * @throws RefusedException while it is not filled
	 */
	@Transactional
	public void list(Actor actor, UUID id) {
		Ngo ngo = forUpkeep(actor, id);
		if (!ngo.isListed()) {
			ngo.list();
			tellState(actor, "partners.ngo.listed", ngo);
		}
	}

	/** Hides the card from residents. */
	@Transactional
	public void hide(Actor actor, UUID id) {
		Ngo ngo = forUpkeep(actor, id);
		if (ngo.isListed()) {
			ngo.hide();
			tellState(actor, "partners.ngo.hidden", ngo);
		}
	}

	private void requireNumbersFree(NgoDetails details, UUID self) {
		if (details.inn() != null) {
			this.ngos.findByInn(details.inn().value())
				.filter((other) -> !other.id().equals(self))
				.ifPresent((other) -> {
					throw new RefusedException("inn", "partners.requisites.inn.taken", other.shortName());
				});
		}
		if (details.ogrn() != null) {
			this.ngos.findByOgrn(details.ogrn().value())
				.filter((other) -> !other.id().equals(self))
				.ifPresent((other) -> {
					throw new RefusedException("ogrn", "partners.requisites.ogrn.taken", other.shortName());
				});
		}
	}

	private void requireNoOther(NgoDetails details, UUID self, boolean another) {
		if (!another) {
			var found = this.similar.to(details.shortName(), self);
			if (!found.isEmpty()) {
				throw new SimilarNgosException(found);
			}
		}
	}

	private void tell(Actor actor, String action, Ngo ngo, Map<String, String> before) {
		this.trail.tell(actor, action, "Ngo", ngo.id(), ngo.shortName(), before, ngo.fields());
	}

	private void tellState(Actor actor, String action, Ngo ngo) {
		this.trail.tell(actor, action, "Ngo", ngo.id(), ngo.shortName(), Map.of(), Map.of());
	}

}
