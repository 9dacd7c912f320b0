package ru.sosedi.registrations;

import java.time.Clock;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds people before the event and thanks them after it. Runs on every node: the key
 * of each letter makes it one. By night nothing is sent; what would have been due then is
 * sent in the morning, if there is still time.
 */
@Component
class RegistrationReminders {

	private static final int AT_ONCE = 500;

	/** A reminder that would come so late after its moment is none any more. */
	private static final int LATEST_HOURS = 12;

	private static final int THANKS_AFTER_HOURS = 2;

	private static final int THANKS_LATEST_HOURS = 48;

	// Whoever signed up after the moment of a reminder, or shortly before it, knows. The
	// key
	// holds the hour of the event: a moved date is reminded of anew.
	private static final String REMIND = """
			select r.id, r.email, r.name, r.language, 'registrations.reminder' as kind,
				'registrations.reminder:' || r.id || ':' || :hours || ':' || extract(epoch from o.starts_at)::bigint as once
			from registration r
			join occurrence o on o.id = r.occurrence_id and o.listed and o.state = 'SCHEDULED'
			cross join lateral (select o.starts_at - :hours * interval '1 hour' as due) d
			where r.state = 'CONFIRMED' and r.email is not null
				and o.starts_at > :now and d.due <= :now and d.due > :now - :latest * interval '1 hour'
				and r.created_at < d.due - interval '1 hour' and""";

	private static final String THANK = """
			select r.id, r.email, r.name, r.language, 'registrations.thanks' as kind, 'registrations.thanks:' || r.id as once
			from registration r
			join occurrence o on o.id = r.occurrence_id and o.listed and o.state = 'SCHEDULED'
			where r.state = 'CONFIRMED' and r.email is not null
				and o.ends_at + :hours * interval '1 hour' <= :now and o.ends_at > :now - :latest * interval '1 hour' and""";

	private static final String BY_DAY = """
			 not (case when :nightFrom < :nightTo
				then (cast(:now as timestamptz) at time zone o.time_zone)::time >= :nightFrom
					and (cast(:now as timestamptz) at time zone o.time_zone)::time < :nightTo
				else :nightFrom <> :nightTo and ((cast(:now as timestamptz) at time zone o.time_zone)::time >= :nightFrom
					or (cast(:now as timestamptz) at time zone o.time_zone)::time < :nightTo) end)
			""";

	private static final String WRITE = """
			with due as (
				select * from (%s) d where not exists (select from outbox_message m where m.once = d.once) limit :most
			)
			select due.id from due cross join lateral (
				select put_letter(gen_random_uuid(), due.kind, due.id, cast('{}' as jsonb), due.email, due.name, due.language,
					due.once, :now)) p
			""";

	private final RegistrationSettingsService settings;

	private final JdbcClient jdbc;

	private final Clock clock;

	RegistrationReminders(RegistrationSettingsService settings, JdbcClient jdbc, Clock clock) {
		this.settings = settings;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
	@Transactional
	void send() {
		RegistrationSettings current = this.settings.current();
		current.reminderHours().forEach((hours) -> write(REMIND, hours, LATEST_HOURS, current));
		write(THANK, THANKS_AFTER_HOURS, THANKS_LATEST_HOURS, current);
	}

	private void write(String due, int hours, int latest, RegistrationSettings current) {
		this.jdbc.sql(WRITE.formatted(due + BY_DAY))
			.param("hours", hours)
			.param("latest", latest)
			.param("now", SeatsLedger.utc(this.clock.instant()))
			.param("most", AT_ONCE)
			.param("nightFrom", current.nightFrom())
			.param("nightTo", current.nightTo())
			.query(UUID.class)
			.list();
	}

}
