package ru.sosedi.registrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;

/**
 * What has happened to one sign-up: who wrote it down, consents, letters, the last
 * change.
 */
@Service
@Transactional(readOnly = true)
public class RegistrationHistory {

	private static final List<String> LETTERS = List.of(RegistrationMails.CONFIRM, RegistrationMails.REQUESTED,
			RegistrationMails.CONFIRMED, RegistrationMails.WAITING, RegistrationMails.OFFER, RegistrationMails.DECLINED,
			RegistrationMails.CANCELLED, RegistrationMails.CHANGED, RegistrationMails.REMINDER, RegistrationMails.AGAIN,
			RegistrationMails.MINE, RegistrationMails.THANKS);

	private final RegistrationDesk desk;

	private final JdbcClient jdbc;

	RegistrationHistory(RegistrationDesk desk, JdbcClient jdbc) {
		this.desk = desk;
		this.jdbc = jdbc;
	}

	/**
	 * One thing that happened.
	 *
	 * @param messageKey the message that says it
	 * @param detail its argument: a text, or the key of a message; may be {@code null}
	 * @param worded whether the detail is the key of a message
	 */
	public record Step(Instant at, String messageKey, String detail, boolean worded) {

	}

	/**
	 * In the order in which it happened.
	 * @throws ru.sosedi.shared.NotFoundException when the sign-up is not the actor's
	 */
	public List<Step> of(Actor actor, UUID registrationId) {
		Registration one = this.desk.forChange(actor, registrationId);
		return this.jdbc.sql("""
				select r.created_at as at, r.source as message, a.name as detail,
					'' as kind, 1 as turn
				from registration r left join account a on a.id = r.registered_by where r.id = :id
				union all
				select c.given_at, 'agreed', c.purpose, 'purpose', 2
				from consent c where c.booking_id = :booking
				union all
				select c.withdrawn_at, 'withdrawn', c.purpose, 'purpose', 3
				from consent c where c.booking_id = :booking and c.withdrawn_at is not null
				union all
				select coalesce(m.sent_at, m.created_at), 'letter.' || m.state,
					substring(m.kind from 15), 'letter', 4
				from outbox_message m where m.about = :id and m.kind = any(:kinds)
				union all
				select r.changed_at, 'changed', r.state, 'state', 5
				from registration r where r.id = :id and r.changed_at > r.created_at
				order by 1, 5
				limit 100
				""")
			.param("id", registrationId)
			.param("booking", one.bookingId())
			.param("kinds", LETTERS.stream().map((letter) -> letter.replace('/', '.')).toArray(String[]::new))
			.query(RegistrationHistory::step)
			.list();
	}

	private static Step step(ResultSet row, int number) throws SQLException {
		String detail = row.getString("detail");
		String key = switch (row.getString("kind")) {
			case "purpose" -> "registrations.desk.purpose." + detail;
			case "letter" -> "registrations.desk.letter." + detail;
			case "state" -> RegistrationState.valueOf(detail).messageKey();
			default -> null;
		};
		return new Step(SeatsLedger.instant(row, "at"), "registrations.desk.history." + row.getString("message"),
				(key == null) ? detail : key, key != null);
	}

}
