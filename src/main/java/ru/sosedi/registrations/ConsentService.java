package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person agreed to with a booking, and how she takes it back. */
@Service
@Transactional(readOnly = true)
public class ConsentService {

	private final JdbcClient jdbc;

	private final PersonalDataErasure erasure;

	private final Clock clock;

	ConsentService(JdbcClient jdbc, PersonalDataErasure erasure, Clock clock) {
		this.jdbc = jdbc;
		this.erasure = erasure;
		this.clock = clock;
	}

	/**
	 * A consent as it was given.
	 *
	 * @param words with the operator's name in them
	 * @param networkAddress {@code null} when given at the desk
	 * @param withdrawnAt {@code null} while it is in force
	 */
	public record Given(ConsentPurpose purpose, int version, String words, Instant givenAt, String networkAddress,
			Instant withdrawnAt) {

		public boolean isInForce() {
			return this.withdrawnAt == null;
		}

	}

	/** In the order of the purposes. */
	public List<Given> of(UUID bookingId) {
		return this.jdbc.sql("""
				select c.purpose, t.version, replace(t.words, '{operator}', c.operator) as words, c.given_at,
					c.network_address, c.withdrawn_at
				from consent c join consent_text t on t.id = c.text_id where c.booking_id = ?
				""")
			.param(bookingId)
			.query((row, _) -> new Given(ConsentPurpose.valueOf(row.getString("purpose")), row.getInt("version"),
					row.getString("words"), SeatsLedger.instant(row, "given_at"), row.getString("network_address"),
					SeatsLedger.instant(row, "withdrawn_at")))
			.list()
			.stream()
			.sorted((a, b) -> a.purpose().compareTo(b.purpose()))
			.toList();
	}

	/**
	 * Takes a consent back. Without the one to sign up there can be no sign-up: it is
	 * cancelled, and its data erased.
	 * @return the erasure, or {@code null} when nothing had to be erased
	 */
	@Transactional
	public UUID withdraw(UUID bookingId, ConsentPurpose purpose) {
		this.jdbc.sql("""
				update consent set withdrawn_at = :now
				where booking_id = :booking and purpose = :purpose and withdrawn_at is null
				""")
			.param("now", SeatsLedger.utc(this.clock.instant()))
			.param("booking", bookingId)
			.param("purpose", purpose.name())
			.update();
		return (purpose == ConsentPurpose.SIGN_UP) ? this.erasure.eraseBooking(bookingId) : null;
	}

}
