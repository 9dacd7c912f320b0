package ru.sosedi.partners;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Audited;

/** Tells the audit trail what changed about a partner: only the fields that differ. */
@Component
class PartnerTrail {

	private final ApplicationEventPublisher events;

	PartnerTrail(ApplicationEventPublisher events) {
		this.events = events;
	}

	/**
	 * @param before all fields before; empty for something new
	 * @param after all fields after; empty for something removed
	 */
	void tell(Actor actor, String action, Party party, Map<String, String> before, Map<String, String> after) {
		String subject = (party.kind() == PartyKind.NGO) ? "Ngo" : "LibrarySystem";
		tell(actor, action, subject, party.id(), party.shortName(), before, after);
	}

	void tell(Actor actor, String action, String subject, Object id, String name, Map<String, String> before,
			Map<String, String> after) {
		this.events.publishEvent(new Audited(actor.accountId(), actor.name(), action, subject, id.toString(), name,
				differing(before, after), differing(after, before)));
	}

	/** For the modules above. */
	void publish(Object happened) {
		this.events.publishEvent(happened);
	}

	private static Map<String, String> differing(Map<String, String> fields, Map<String, String> others) {
		Map<String, String> differing = new LinkedHashMap<>();
		fields.forEach((field, value) -> {
			if (value != null && !Objects.equals(value, others.get(field))) {
				differing.put(field, value);
			}
		});
		return differing;
	}

}
