package ru.sosedi.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.sosedi.shared.PublicAddress;
import ru.sosedi.shared.StartupNote;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The last lines of the start's log: the database in use, the notes of the modules and
 * the address.
 */
@Component
class PortalStartup {

	private static final Logger log = LoggerFactory.getLogger(PortalStartup.class);

	private final DataSource dataSource;

	private final ObjectProvider<EmbeddedPostgres> embedded;

	private final ObjectProvider<StartupNote> notes;

	private final PublicAddress address;

	PortalStartup(DataSource dataSource, ObjectProvider<EmbeddedPostgres> embedded, ObjectProvider<StartupNote> notes,
			PublicAddress address) {
		this.dataSource = dataSource;
		this.embedded = embedded;
		this.notes = notes;
		this.address = address;
	}

	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void tell(ApplicationReadyEvent ready) throws SQLException {
		List<String> lines = new ArrayList<>();
		lines.add(database());
		lines.add(StartupMessages.text("startup.ready.address", addressOf(ready.getApplicationContext())));
		this.notes.orderedStream().forEach((note) -> lines.addAll(note.lines()));
		log.info("\n\n  {}\n", String.join("\n  ", lines));
	}

	private String database() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			String version = connection.getMetaData().getDatabaseProductVersion();
			EmbeddedPostgres own = this.embedded.getIfAvailable();
			return (own != null) ? StartupMessages.text("startup.ready.embedded", version, own.data()) : StartupMessages
				.text("startup.ready.database", version, DatabaseConfiguration.addressOf(connection));
		}
	}

	// on the machine itself the port that was really taken, else what residents type
	private String addressOf(ApplicationContext context) {
		boolean local = "localhost".equals(this.address.baseUrl().getHost());
		if (local && context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
			return "http://localhost:" + web.getWebServer().getPort();
		}
		return this.address.of("");
	}

}
