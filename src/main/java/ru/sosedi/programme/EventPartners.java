package ru.sosedi.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.NgoDirectory;
import ru.sosedi.partners.NgoLink;
import ru.sosedi.partners.NgoService;
import ru.sosedi.shared.RefusedException;

/** The partners of events, by the directory of partners. */
@Component
class EventPartners {

	private final NgoDirectory directory;

	private final NgoService ngos;

	EventPartners(NgoDirectory directory, NgoService ngos) {
		this.directory = directory;
		this.ngos = ngos;
	}

	/**
	 * The same details with a card for every partner, each once.
	 * @throws RefusedException at {@code partners} when there is no such card
	 */
	EventDetails known(Actor actor, EventDetails details) {
		Map<UUID, NgoLink> links = links(details.partners());
		List<PartnerChoice> known = new ArrayList<>();
		Set<UUID> seen = new HashSet<>();
		for (PartnerChoice choice : details.partners()) {
			UUID id = (choice.ngoId() != null) ? choice.ngoId() : this.ngos.named(actor, choice.name());
			if (choice.ngoId() != null && !links.containsKey(id)) {
				throw new RefusedException("partners", "programme.event.partner.unknown");
			}
			if (seen.add(id)) {
				known.add(PartnerChoice.of(id, choice.leads()));
			}
		}
		return details.withPartners(known);
	}

	/** As pages name them, in their order. One statement at most. */
	List<EventPartner> named(List<PartnerChoice> partners) {
		Map<UUID, NgoLink> links = links(partners);
		return partners.stream().filter((partner) -> links.containsKey(partner.ngoId())).map((partner) -> {
			NgoLink link = links.get(partner.ngoId());
			return new EventPartner(link.id(), link.shortName(), link.listed() ? link.slug() : null, partner.leads());
		}).toList();
	}

	private Map<UUID, NgoLink> links(Collection<PartnerChoice> partners) {
		List<UUID> ids = partners.stream().map(PartnerChoice::ngoId).filter((id) -> id != null).toList();
		return this.directory.named(ids);
	}

}
