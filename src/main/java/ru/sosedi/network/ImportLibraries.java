package ru.sosedi.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.documents.TableFile.Line;

/**
 * Imports libraries. A row is about the library of its number; a row without one, or with
 * a number nobody has, about the library of its name and address.
 */
@Component
class ImportLibraries implements ImportPlan {

	private final LibraryService libraries;

	private final ImportLibraryReader reader;

	private final ImportLibraryText text;

	private final ImportCentres centres;

	ImportLibraries(LibraryService libraries, ImportLibraryReader reader, ImportLibraryText text,
			ImportCentres centres) {
		this.libraries = libraries;
		this.reader = reader;
		this.text = text;
		this.centres = centres;
	}

	@Override
	public ImportKind kind() {
		return ImportKind.LIBRARIES;
	}

	@Override
	public ImportRow read(ImportTable table, Line line) {
		return ImportRow.read(this.reader.read(table, line), table.cell(line, ImportColumn.NAME));
	}

	@Override
	public List<ImportRow> judge(UUID systemId, List<ImportRow> rows, Map<String, Integer> seen) {
		ImportLibraryIndex index = new ImportLibraryIndex(this.libraries.keysOf(systemId));
		Map<Integer, LibraryKey> targets = new HashMap<>();
		for (ImportRow row : rows) {
			LibraryKey target = target(index, row);
			if (target != null) {
				targets.put(row.number(), target);
			}
		}
		List<UUID> ids = targets.values().stream().map(LibraryKey::id).distinct().toList();
		Stored stored = new Stored(this.libraries.detailsOf(ids), this.centres.of(ids));
		List<ImportRow> judged = new ArrayList<>();
		for (ImportRow row : rows) {
			judged.add(row.isUnreadable() ? row : judged(row, targets.get(row.number()), stored, seen));
		}
		return judged;
	}

	private record Stored(Map<UUID, LibraryDetails> libraries, Map<UUID, Map<ImportColumn, String>> centres) {
	}

	private static LibraryKey target(ImportLibraryIndex index, ImportRow row) {
		LibraryKey numbered = index.byNumber(row.values().get(ImportColumn.NUMBER));
		return (numbered != null || row.isUnreadable()) ? numbered
				: index.byPlace(row.values().get(ImportColumn.NAME), row.values().get(ImportColumn.ADDRESS));
	}

	private ImportRow judged(ImportRow row, LibraryKey target, Stored stored, Map<String, Integer> seen) {
		Integer first = first(row, target, seen);
		if (first != null) {
			return row.refused(ImportProblem.of(null, "duplicate", first));
		}
		if (target == null) {
			ImportProblem problem = this.centres.problem(row, null);
			return (problem != null) ? row.refused(problem) : row.comparedWith(null, Map.of());
		}
		String number = row.values().get(ImportColumn.NUMBER);
		if (number != null && target.number() != null && !number.equals(target.number().toString())) {
			return row.refused(ImportProblem.of(ImportColumn.NUMBER, "other-number", target.number()));
		}
		Map<ImportColumn, String> centre = stored.centres().get(target.id());
		ImportProblem problem = this.centres.problem(row, centre);
		if (problem != null) {
			return row.refused(problem);
		}
		Map<ImportColumn, String> before = new EnumMap<>(ImportColumn.class);
		before.putAll(this.text.of(stored.libraries().get(target.id())));
		before.putAll((centre == null) ? Map.of() : centre);
		return row.comparedWith(target.id(), before);
	}

	/** The number of the earlier row about the same library, or {@code null}. */
	private static Integer first(ImportRow row, LibraryKey target, Map<String, Integer> seen) {
		String number = row.values().get(ImportColumn.NUMBER);
		List<String> names = new ArrayList<>();
		names.add("place " + ImportLibraryIndex.place(row.values().get(ImportColumn.NAME),
				row.values().get(ImportColumn.ADDRESS)));
		if (number != null && !number.isEmpty()) {
			names.add("number " + number);
		}
		if (target != null) {
			names.add("library " + target.id());
		}
		Integer first = names.stream().map(seen::get).filter(Objects::nonNull).findFirst().orElse(null);
		names.forEach((name) -> seen.putIfAbsent(name, row.number()));
		return first;
	}

	@Override
	public void write(Actor actor, UUID systemId, ImportRow row) {
		UUID id = row.target();
		if (id == null) {
			id = this.libraries.create(actor, this.text.merged(systemId, null, row.values())).id();
		}
		else {
			Library library = this.libraries.forKeeping(actor, id);
			this.libraries.change(actor, id, this.text.merged(systemId, library.details(), row.values()),
					library.version());
		}
		this.centres.write(actor, id, row);
	}

}
