package ru.sosedi.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.CentreState;
import ru.sosedi.shared.RefusedException;

/** An event's way to residents and back. */
@Service
@Transactional(readOnly = true)
public class Publication {

	private final StaffEvents staff;

	private final OccurrenceRepository occurrences;

	private final EventAgreements agreements;

	private final DateClaimsOfAll claims;

	private final Clock clock;

	Publication(StaffEvents staff, OccurrenceRepository occurrences, EventAgreements agreements, DateClaimsOfAll claims,
			Clock clock) {
		this.staff = staff;
		this.occurrences = occurrences;
		this.agreements = agreements;
		this.claims = claims;
		this.clock = clock;
	}

	/**
	 * What an event still needs before residents may see it, as message keys; empty when
	 * it is ready.
	 */
	public static List<String> missing(boolean summary, boolean audience, boolean dateToCome, CentreState centre) {
		List<String> missing = new ArrayList<>();
		if (!dateToCome) {
			missing.add("programme.event.publication.missing.date");
		}
		if (!summary) {
			missing.add("programme.event.publication.missing.summary");
		}
		if (!audience) {
			missing.add("programme.event.publication.missing.audience");
		}
		if (centre != CentreState.OPEN) {
			missing.add("programme.event.publication.missing.centre");
		}
		return missing;
	}

	/** What this event still needs; empty when it is ready. */
	public List<String> missing(Event event) {
		return missing(!event.summary().isEmpty(), !event.audiences().isEmpty(),
				this.occurrences.countToCome(event.id(), this.clock.instant()) > 0, event.centre().state());
	}

	/**
	 * What it counts towards is chosen where nobody has chosen and the fit is
	 * unambiguous.
	 * @throws RefusedException when something is missing; also an agreement with a
	 * partner, where the network wants one
	 */
	@Transactional
	public void publish(Actor actor, UUID id) {
		Event event = this.staff.toChange(actor, id);
		List<String> missing = missing(event);
		if (event.state() == EventState.DRAFT && !missing.isEmpty()) {
			throw new RefusedException(null, missing.getFirst());
		}
		AgreementFit fit = this.agreements.of(event);
		fit.blocking().ifPresent((blocking) -> {
			throw new RefusedException(null, "programme.agreement.blocked", blocking.partner().name());
		});
		this.agreements.chooseUnambiguous(actor, event, fit);
		Instant now = this.clock.instant();
		event.publish(now);
		followEvent(event, false, now);
		this.staff.record(actor, "programme.event.published", event, Map.of("state", EventState.DRAFT.name()),
				Map.of("state", event.state().name()));
		tell(event);
	}

	/**
	 * Publishes an event that counts towards these commitments.
	 * @throws RefusedException as above, or when it may not count towards one of them
	 */
	@Transactional
	public void publish(Actor actor, UUID id, Set<UUID> commitments) {
		this.agreements.choose(actor, id, commitments);
		publish(actor, id);
	}

	private void tell(Event event) {
		this.occurrences.flush();
		this.claims.changed(event);
	}

	/**
	 * Why a published event cannot become a draft again, as a message key; {@code null}
	 * when it can: its first date has not begun, and nobody has signed up.
	 */
	public String withdrawalRefusal(Event event) {
		boolean begun = !this.occurrences.findFirstStart(event.id()).map(this.clock.instant()::isBefore).orElse(true);
		if (begun) {
			return "programme.event.withdrawal.begun";
		}
		return (this.claims.claimed(datesOf(event)) > 0) ? "programme.event.withdrawal.claimed" : null;
	}

	private List<UUID> datesOf(Event event) {
		return this.occurrences.findOfEvent(event.id()).stream().map(Occurrence::id).toList();
	}

	/**
	 * Takes a published event back into a draft.
	 * @throws RefusedException when its first date has begun, or somebody has signed up
	 */
	@Transactional
	public void withdraw(Actor actor, UUID id) {
		Event event = this.staff.toChange(actor, id);
		this.claims.lock(datesOf(event));
		String refusal = withdrawalRefusal(event);
		if (event.state() == EventState.PUBLISHED && refusal != null) {
			throw new RefusedException(null, refusal);
		}
		Instant now = this.clock.instant();
		event.withdraw(now);
		followEvent(event, true, now);
		this.staff.record(actor, "programme.event.withdrawn", event, Map.of("state", EventState.PUBLISHED.name()),
				Map.of("state", event.state().name()));
		tell(event);
	}

	/** How many dates a cancellation would cancel. */
	public long datesToCome(UUID eventId) {
		return this.occurrences.countToCome(eventId, this.clock.instant());
	}

	/**
	 * Cancels a published event with all its dates to come; residents go on seeing them
	 * with the reason.
	 */
	@Transactional
	public void cancel(Actor actor, UUID id, String reason) {
		Event event = this.staff.toChange(actor, id);
		Instant now = this.clock.instant();
		if (event.state() == EventState.PUBLISHED && datesToCome(id) == 0) {
			throw new RefusedException(null, "programme.event.cancellation.over");
		}
		event.cancel(reason, now);
		List<Occurrence.Cancelled> cancelled = new ArrayList<>();
		for (Occurrence occurrence : this.occurrences.findOfEvent(id)) {
			if (occurrence.isScheduled() && !occurrence.hasBegun(now)) {
				occurrence.cancel(reason, now);
				cancelled.add(new Occurrence.Cancelled(occurrence.id(), occurrence.cancellationReason()));
			}
		}
		tell(event);
		cancelled.forEach(this.claims::publish);
		this.staff.record(actor, "programme.event.cancelled", event, Map.of("state", EventState.PUBLISHED.name()),
				Map.of("state", event.state().name(), "reason", event.cancellationReason()));
	}

	private void followEvent(Event event, boolean noticeable, Instant now) {
		this.occurrences.findOfEvent(event.id()).forEach((occurrence) -> occurrence.followEvent(noticeable, now));
	}

}
