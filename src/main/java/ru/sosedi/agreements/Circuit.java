package ru.sosedi.agreements;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * Who has to look at an agreement and who has to sign it, in which order: a copy of the
 * template's circuit, so that editing a template touches no running one.
 */
@Service
@Transactional(readOnly = true)
public class Circuit {

	private static final int MOST = 200;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final Negotiation negotiation;

	private final Versions versions;

	private final AgreementTrail trail;

	private final SigningMails mails;

	private final Clock clock;

	Circuit(JdbcClient jdbc, Agreements agreements, Negotiation negotiation, Versions versions, AgreementTrail trail,
			SigningMails mails, Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.negotiation = negotiation;
		this.versions = versions;
		this.trail = trail;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * A step as it would be begun.
	 *
	 * @param position from 1
	 * @param party the side that signs; {@code null} of a visa
	 */
	public record Planned(int position, int stage, StepKind kind, String title, AgreementParty party) {

		public boolean isVisa() {
			return this.kind == StepKind.VISA;
		}

	}

	/** Somebody who can be asked for a visa. */
	public record Candidate(UUID id, String name) {

	}

	/** The running circuit, or the finished one; empty when there is none. */
	public List<CircuitStep> of(UUID agreementId) {
		return this.jdbc
			.sql(CircuitStep.SELECT
					+ "where t.agreement_id = ? and t.cancelled_at is null order by t.stage, t.kind desc, t.id")
			.param(agreementId)
			.query((row, _) -> CircuitStep.of(row))
			.list();
	}

	/** Steps of circuits that were given up, newest first; at most 200. */
	public List<CircuitStep> former(UUID agreementId) {
		return this.jdbc.sql(CircuitStep.SELECT + """
				where t.agreement_id = ? and t.cancelled_at is not null
				order by t.cancelled_at desc, t.stage, t.kind desc, t.id limit """ + " " + MOST)
			.param(agreementId)
			.query((row, _) -> CircuitStep.of(row))
			.list();
	}

	/**
	 * What would be begun: the template's steps, and a signature of every side that they
	 * do not name; without a template all sides sign at the same time.
	 */
	public List<Planned> planned(Agreement agreement) {
		List<Planned> planned = new ArrayList<>();
		Set<UUID> signing = new HashSet<>();
		this.jdbc
			.sql("select stage, kind, title, side from template_step where template_id = ? order by stage, position")
			.param(agreement.templateId())
			.query((row, _) -> {
				AgreementParty party = side(agreement, row.getInt("side"));
				StepKind kind = StepKind.valueOf(row.getString("kind"));
				if (kind == StepKind.VISA || (party != null && signing.add(party.partyId()))) {
					planned.add(new Planned(planned.size() + 1, row.getInt("stage"), kind, row.getString("title"),
							(kind == StepKind.VISA) ? null : party));
				}
				return 0;
			})
			.list();
		int last = planned.stream().mapToInt(Planned::stage).max().orElse(0);
		boolean onlyVisas = planned.stream().allMatch(Planned::isVisa);
		int stage = Math.max(1, onlyVisas ? Math.min(last + 1, 20) : last);
		agreement.parties()
			.stream()
			.filter((party) -> !signing.contains(party.partyId()))
			.forEach((party) -> planned
				.add(new Planned(planned.size() + 1, stage, StepKind.SIGNATURE, party.roleName(), party)));
		return planned;
	}

	private static AgreementParty side(Agreement agreement, int side) {
		return agreement.parties().stream().filter((party) -> party.side() == side).findFirst().orElse(null);
	}

	/** Why it cannot begin yet; empty when it can. */
	public List<Reason> obstacles(UUID agreementId) {
		Reason refusal = AgreementTransitions.CIRCUIT.refusal(this.agreements.state(agreementId));
		if (refusal != null) {
			return List.of(refusal);
		}
		return of(agreementId).isEmpty() ? this.negotiation.mayBegin(agreementId)
				: List.of(Reason.of("agreements.circuit.running"));
	}

	/**
	 * Who can be asked for a visa: the network's staff and the sides' people, by name.
	 */
	public List<Candidate> candidates(Agreement agreement) {
		return this.jdbc.sql("""
				select a.id, a.name from account a where a.state = 'ACTIVE' and exists (select from role_grant g
					where g.account_id = a.id and (g.role in ('METHODOLOGIST', 'COORDINATOR', 'ADMINISTRATOR')
						or g.party_id = any(:parties)))
				order by a.name, a.id limit 500
				""")
			.param("parties", agreement.parties().stream().map(AgreementParty::partyId).toArray(UUID[]::new))
			.query(Candidate.class)
			.list();
	}

	/**
	 * Begins the circuit for the last closed version; the first stage's people get a
	 * letter.
	 * @param visas who gives the visa, by the position of the planned step
	 * @throws NotFoundException for anybody but coordinators and administrators
	 * @throws RefusedException while a side has not agreed, a remark is open, or nobody
	 * is chosen for a visa
	 */
	@Transactional
	public void begin(Actor actor, UUID agreementId, Map<Integer, UUID> visas) {
		Agreement agreement = this.agreements.forKeeping(actor, agreementId);
		for (Reason reason : obstacles(agreementId)) {
			throw new RefusedException(null, reason.messageKey(), reason.arguments().toArray());
		}
		Set<UUID> candidates = new HashSet<>(candidates(agreement).stream().map(Candidate::id).toList());
		UUID version = this.versions.lastClosed(agreementId).orElseThrow().id();
		for (Planned step : planned(agreement)) {
			UUID account = step.isVisa() ? visas.get(step.position()) : null;
			if (step.isVisa() && !candidates.contains(account)) {
				throw new RefusedException("visas[" + step.position() + "]", "agreements.circuit.visa.nobody",
						step.title());
			}
			insert(agreementId, version, step, account);
		}
		this.trail.record(actor, agreementId, agreement.name(), "agreements.circuit.begun",
				Map.of("version", version.toString()));
		openNext(agreement, false);
	}

	private void insert(UUID agreementId, UUID version, Planned step, UUID account) {
		this.jdbc.sql("""
				insert into circuit_step (id, agreement_id, version_id, stage, kind, title, account_id, party_id)
				values (:id, :agreement, :version, :stage, :kind, :title, :account, :party)
				""")
			.param("id", Ids.next())
			.param("agreement", agreementId)
			.param("version", version)
			.param("stage", step.stage())
			.param("kind", step.kind().name())
			.param("title", step.title())
			.param("account", account)
			.param("party", (step.party() == null) ? null : step.party().partyId())
			.update();
	}

	/**
	 * Asks the next ones, once the stage before is decided; only they get a letter.
	 * Signatures are asked for when the document is frozen, visas before.
	 */
	void openNext(Agreement agreement, boolean frozen) {
		List<CircuitStep> steps = of(agreement.id());
		if (steps.stream().anyMatch(CircuitStep::isOpen)) {
			return;
		}
		int stage = steps.stream()
			.filter((step) -> step.decision() == null && step.isVisa() != frozen)
			.mapToInt(CircuitStep::stage)
			.min()
			.orElse(0);
		List<CircuitStep> next = steps.stream()
			.filter((step) -> step.stage() == stage && step.decision() == null && step.isVisa() != frozen)
			.toList();
		if (!next.isEmpty()) {
			this.jdbc.sql("update circuit_step set opened_at = :now where id = any(:ids)")
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.param("ids", next.stream().map(CircuitStep::id).toArray(UUID[]::new))
				.update();
			next.forEach((step) -> this.mails.asked(agreement, step));
		}
		else if (!frozen) {
			this.mails.agreed(agreement);
		}
	}

	/** Gives the circuit up: its decisions stay readable, nobody is waited for. */
	void cancel(UUID agreementId) {
		this.jdbc.sql("update circuit_step set cancelled_at = :now where agreement_id = :id and cancelled_at is null")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", agreementId)
			.update();
	}

	/** Writes down how a step ended. */
	void decide(Actor actor, CircuitStep step, StepDecision decision, String reason) {
		this.jdbc
			.sql("""
					update circuit_step set decision = :decision, decided_at = :now, decided_by = :by, decided_by_name = :name,
						reason = :reason
					where id = :id
					""")
			.param("decision", decision.name())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", actor.accountId())
			.param("name", actor.name())
			.param("reason", reason)
			.param("id", step.id())
			.update();
	}

}
