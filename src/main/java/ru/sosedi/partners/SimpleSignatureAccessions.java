package ru.sosedi.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.HomeZone;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * Which parties have agreed to use the simple electronic signature (63-FZ, article 6 part
 * 2, article 9). Recorded by coordinators and administrators, from the paper.
 */
@Service
@Transactional(readOnly = true)
public class SimpleSignatureAccessions {

	private static final Limit MOST = Limit.of(50);

	private final SimpleSignatureAccessionRepository accessions;

	private final Parties parties;

	private final PartnerTrail trail;

	private final JdbcClient jdbc;

	private final HomeZone home;

	private final Clock clock;

	SimpleSignatureAccessions(SimpleSignatureAccessionRepository accessions, Parties parties, PartnerTrail trail,
			JdbcClient jdbc, HomeZone home, Clock clock) {
		this.accessions = accessions;
		this.parties = parties;
		this.trail = trail;
		this.jdbc = jdbc;
		this.home = home;
		this.clock = clock;
	}

	/** Whether the party may sign that way on that day. */
	public boolean covers(UUID partyId, LocalDate day) {
		return this.jdbc.sql("""
				select exists (select from simple_signature_accession
					where party_id = :party and signed_on <= :day and (ended_on is null or ended_on >= :day))
				""").param("party", partyId).param("day", day).query(Boolean.class).single();
	}

	/** The latest first, ended ones among them; at most 50. */
	public List<SimpleSignatureAccession> of(Actor actor, UUID partyId) {
		PartnerUpkeep.require(actor, partyId);
		return this.accessions.findByPartyIdOrderBySignedOnDescIdDesc(partyId, MOST);
	}

	/**
	 * The scan of the document.
	 * @throws NotFoundException when there is none that the actor may see
	 */
	public Scan scan(Actor actor, UUID partyId, UUID id) {
		SimpleSignatureAccession accession = byId(actor, partyId, id);
		byte[] content = this.jdbc.sql("select content from simple_signature_scan where accession_id = :id")
			.param("id", id)
			.query(byte[].class)
			.single();
		return new Scan(accession.fileName(), accession.fileKind(), content);
	}

	/**
	 * @throws RefusedException when the document is of the future
	 */
	@Transactional
	public SimpleSignatureAccession record(Actor actor, UUID partyId, AccessionDetails details, Scan scan) {
		PartnerUpkeep.requireAll(actor);
		Party party = this.parties.get(partyId);
		if (details.signedOn().isAfter(today())) {
			throw new RefusedException("signedOn", "partners.accession.date.future");
		}
		SimpleSignatureAccession accession = this.accessions
			.saveAndFlush(new SimpleSignatureAccession(party, details, scan));
		this.jdbc.sql("insert into simple_signature_scan (accession_id, content) values (:id, :content)")
			.param("id", accession.id())
			.param("content", scan.content())
			.update();
		Map<String, String> after = new LinkedHashMap<>();
		after.put("document", details.documentName());
		after.put("number", details.documentNumber());
		after.put("signedOn", details.signedOn().toString());
		after.put("file", scan.name());
		this.trail.tell(actor, "partners.accession.recorded", party, Map.of(), after);
		return accession;
	}

	/**
	 * From the day after on the party signs that way no more; what it signed stays
	 * signed.
	 * @param day the last day on which it holds
	 */
	@Transactional
	public void end(Actor actor, UUID partyId, UUID id, LocalDate day) {
		PartnerUpkeep.requireAll(actor);
		if (day == null) {
			throw new RefusedException("endedOn", "partners.accession.end.missing");
		}
		byId(actor, partyId, id).end(day);
		this.trail.tell(actor, "partners.accession.ended", this.parties.get(partyId), Map.of(),
				Map.of("endedOn", day.toString()));
	}

	private SimpleSignatureAccession byId(Actor actor, UUID partyId, UUID id) {
		PartnerUpkeep.require(actor, partyId);
		return this.accessions.findById(id)
			.filter((found) -> found.partyId().equals(partyId))
			.orElseThrow(() -> new NotFoundException("accession " + id));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.home.homeZone());
	}

}
