package ru.sosedi.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/** How agreements end, are put away, and get into the public register. */
@Service
@Transactional(readOnly = true)
public class Endings {

	private static final int LONGEST_REASON = 500;

	private final JdbcClient jdbc;

	private final AgreementRepository repository;

	private final Agreements agreements;

	private final Circuit circuit;

	private final AgreementTrail trail;

	private final Clock clock;

	Endings(JdbcClient jdbc, AgreementRepository repository, Agreements agreements, Circuit circuit,
			AgreementTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.repository = repository;
		this.agreements = agreements;
		this.circuit = circuit;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * An end before the end.
	 *
	 * @param lastDay on which it is in force
	 * @param noticedOn when the other sides were told, or all agreed
	 * @param byParty who ends it; {@code null} when all sides agree
	 */
	public record Termination(LocalDate lastDay, LocalDate noticedOn, UUID byParty, String reason) {

	}

	/**
	 * A side that ends it keeps the term of notice; what all agree on needs none.
	 * @throws NotFoundException for anybody but coordinators and administrators
	 * @throws RefusedException at the field that cannot be so
	 */
	@Transactional
	public void terminate(Actor actor, UUID agreementId, Termination wanted) {
		Agreement agreement = this.agreements.forKeeping(actor, agreementId);
		AgreementStanding standing = this.agreements.standing(agreementId);
		AgreementTransitions.TERMINATION.require(standing.stateOn(this.agreements.today()));
		if (standing.terminatedLastDay() != null) {
			throw new RefusedException(null, "agreements.termination.twice");
		}
		LocalDate noticed = noticed(wanted.noticedOn());
		LocalDate last = TypedText.required(wanted.lastDay(), "lastDay", "agreements.termination.day.missing");
		if (wanted.byParty() != null && agreement.side(wanted.byParty()).isEmpty()) {
			throw new RefusedException("byParty", "agreements.termination.party.unknown");
		}
		int notice = (wanted.byParty() == null) ? 0 : agreement.terms().noticeDays();
		if (last.isBefore(noticed.plusDays(notice))) {
			throw new RefusedException("lastDay", "agreements.termination.day.early", notice);
		}
		if (standing.lastDay() != null && last.isAfter(standing.lastDay())) {
			throw new RefusedException("lastDay", "agreements.termination.day.late");
		}
		if (last.isBefore(standing.inForceFrom())) {
			throw new RefusedException("lastDay", "agreements.termination.day.before-start");
		}
		String reason = reason(wanted.reason(), "agreements.termination.reason.missing");
		this.jdbc.sql("""
				insert into agreement_termination (agreement_id, last_day, noticed_on, by_party, reason, at, by_account,
					by_name)
				values (:id, :last, :noticed, :party, :reason, :now, :by, :name)
				""")
			.param("id", agreementId)
			.param("last", last)
			.param("noticed", noticed)
			.param("party", wanted.byParty())
			.param("reason", reason)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", actor.accountId())
			.param("name", actor.name())
			.update();
		Map<String, String> facts = new TreeMap<>();
		facts.put("lastDay", last.toString());
		facts.put("noticedOn", noticed.toString());
		facts.put("party", (wanted.byParty() == null) ? "" : wanted.byParty().toString());
		facts.put("reason", reason);
		this.trail.record(actor, agreementId, agreement.name(), "agreements.termination.recorded", facts);
	}

	/**
	 * Why nobody can say now that it shall not be prolonged; {@code null} when one can.
	 */
	public Reason whyNoNotice(Agreement agreement) {
		AgreementStanding standing = this.agreements.standing(agreement.id());
		Reason refusal = AgreementTransitions.NOTICE.refusal(standing.stateOn(this.agreements.today()));
		if (refusal != null) {
			return refusal;
		}
		if (agreement.terms().prolongation() != Prolongation.AUTOMATIC || standing.terminatedLastDay() != null) {
			return Reason.of("agreements.notice.nothing");
		}
		return standing.movesByItself() ? null : Reason.of("agreements.notice.twice");
	}

	/**
	 * A side says that the agreement shall not be prolonged: its people do, or a
	 * coordinator writes it down.
	 * @param noticedOn when it was said, so many days before the end as was agreed
	 * @throws NotFoundException for who speaks for another side or for none
	 */
	@Transactional
	public void giveNotice(Actor actor, UUID agreementId, UUID partyId, LocalDate noticedOn) {
		Agreement agreement = this.agreements.forActing(actor, agreementId);
		boolean own = partyId != null && actor.parties().contains(partyId);
		if (!this.agreements.keeps(actor) && !own) {
			throw new NotFoundException("side " + partyId + " for " + actor.accountId());
		}
		if (partyId == null || agreement.side(partyId).isEmpty()) {
			throw new RefusedException("party", "agreements.termination.party.unknown");
		}
		Reason refusal = whyNoNotice(agreement);
		if (refusal != null) {
			throw new RefusedException(null, refusal.messageKey());
		}
		LocalDate end = this.agreements.standing(agreementId).lastDay();
		LocalDate day = this.agreements.keeps(actor) ? noticed(noticedOn) : this.agreements.today();
		int notice = agreement.terms().noticeDays();
		if (day.plusDays(notice).isAfter(end)) {
			throw new RefusedException("noticedOn", "agreements.notice.late", notice);
		}
		this.jdbc.sql("""
				insert into prolongation_refusal (agreement_id, ends_on, by_party, noticed_on, at, by_name)
				values (:id, :end, :party, :day, :now, :name)
				""")
			.param("id", agreementId)
			.param("end", end)
			.param("party", partyId)
			.param("day", day)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("name", actor.name())
			.update();
		this.trail.record(actor, agreementId, agreement.name(), "agreements.notice.recorded",
				Map.of("party", partyId.toString(), "endsOn", end.toString(), "noticedOn", day.toString()));
	}

	/**
	 * Puts away what is over, or a text that was given up.
	 * @throws NotFoundException for anybody but coordinators and administrators
	 */
	@Transactional
	public void archive(Actor actor, UUID agreementId, String typed) {
		Agreement agreement = this.agreements.forKeeping(actor, agreementId);
		AgreementState state = this.agreements.state(agreementId);
		AgreementTransitions.ARCHIVAL.require(state);
		String reason = reason(typed, "agreements.archival.reason.missing");
		if (state.isBeingWritten()) {
			this.circuit.cancel(agreementId);
		}
		this.jdbc.sql("""
				insert into agreement_archival (agreement_id, reason, at, by_account, by_name)
				values (:id, :reason, :now, :by, :name)
				""")
			.param("id", agreementId)
			.param("reason", reason)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", actor.accountId())
			.param("name", actor.name())
			.update();
		this.trail.record(actor, agreementId, agreement.name(), "agreements.archival.recorded",
				Map.of("reason", reason, "state", state.name()));
	}

	/** Into the public register. */
	@Transactional
	public void publish(Actor actor, UUID agreementId) {
		Agreement agreement = this.agreements.forKeeping(actor, agreementId);
		AgreementTransitions.PUBLICATION.require(this.agreements.state(agreementId));
		if (agreement.publishedAt() == null) {
			agreement.publish(this.clock.instant());
			this.repository.saveAndFlush(agreement);
			this.trail.record(actor, agreementId, agreement.name(), "agreements.publication.made", Map.of());
		}
	}

	/** Out of the public register; the proof page of the document stays. */
	@Transactional
	public void unpublish(Actor actor, UUID agreementId) {
		Agreement agreement = this.agreements.forKeeping(actor, agreementId);
		if (agreement.publishedAt() != null) {
			agreement.unpublish();
			this.repository.saveAndFlush(agreement);
			this.trail.record(actor, agreementId, agreement.name(), "agreements.publication.withdrawn", Map.of());
		}
	}

	private LocalDate noticed(LocalDate day) {
		LocalDate noticed = TypedText.required(day, "noticedOn", "agreements.termination.noticed.missing");
		if (noticed.isAfter(this.agreements.today())) {
			throw new RefusedException("noticedOn", "agreements.termination.noticed.future");
		}
		return noticed;
	}

	private static String reason(String typed, String missing) {
		return TypedText.noLonger(TypedText.required(typed, "reason", missing), LONGEST_REASON, "reason");
	}

}
