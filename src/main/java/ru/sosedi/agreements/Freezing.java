package ru.sosedi.agreements;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.Representative;
import ru.sosedi.partners.SimpleSignatureAccessions;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.signatures.DocumentDigests;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers an agreed text and makes of it the bytes that are signed. From then on they
 * never change.
 */
@Service
@Transactional(readOnly = true)
public class Freezing {

	// without 0, 1, l and o, which people confuse
	private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int CODE_LENGTH = 16;

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final AgreementRepository repository;

	private final Agreements agreements;

	private final Circuit circuit;

	private final Versions versions;

	private final TextValues values;

	private final AgreementPdf pdf;

	private final Parties parties;

	private final Representations representations;

	private final SimpleSignatureAccessions accessions;

	private final AgreementTrail trail;

	private final JsonMapper json;

	private final Clock clock;

	Freezing(JdbcClient jdbc, AgreementRepository repository, Agreements agreements, Circuit circuit, Versions versions,
			TextValues values, AgreementPdf pdf, Parties parties, Representations representations,
			SimpleSignatureAccessions accessions, AgreementTrail trail, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.repository = repository;
		this.agreements = agreements;
		this.circuit = circuit;
		this.versions = versions;
		this.values = values;
		this.pdf = pdf;
		this.parties = parties;
		this.representations = representations;
		this.accessions = accessions;
		this.trail = trail;
		this.json = json;
		this.clock = clock;
	}

	/** Why the text cannot be frozen yet, everything at once; empty when it can. */
	public List<Reason> obstacles(Agreement agreement) {
		Reason refusal = AgreementTransitions.FREEZING.refusal(this.agreements.state(agreement.id()));
		if (refusal != null) {
			return List.of(refusal);
		}
		List<Reason> obstacles = new ArrayList<>();
		LocalDate today = this.agreements.today();
		Map<UUID, Party> known = this.parties
			.withIds(agreement.parties().stream().map(AgreementParty::partyId).toList());
		for (AgreementParty side : agreement.parties()) {
			side(side, known.get(side.partyId()), today, obstacles);
		}
		if (agreement.terms().endsOn() != null && agreement.terms().endsOn().isBefore(today)) {
			obstacles.add(Reason.of("agreements.freezing.over"));
		}
		parent(agreement, today, obstacles);
		if (obstacles.isEmpty()) {
			SortedSet<String> gaps = gaps(agreement);
			if (!gaps.isEmpty()) {
				obstacles.add(Reason.of("agreements.freezing.gaps", String.join(", ", gaps)));
			}
		}
		return obstacles;
	}

	private void side(AgreementParty side, Party party, LocalDate today, List<Reason> obstacles) {
		for (String missing : this.parties.missing(party)) {
			obstacles.add(Reason.of("agreements.freezing.card", party.shortName(),
					new DefaultMessageSourceResolvable(missing)));
		}
		Representative person = (side.representationId() == null) ? null
				: this.representations.find(side.representationId()).orElse(null);
		if (person == null) {
			obstacles.add(Reason.of("agreements.freezing.nobody", party.shortName()));
		}
		else if (!person.actsOn(today)) {
			obstacles.add(Reason.of("agreements.freezing.authority", party.shortName(), person.name()));
		}
		if (side.way() == SigningWay.SIMPLE && !this.accessions.covers(side.partyId(), today)) {
			obstacles.add(Reason.of("agreements.freezing.accession", party.shortName()));
		}
		if (side.way() == SigningWay.SIMPLE && person != null && person.accountId() == null) {
			obstacles.add(Reason.of("agreements.freezing.account", party.shortName(), person.name()));
		}
	}

	private void parent(Agreement agreement, LocalDate today, List<Reason> obstacles) {
		if (agreement.parentId() == null) {
			return;
		}
		AgreementStanding parent = this.agreements.standing(agreement.parentId());
		AgreementState state = parent.stateOn(today);
		if (!state.isInForce() && state != AgreementState.SIGNED) {
			obstacles
				.add(Reason.of("agreements.freezing.parent", new DefaultMessageSourceResolvable(state.messageKey())));
		}
		LocalDate end = agreement.terms().newParentEnd();
		if (end != null && parent.lastDay() != null && !end.isAfter(parent.lastDay())) {
			obstacles.add(Reason.of("agreements.freezing.parent-end"));
		}
	}

	private SortedSet<String> gaps(Agreement agreement) {
		Map<String, String> filled = new TreeMap<>(this.values.of(agreement));
		filled.putIfAbsent("number", "1");
		filled.putIfAbsent("date", "1");
		UUID version = this.versions.lastClosed(agreement.id()).orElseThrow().id();
		SortedSet<String> gaps = new TreeSet<>();
		Map<String, String> labels = new TreeMap<>();
		this.jdbc.sql("select name, label, required, value from agreement_field where agreement_id = ?")
			.param(agreement.id())
			.query((row, _) -> {
				labels.put(row.getString("name"), row.getString("label"));
				if (row.getBoolean("required") && row.getString("value").isBlank()) {
					gaps.add(row.getString("label"));
				}
				return 0;
			})
			.list();
		AgreementText.of(this.versions.clauses(version), filled)
			.missing()
			.forEach((name) -> gaps.add(labels.getOrDefault(name, name)));
		return gaps;
	}

	/**
	 * Gives the number, draws the document and asks the first stage for signatures. A
	 * number that was given before stays.
	 * @throws NotFoundException for anybody but coordinators and administrators
	 * @throws RefusedException with the first of {@link #obstacles}
	 */
	@Transactional
	public FrozenDocument freeze(Actor actor, UUID agreementId) {
		Agreement agreement = this.agreements.forKeeping(actor, agreementId);
		for (Reason obstacle : obstacles(agreement)) {
			throw new RefusedException(null, obstacle.messageKey(), obstacle.arguments().toArray());
		}
		if (agreement.number() == null) {
			agreement.register(number(agreement), this.agreements.today());
			this.repository.saveAndFlush(agreement);
		}
		Map<String, String> snapshot = this.values.of(agreement);
		UUID version = this.versions.lastClosed(agreementId).orElseThrow().id();
		String code = code();
		byte[] bytes = this.pdf.draw(agreement, version, snapshot, "/agreements/proof/" + code);
		DocumentDigests digests = DocumentDigests.of(bytes);
		FrozenDocument document = new FrozenDocument(Ids.next(), agreementId, version, code, digests.sha256(),
				digests.streebog256(), this.clock.instant(), actor.name(), null, null);
		insert(actor, document, bytes, snapshot);
		this.trail.record(actor, agreementId, agreement.name(), "agreements.document.frozen",
				Map.of("number", agreement.number(), "document", document.id().toString(), "sha256", digests.sha256(),
						"streebog256", digests.streebog256()));
		this.circuit.openNext(agreement, true);
		return document;
	}

	// the row of the counter is locked until the end: who rolls back leaves no gap
	private AgreementNumber number(Agreement agreement) {
		boolean own = agreement.parentId() == null;
		String scope = own ? String.valueOf(this.agreements.today().getYear()) : agreement.parentId().toString();
		int ordinal = this.jdbc.sql("""
				insert into agreement_counter (scope, last) values (:scope, 1)
				on conflict (scope) do update set last = agreement_counter.last + 1 returning last
				""").param("scope", scope).query(Integer.class).single();
		String text = own ? ordinal + "/" + scope
				: this.jdbc.sql("select number from agreement where id = ?")
					.param(agreement.parentId())
					.query(String.class)
					.single() + "-" + ordinal;
		return new AgreementNumber(scope, ordinal, text);
	}

	private String code() {
		StringBuilder code = new StringBuilder();
		for (int at = 0; at < CODE_LENGTH; at++) {
			code.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		return code.toString();
	}

	private void insert(Actor actor, FrozenDocument document, byte[] bytes, Map<String, String> snapshot) {
		this.jdbc.sql("""
				insert into frozen_document (id, agreement_id, version_id, code, pdf, sha256, streebog256, field_values,
					frozen_at, frozen_by, frozen_by_name)
				values (:id, :agreement, :version, :code, :pdf, :sha256, :streebog256, cast(:values as jsonb), :at, :by,
					:name)
				""")
			.param("id", document.id())
			.param("agreement", document.agreementId())
			.param("version", document.versionId())
			.param("code", document.code())
			.param("pdf", bytes)
			.param("sha256", document.sha256())
			.param("streebog256", document.streebog256())
			.param("values", this.json.writeValueAsString(snapshot))
			.param("at", document.frozenAt().atOffset(ZoneOffset.UTC))
			.param("by", actor.accountId())
			.param("name", actor.name())
			.update();
	}

}
