package ru.sosedi.programme;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the programme tells the modules above while a test writes, and what the rows said
 * at that moment.
 */
@Component
class HeardChanges {

	private final ThreadLocal<List<Heard>> heard = new ThreadLocal<>();

	private final JdbcClient jdbc;

	HeardChanges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param rows the event and its dates, as the database had them
	 */
	record Heard(Object change, String rows) {

	}

	/** In the order in which it was told. */
	List<Heard> during(Runnable act) {
		List<Heard> changes = new ArrayList<>();
		this.heard.set(changes);
		try {
			act.run();
		}
		finally {
			this.heard.remove();
		}
		return changes;
	}

	@EventListener
	void on(Event.Changed changed) {
		if (this.heard.get() != null) {
			this.heard.get()
				.add(new Heard(changed,
						this.jdbc
							.sql("""
									select e.title || ' ' || e.state || coalesce((
										select string_agg(' ' || to_char(o.starts_at at time zone o.time_zone, 'DD.MM HH24:MI') || ' ' || o.state
											|| case when o.listed then ' listed' else '' end, ';' order by o.starts_at)
										from occurrence o where o.event_id = e.id), '')
									from event e where e.id = ?
									""")
							.param(changed.eventId())
							.query(String.class)
							.single()));
		}
	}

	@EventListener
	void on(Occurrence.Moved moved) {
		if (this.heard.get() != null) {
			this.heard.get().add(new Heard(moved, null));
		}
	}

	@EventListener
	void on(Occurrence.Cancelled cancelled) {
		if (this.heard.get() != null) {
			this.heard.get().add(new Heard(cancelled, null));
		}
	}

}
