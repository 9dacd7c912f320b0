package ru.sosedi.network;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;

/**
 * The centre that a row of the libraries' table speaks of. A file may plan a centre, open
 * one and rename it; everything else in a centre's life asks for a reason and is done on
 * its page.
 */
@Component
class ImportCentres {

	private final CentreService service;

	private final Centres centres;

	private final ImportCells cells;

	private final JdbcClient jdbc;

	private final Clock clock;

	ImportCentres(CentreService service, Centres centres, ImportCells cells, JdbcClient jdbc, Clock clock) {
		this.service = service;
		this.centres = centres;
		this.cells = cells;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What is stored, by library; libraries without a centre are left out. */
	Map<UUID, Map<ImportColumn, String>> of(Collection<UUID> libraryIds) {
		Map<UUID, Map<ImportColumn, String>> centres = new HashMap<>();
		this.jdbc.sql("""
				select library_id, state, kind, name, case state when 'PLANNED' then planned_for else opened_on end
				from neighbourhood_centre
				where library_id = any(?)
				""").param(libraryIds.toArray(UUID[]::new)).query((row) -> {
			Map<ImportColumn, String> text = new EnumMap<>(ImportColumn.class);
			text.put(ImportColumn.CENTRE,
					this.cells.text(ImportCells.CENTRE, CentreState.valueOf(row.getString("state"))));
			text.put(ImportColumn.CENTRE_KIND,
					this.cells.text(ImportCells.CENTRE_KIND, CentreKind.valueOf(row.getString("kind"))));
			text.put(ImportColumn.CENTRE_NAME, row.getString("name"));
			LocalDate date = row.getObject(5, LocalDate.class);
			text.put(ImportColumn.CENTRE_DATE, (date == null) ? "" : this.cells.text(date));
			centres.put(row.getObject("library_id", UUID.class), text);
		});
		return centres;
	}

	/**
	 * Why what the row says of the centre cannot be done; {@code null} when it can.
	 * @param stored what is stored, or {@code null}
	 */
	ImportProblem problem(ImportRow row, Map<ImportColumn, String> stored) {
		String told = row.values().get(ImportColumn.CENTRE);
		if (told == null) {
			return null;
		}
		CentreState wanted = state(told);
		CentreState now = (stored == null) ? null : state(stored.get(ImportColumn.CENTRE));
		boolean beginning = now == null || (now == CentreState.PLANNED && wanted == CentreState.OPEN);
		if (now == wanted) {
			String date = row.values().get(ImportColumn.CENTRE_DATE);
			boolean moved = date != null && !date.equals(stored.get(ImportColumn.CENTRE_DATE));
			return (moved && now != CentreState.PLANNED) ? ImportProblem.of(ImportColumn.CENTRE_DATE, "centre.fixed")
					: null;
		}
		if (!beginning || (wanted != CentreState.OPEN && wanted != CentreState.PLANNED)) {
			return (now == null) ? ImportProblem.of(ImportColumn.CENTRE, "centre.beginning")
					: ImportProblem.of(ImportColumn.CENTRE, "centre.state", this.cells.text(ImportCells.CENTRE, now));
		}
		return (wanted == CentreState.OPEN) ? openingProblem(row) : null;
	}

	private ImportProblem openingProblem(ImportRow row) {
		String date = row.values().get(ImportColumn.CENTRE_DATE);
		if (date == null) {
			return ImportProblem.of(ImportColumn.CENTRE_DATE, "centre.no-date");
		}
		ZoneId zone = ZoneId.of(row.values().get(ImportColumn.TIME_ZONE));
		boolean ahead = this.cells.date(date).isAfter(LocalDate.ofInstant(this.clock.instant(), zone));
		return ahead ? ImportProblem.of(ImportColumn.CENTRE_DATE, "centre.future") : null;
	}

	/** Plans, opens and renames as the row says. */
	void write(Actor actor, UUID libraryId, ImportRow row) {
		String told = row.values().get(ImportColumn.CENTRE);
		if (told == null) {
			return;
		}
		NeighbourhoodCentre centre = this.centres.ofLibrary(libraryId).orElse(null);
		CentreDetails details = details(row, state(told), (centre == null) ? null : centre.details());
		if (centre == null) {
			centre = this.service.plan(actor, libraryId, details);
		}
		else {
			this.service.change(actor, libraryId, details, centre.version());
		}
		if (state(told) == CentreState.OPEN && centre.state() == CentreState.PLANNED) {
			this.service.open(actor, libraryId, this.cells.date(row.values().get(ImportColumn.CENTRE_DATE)));
		}
	}

	private CentreDetails details(ImportRow row, CentreState wanted, CentreDetails stored) {
		Map<ImportColumn, String> text = row.values();
		String kind = text.get(ImportColumn.CENTRE_KIND);
		CentreKind known = (stored == null) ? CentreKind.NEIGHBOURHOOD_CENTRE : stored.kind();
		String name = (stored == null) ? text.get(ImportColumn.NAME) : stored.name();
		LocalDate planned = (stored == null) ? null : stored.plannedFor();
		if (wanted == CentreState.PLANNED && text.containsKey(ImportColumn.CENTRE_DATE)) {
			planned = this.cells.date(text.get(ImportColumn.CENTRE_DATE));
		}
		return new CentreDetails(
				(kind == null) ? known : this.cells.choice(kind, ImportCells.CENTRE_KIND, CentreKind.values()),
				text.getOrDefault(ImportColumn.CENTRE_NAME, name), (stored == null) ? null : stored.about(), planned,
				(stored == null) ? null : stored.coordinatorId());
	}

	private CentreState state(String text) {
		return this.cells.choice(text, ImportCells.CENTRE, CentreState.values());
	}

}
