package ru.sosedi.world;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.network.LibrarySystem;
import ru.sosedi.shared.Ids;

/**
 * Agreements between an NGO and the library system of Zarechensk as plain rows, signed on
 * paper by both: for the modules above, which ask only whether one is in force.
 */
@Component
public class AgreementRows {

	private static final AtomicInteger NUMBERS = new AtomicInteger(7000);

	private static final String DIGEST = "a".repeat(64);

	private final JdbcClient jdbc;

	private final NetworkWorld network;

	AgreementRows(JdbcClient jdbc, NetworkWorld network) {
		this.jdbc = jdbc;
		this.network = network;
	}

	/** A signed agreement, and the two that it binds. */
	public record Signed(UUID id, String number, UUID ngoId, UUID systemId) {

	}

	/**
	 * For every centre.
	 * @param to the last day; {@code null} for no end
	 */
	public Signed signed(UUID ngoId, LocalDate from, LocalDate to) {
		LibrarySystem system = this.network.zarechenskSystem();
		int ordinal = NUMBERS.incrementAndGet();
		Signed agreement = new Signed(Ids.next(), ordinal + "/2026", ngoId, system.id());
		this.jdbc
			.sql("""
					insert into agreement (id, kind, title, created_at, number_scope, number_ordinal, number, registered_on,
						starts_on, ends_on, covers_all_centres)
					values (:id, 'PARTNERSHIP', 'Соглашение о сотрудничестве', now(), 'test', :ordinal, :number, :from, :from,
						:to, true)
					""")
			.param("id", agreement.id())
			.param("ordinal", ordinal)
			.param("number", agreement.number())
			.param("from", from)
			.param("to", to)
			.update();
		UUID version = Ids.next();
		this.jdbc.sql("""
				insert into agreement_version (id, agreement_id, number, opened_at, closed_at, author_name)
				values (?, ?, 1, now(), now(), 'Координатор')
				""").params(version, agreement.id()).update();
		UUID document = Ids.next();
		this.jdbc.sql("""
				insert into frozen_document (id, agreement_id, version_id, code, pdf, sha256, streebog256, field_values,
					frozen_at, frozen_by_name)
				values (:id, :agreement, :version, :code, '\\x25', :digest, :digest, '{}', now(), 'Координатор')
				""")
			.param("id", document)
			.param("agreement", agreement.id())
			.param("version", version)
			.param("code", document.toString().replaceAll("[^a-f2-9]", "").concat("abcdefghijkl").substring(0, 20))
			.param("digest", DIGEST)
			.update();
		sign(agreement, version, document, 1, "ngo_id", ngoId, from);
		sign(agreement, version, document, 2, "library_system_id", system.id(), from);
		return agreement;
	}

	private void sign(Signed agreement, UUID version, UUID document, int side, String column, UUID party,
			LocalDate day) {
		this.jdbc.sql("insert into agreement_party (agreement_id, side, role_name, " + column + ") values (?, ?, ?, ?)")
			.params(agreement.id(), side, "Сторона " + side, party)
			.update();
		UUID step = Ids.next();
		this.jdbc
			.sql("""
					insert into circuit_step (id, agreement_id, version_id, stage, kind, title, party_id, opened_at, decision,
						decided_at, decided_by_name)
					values (?, ?, ?, 1, 'SIGNATURE', 'Подпись', ?, now(), 'SIGNED', now(), 'Координатор')
					""")
			.params(step, agreement.id(), version, party)
			.update();
		this.jdbc.sql("""
				insert into signature (id, document_id, step_id, party_id, way, signer_name, signer_post, authority,
					signed_on, recorded_at, recorded_by_name, sha256, scan, scan_type, original_keeper)
				values (:id, :document, :step, :party, 'PAPER', 'Кедрова В. П.', 'директор', 'устав', :day, now(),
					'Координатор', :digest, '\\x25', 'application/pdf', 'библиотека')
				""")
			.param("id", Ids.next())
			.param("document", document)
			.param("step", step)
			.param("party", party)
			.param("day", day)
			.param("digest", DIGEST)
			.update();
	}

	/** Now for these centres only. */
	public void covers(Signed agreement, UUID... centres) {
		this.jdbc.sql("update agreement set covers_all_centres = false where id = ?").param(agreement.id()).update();
		for (UUID centre : centres) {
			this.jdbc.sql("insert into agreement_centre values (?, ?)").params(agreement.id(), centre).update();
		}
	}

	/** In the public register from now on. */
	public void publish(Signed agreement) {
		this.jdbc.sql("update agreement set published_at = now() where id = ?").param(agreement.id()).update();
	}

	/** Ends on that day. */
	public void terminate(Signed agreement, LocalDate lastDay) {
		this.jdbc.sql("""
				insert into agreement_termination (agreement_id, last_day, noticed_on, reason, at, by_name)
				values (?, ?, ?, 'По соглашению сторон', now(), 'Координатор')
				""").params(agreement.id(), lastDay, lastDay).update();
	}

	/** The NGO promises the library system that much a quarter, at every centre. */
	public UUID commitment(Signed agreement, CommitmentKind kind, String what, BigDecimal amount) {
		UUID id = Ids.next();
		int position = this.jdbc.sql("select count(*) from commitment where agreement_id = ?")
			.param(agreement.id())
			.query(Integer.class)
			.single();
		this.jdbc.sql("""
				insert into commitment (id, agreement_id, clause_key, position, by_party, to_party, kind, what, amount,
					cadence)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUARTER')
				""")
			.params(id, agreement.id(), Ids.next(), position, agreement.ngoId(), agreement.systemId(), kind.name(),
					what, amount)
			.update();
		return id;
	}

}
