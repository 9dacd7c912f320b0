package ru.sosedi.registrations;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.StaleEditException;

/** How sign-ups of this network are kept. */
@Service
@Transactional(readOnly = true)
public class RegistrationSettingsService {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher publisher;

	RegistrationSettingsService(JdbcClient jdbc, ApplicationEventPublisher publisher) {
		this.jdbc = jdbc;
		this.publisher = publisher;
	}

	public RegistrationSettings current() {
		return this.jdbc.sql("select * from registration_settings")
			.query((row, _) -> new RegistrationSettings(row.getInt("keep_days"), row.getInt("hold_minutes"),
					row.getInt("confirm_minutes"), row.getInt("offer_minutes"),
					row.getObject("night_from", LocalTime.class), row.getObject("night_to", LocalTime.class),
					Arrays.asList((Integer[]) row.getArray("reminder_hours").getArray()), row.getLong("version")))
			.single();
	}

	/**
	 * @throws StaleEditException when somebody saved other settings since these were read
	 */
	@Transactional
	public void change(Actor actor, RegistrationSettings settings) {
		RegistrationSettings before = current();
		int changed = this.jdbc.sql("""
				update registration_settings set keep_days = :keep, hold_minutes = :hold, confirm_minutes = :confirm,
					offer_minutes = :offer, night_from = :nightFrom, night_to = :nightTo, reminder_hours = :reminders,
					version = version + 1
				where version = :version
				""")
			.param("keep", settings.keepDays())
			.param("hold", settings.holdMinutes())
			.param("confirm", settings.confirmMinutes())
			.param("offer", settings.offerMinutes())
			.param("nightFrom", settings.nightFrom())
			.param("nightTo", settings.nightTo())
			.param("reminders", settings.reminderHours().toArray(Integer[]::new))
			.param("version", settings.version())
			.update();
		if (changed == 0) {
			throw new StaleEditException("registration settings");
		}
		this.publisher.publishEvent(new Audited(actor.accountId(), actor.name(), "registrations.settings.changed",
				"RegistrationSettings", null, "", fields(before), fields(settings)));
	}

	private static Map<String, String> fields(RegistrationSettings settings) {
		return Map.of("keepDays", String.valueOf(settings.keepDays()), "holdMinutes",
				String.valueOf(settings.holdMinutes()), "confirmMinutes", String.valueOf(settings.confirmMinutes()),
				"offerMinutes", String.valueOf(settings.offerMinutes()), "nightFrom", settings.nightFrom().toString(),
				"nightTo", settings.nightTo().toString(), "reminderHours", settings.reminderHours().toString());
	}

}
