package ru.sosedi.agreements;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/** The way of a text between the coordinator and the sides, until all agree with it. */
@Service
@Transactional(readOnly = true)
public class Negotiation {

	private static final int LONGEST_NOTE = 500;

	private final JdbcClient jdbc;

	private final AgreementRepository repository;

	private final Agreements agreements;

	private final OpenText text;

	private final Versions versions;

	private final Parties parties;

	private final AgreementMails mails;

	private final AgreementTrail trail;

	private final Clock clock;

	Negotiation(JdbcClient jdbc, AgreementRepository repository, Agreements agreements, OpenText text,
			Versions versions, Parties parties, AgreementMails mails, AgreementTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.repository = repository;
		this.agreements = agreements;
		this.text = text;
		this.versions = versions;
		this.parties = parties;
		this.mails = mails;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * The coordinator closes the version and hands the pen to a side, whose people get a
	 * letter.
	 * @param note what was changed; may be empty
	 * @throws RefusedException when it is not the coordinator's turn
	 */
	@Transactional
	public void send(Actor actor, UUID agreementId, UUID party, String note) {
		Agreement agreement = this.text.forWriting(actor, agreementId);
		requireKeeper(actor, agreementId);
		if (party == null || agreement.side(party).isEmpty()) {
			throw new RefusedException("party", "agreements.negotiation.party.missing");
		}
		String words = note(note);
		close(actor, agreementId, words);
		hand(agreement, party);
		this.mails.sent(agreement, party, words);
		this.trail.record(actor, agreementId, agreement.name(), "agreements.negotiation.sent",
				Map.of("party", party.toString(), "note", words));
	}

	/**
	 * The side that holds the pen closes what it wrote and hands the pen to the
	 * coordinator.
	 * @param note what was changed, or why nothing was
	 * @throws RefusedException when it is not this side's turn, or the note is empty
	 */
	@Transactional
	public void giveBack(Actor actor, UUID agreementId, String note) {
		Agreement agreement = this.text.forWriting(actor, agreementId);
		UUID party = agreement.pen();
		if (party == null) {
			throw new RefusedException(null, "agreements.negotiation.not-out");
		}
		String words = note(TypedText.required(note, "note", "agreements.negotiation.note.missing"));
		close(actor, agreementId, words);
		hand(agreement, null);
		this.mails.returned(agreement, party, words);
		this.trail.record(actor, agreementId, agreement.name(), "agreements.negotiation.returned",
				Map.of("party", party.toString(), "note", words));
	}

	/**
	 * The coordinator takes the pen back from a side that keeps silent; what it has begun
	 * to write stays open.
	 * @param reason told to the side
	 */
	@Transactional
	public void takeBack(Actor actor, UUID agreementId, String reason) {
		Agreement agreement = this.agreements.forKeeping(actor, agreementId);
		UUID party = agreement.pen();
		if (party == null) {
			throw new RefusedException(null, "agreements.negotiation.not-out");
		}
		String words = note(TypedText.required(reason, "note", "agreements.negotiation.reason.missing"));
		hand(agreement, null);
		this.mails.takenBack(agreement, party, words);
		this.trail.record(actor, agreementId, agreement.name(), "agreements.negotiation.taken-back",
				Map.of("party", party.toString(), "note", words));
	}

	private void close(Actor actor, UUID agreementId, String note) {
		this.versions.open(agreementId).ifPresent((open) -> {
			if (this.versions.clauses(open.id()).isEmpty()) {
				throw new RefusedException(null, "agreements.negotiation.no-clauses");
			}
			this.text.close(actor, open.id(), note);
		});
	}

	private void hand(Agreement agreement, UUID party) {
		agreement.handPenTo(party);
		this.repository.saveAndFlush(agreement);
	}

	/**
	 * A side agrees with the last closed version; the pen, if the side holds it, goes
	 * back.
	 * @throws NotFoundException when the actor does not speak for that side
	 * @throws RefusedException while a newer version is being written
	 */
	@Transactional
	public void consent(Actor actor, UUID agreementId, UUID party) {
		Agreement agreement = this.agreements.forActing(actor, agreementId);
		if (agreement.side(party).isEmpty() || !AgreementPen.speaksFor(actor, party)) {
			throw new NotFoundException("side " + party + " for " + actor.accountId());
		}
		consent(actor, agreement, party, "agreements.consent.given", Map.of("party", party.toString()));
	}

	/**
	 * The coordinator writes down the consent of a side that sends it by other means.
	 * @param basis how it came: a letter with its number and date
	 */
	@Transactional
	public void recordConsent(Actor actor, UUID agreementId, UUID party, String basis) {
		Agreement agreement = this.agreements.forKeeping(actor, agreementId);
		if (party == null || agreement.side(party).isEmpty()) {
			throw new RefusedException("party", "agreements.negotiation.party.missing");
		}
		String words = note(TypedText.required(basis, "note", "agreements.consent.basis.missing"));
		consent(actor, agreement, party, "agreements.consent.recorded",
				Map.of("party", party.toString(), "basis", words));
	}

	private void consent(Actor actor, Agreement agreement, UUID party, String action, Map<String, String> facts) {
		AgreementStanding standing = this.agreements.standing(agreement.id());
		Reason refusal = whyNoConsent(agreement, standing, party);
		if (refusal != null) {
			throw new RefusedException(null, refusal.messageKey(), refusal.arguments().toArray());
		}
		this.jdbc.sql("""
				insert into version_consent (version_id, party_id, account_id, account_name, at)
				values (:version, :party, :account, :name, :now) on conflict do nothing
				""")
			.param("version", this.versions.lastClosed(agreement.id()).orElseThrow().id())
			.param("party", party)
			.param("account", actor.accountId())
			.param("name", actor.name())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (party.equals(agreement.pen())) {
			hand(agreement, null);
		}
		if (action.equals("agreements.consent.given")) {
			this.mails.consented(agreement, party);
		}
		this.trail.record(actor, agreement.id(), agreement.name(), action, facts);
	}

	/** Why a side cannot agree now; {@code null} when it can. */
	public Reason whyNoConsent(Agreement agreement, AgreementStanding standing, UUID party) {
		Reason closed = this.text.closed(standing);
		if (closed != null) {
			return closed;
		}
		if (!standing.sent()) {
			return Reason.of("agreements.begin.not-sent");
		}
		if (this.versions.open(agreement.id()).isPresent()) {
			return Reason.of("agreements.consent.being-written");
		}
		return consenting(agreement.id()).contains(party) ? Reason.of("agreements.consent.there") : null;
	}

	/** The sides that agree with the last closed version. */
	public List<UUID> consenting(UUID agreementId) {
		return this.jdbc.sql("""
				select c.party_id from version_consent c where c.version_id = (select v.id from agreement_version v
					where v.agreement_id = ? and v.closed_at is not null order by v.number desc limit 1)
				""").param(agreementId).query(UUID.class).list();
	}

	/**
	 * Why the circuit of visas and signatures cannot begin yet; empty when it can: every
	 * side has agreed with the last closed version, nobody is writing a newer one, no
	 * remark is open.
	 */
	public List<Reason> mayBegin(UUID agreementId) {
		AgreementStanding standing = this.agreements.standing(agreementId);
		Reason closed = this.text.closed(standing);
		if (closed != null) {
			return List.of(closed);
		}
		List<Reason> reasons = new ArrayList<>();
		if (!standing.sent()) {
			reasons.add(Reason.of("agreements.begin.not-sent"));
		}
		this.versions.open(agreementId)
			.ifPresent((open) -> reasons.add(Reason.of("agreements.begin.being-written", open.number())));
		List<UUID> agreed = standing.sent() ? consenting(agreementId) : List.of();
		List<UUID> silent = this.jdbc.sql("select party_id from agreement_party where agreement_id = ? order by side")
			.param(agreementId)
			.query(UUID.class)
			.list()
			.stream()
			.filter((party) -> !agreed.contains(party))
			.toList();
		if (standing.sent() && !silent.isEmpty()) {
			Map<UUID, Party> named = this.parties.withIds(silent);
			reasons.add(Reason.of("agreements.begin.no-consent", String.join(", ",
					silent.stream().filter(named::containsKey).map((id) -> named.get(id).shortName()).toList())));
		}
		int remarks = this.jdbc.sql("select count(*) from clause_remark where agreement_id = ? and resolved_at is null")
			.param(agreementId)
			.query(Integer.class)
			.single();
		if (remarks > 0) {
			reasons.add(Reason.of("agreements.begin.remarks", remarks));
		}
		return reasons;
	}

	private void requireKeeper(Actor actor, UUID agreementId) {
		if (!this.agreements.keeps(actor)) {
			throw new NotFoundException("agreement " + agreementId + " for " + actor.accountId());
		}
	}

	private static String note(String typed) {
		String note = TypedText.noLonger(TypedText.line(typed), LONGEST_NOTE, "note");
		return (note == null) ? "" : note;
	}

}
