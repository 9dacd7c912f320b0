package ru.sosedi.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.HomeZone;
import ru.sosedi.shared.NotFoundException;

/** Agreements as their readers and keepers may reach them. */
@Service
@Transactional(readOnly = true)
public class Agreements {

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final HomeZone zone;

	private final Clock clock;

	Agreements(JdbcClient jdbc, EntityManager entities, HomeZone zone, Clock clock) {
		this.jdbc = jdbc;
		this.entities = entities;
		this.zone = zone;
		this.clock = clock;
	}

	/** The present day of the network. */
	public LocalDate today() {
		return LocalDate.now(this.clock.withZone(this.zone.homeZone()));
	}

	/** Whether this person drafts, sends, freezes, registers and ends agreements. */
	public boolean keeps(Actor actor) {
		return AgreementAccess.keeps(actor);
	}

	/**
	 * An agreement that the actor may see, with its sides and centres.
	 * @throws NotFoundException when there is none
	 */
	public Agreement forReading(Actor actor, UUID id) {
		boolean visible = this.jdbc
			.sql("select exists (select from agreement a where a.id = :id and " + AgreementAccess.VISIBLE + ")")
			.param("id", id)
			.params(AgreementAccess.of(actor))
			.query(Boolean.class)
			.single();
		if (!visible) {
			throw new NotFoundException("agreement " + id);
		}
		return loaded(this.entities.find(Agreement.class, id));
	}

	/**
	 * An agreement that the actor keeps, its row locked until the end of the transaction.
	 * @throws NotFoundException when there is none, or the actor keeps none
	 */
	@Transactional
	public Agreement forKeeping(Actor actor, UUID id) {
		if (!keeps(actor)) {
			throw new NotFoundException("agreement " + id);
		}
		return locked(id);
	}

	/**
	 * An agreement that the actor may see, its row locked until the end of the
	 * transaction: for acts of its sides.
	 * @throws NotFoundException when there is none
	 */
	@Transactional
	public Agreement forActing(Actor actor, UUID id) {
		forReading(actor, id);
		return locked(id);
	}

	private Agreement locked(UUID id) {
		Agreement agreement = this.entities.find(Agreement.class, id);
		if (agreement == null) {
			throw new NotFoundException("agreement " + id);
		}
		this.entities.refresh(agreement, LockModeType.PESSIMISTIC_WRITE);
		return loaded(agreement);
	}

	private static Agreement loaded(Agreement agreement) {
		agreement.parties();
		agreement.terms();
		return agreement;
	}

	/**
	 * The facts that its state is computed from.
	 * @throws NotFoundException when there is no such agreement
	 */
	public AgreementStanding standing(UUID id) {
		return this.jdbc
			.sql("select " + AgreementStanding.COLUMNS
					+ " from agreement_standing s join agreement a on a.id = s.id where s.id = :id")
			.param("id", id)
			.query((row, _) -> AgreementStanding.of(row))
			.optional()
			.orElseThrow(() -> new NotFoundException("agreement " + id));
	}

	/** Its state today. */
	public AgreementState state(UUID id) {
		return standing(id).stateOn(today());
	}

}
