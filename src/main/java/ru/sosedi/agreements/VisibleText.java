package ru.sosedi.agreements;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;

/**
 * Which version a person sees: what is being written is seen by whoever holds the pen,
 * all others see the last closed version.
 */
@Service
@Transactional(readOnly = true)
public class VisibleText {

	private final Versions versions;

	private final JdbcClient jdbc;

	VisibleText(Versions versions, JdbcClient jdbc) {
		this.versions = versions;
		this.jdbc = jdbc;
	}

	/**
	 * The version that this person sees now; who may see the agreement is asked before.
	 */
	public Versions.Round version(Actor actor, Agreement agreement) {
		Optional<Versions.Round> open = seesOpen(actor, agreement) ? this.versions.open(agreement.id())
				: Optional.empty();
		return open.or(() -> this.versions.lastClosed(agreement.id()))
			.orElseThrow(() -> new NotFoundException("text of " + agreement.id()));
	}

	/** Whether this person sees what is being written. */
	boolean seesOpen(Actor actor, Agreement agreement) {
		return AgreementPen.holds(actor, agreement) || (agreement.pen() == null && AgreementAccess.seesAll(actor));
	}

	/**
	 * A version of the agreement by its number.
	 * @throws NotFoundException when there is none that this person may see
	 */
	public Versions.Round version(Actor actor, Agreement agreement, int number) {
		return this.jdbc.sql("""
				select * from agreement_version where agreement_id = :id and number = :number
				and (closed_at is not null or cast(:mine as boolean))
				""")
			.param("id", agreement.id())
			.param("number", number)
			.param("mine", seesOpen(actor, agreement))
			.query((row, _) -> Versions.Round.of(row))
			.optional()
			.orElseThrow(() -> new NotFoundException("version " + number + " of " + agreement.id()));
	}

}
