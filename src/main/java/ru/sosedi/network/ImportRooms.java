package ru.sosedi.network;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.documents.TableFile.Line;

/** Imports rooms. A row is about the room of its name in the library that it names. */
@Component
class ImportRooms implements ImportPlan {

	private final LibraryService libraries;

	private final RoomService rooms;

	private final RoomRepository repository;

	private final ImportRoomReader reader;

	private final ImportCells cells;

	ImportRooms(LibraryService libraries, RoomService rooms, RoomRepository repository, ImportRoomReader reader,
			ImportCells cells) {
		this.libraries = libraries;
		this.rooms = rooms;
		this.repository = repository;
		this.reader = reader;
		this.cells = cells;
	}

	@Override
	public ImportKind kind() {
		return ImportKind.ROOMS;
	}

	@Override
	public ImportRow read(ImportTable table, Line line) {
		String library = table.cell(line, ImportColumn.ROOM_LIBRARY);
		String name = table.cell(line, ImportColumn.ROOM_NAME);
		return ImportRow.read(this.reader.read(table, line),
				library.isEmpty() || name.isEmpty() ? library + name : library + ": " + name);
	}

	@Override
	public List<ImportRow> judge(UUID systemId, List<ImportRow> rows, Map<String, Integer> seen) {
		ImportLibraryIndex index = new ImportLibraryIndex(this.libraries.keysOf(systemId));
		Map<UUID, Map<String, Room>> stored = stored(rows.stream()
			.filter((row) -> !row.isUnreadable())
			.flatMap((row) -> named(index, row).stream())
			.toList());
		List<ImportRow> judged = new ArrayList<>();
		for (ImportRow row : rows) {
			judged.add(row.isUnreadable() ? row : judged(row, named(index, row), stored, seen));
		}
		return judged;
	}

	/** By library and plain name. */
	private Map<UUID, Map<String, Room>> stored(List<LibraryKey> libraries) {
		Map<UUID, Map<String, Room>> stored = new HashMap<>();
		this.repository.findByLibraryIdIn(libraries.stream().map(LibraryKey::id).distinct().toList())
			.forEach((room) -> stored.computeIfAbsent(room.library().id(), (_) -> new HashMap<>())
				.put(ImportWords.plain(room.name()), room));
		return stored;
	}

	private static List<LibraryKey> named(ImportLibraryIndex index, ImportRow row) {
		String library = row.values().get(ImportColumn.ROOM_LIBRARY);
		LibraryKey numbered = index.byNumber(library);
		return (numbered != null) ? List.of(numbered) : index.byName(library);
	}

	private ImportRow judged(ImportRow row, List<LibraryKey> named, Map<UUID, Map<String, Room>> stored,
			Map<String, Integer> seen) {
		String library = row.values().get(ImportColumn.ROOM_LIBRARY);
		if (named.size() != 1) {
			return row.refused(ImportProblem.of(ImportColumn.ROOM_LIBRARY,
					named.isEmpty() ? "library-unknown" : "library-ambiguous", library));
		}
		UUID id = named.getFirst().id();
		String name = ImportWords.plain(row.values().get(ImportColumn.ROOM_NAME));
		Integer first = seen.putIfAbsent(id + " " + name, row.number());
		if (first != null) {
			return row.refused(ImportProblem.of(null, "duplicate", first));
		}
		Room room = stored.getOrDefault(id, Map.of()).get(name);
		Map<ImportColumn, String> before = (room == null) ? new EnumMap<>(ImportColumn.class) : text(room.details());
		before.put(ImportColumn.ROOM_LIBRARY, library);
		return row.in(id).comparedWith((room == null) ? null : room.id(), before);
	}

	private Map<ImportColumn, String> text(RoomDetails room) {
		Map<ImportColumn, String> text = new EnumMap<>(ImportColumn.class);
		text.put(ImportColumn.ROOM_NAME, room.name());
		text.put(ImportColumn.ROOM_KIND, this.cells.text(ImportCells.ROOM_KIND, room.kind()));
		text.put(ImportColumn.ROOM_SEATS, (room.seats() == null) ? "" : room.seats().toString());
		text.put(ImportColumn.ROOM_AREA, (room.area() == null) ? "" : area(room.area()));
		text.put(ImportColumn.ROOM_EQUIPMENT, String.join("; ", room.equipment()));
		text.put(ImportColumn.ROOM_NOISE, this.cells.text(ImportCells.NOISE, room.noise()));
		text.put(ImportColumn.ROOM_STEP_FREE, this.cells.text(room.stepFree()));
		text.put(ImportColumn.ROOM_NEEDS_STAFF, this.cells.text(room.needsStaff()));
		return text;
	}

	private static String area(BigDecimal area) {
		BigDecimal plain = area.stripTrailingZeros();
		return ((plain.scale() < 0) ? plain.setScale(0) : plain).toPlainString();
	}

	@Override
	public void write(Actor actor, UUID systemId, ImportRow row) {
		Map<ImportColumn, String> told = row.values();
		if (row.target() != null) {
			Room room = this.rooms.forKeeping(actor, row.target());
			Map<ImportColumn, String> text = text(room.details());
			text.putAll(told);
			this.rooms.change(actor, row.target(), details(text), room.version());
			return;
		}
		Map<ImportColumn, String> text = new EnumMap<>(ImportColumn.class);
		text.put(ImportColumn.ROOM_NOISE, this.cells.text(ImportCells.NOISE, Noise.QUIET));
		text.put(ImportColumn.ROOM_STEP_FREE, this.cells.text(false));
		text.put(ImportColumn.ROOM_NEEDS_STAFF, this.cells.text(true));
		text.putAll(told);
		this.rooms.create(actor, row.owner(), details(text));
	}

	private RoomDetails details(Map<ImportColumn, String> text) {
		String seats = text.getOrDefault(ImportColumn.ROOM_SEATS, "");
		String area = text.getOrDefault(ImportColumn.ROOM_AREA, "");
		return new RoomDetails(text.get(ImportColumn.ROOM_NAME),
				this.cells.choice(text.get(ImportColumn.ROOM_KIND), ImportCells.ROOM_KIND, RoomKind.values()),
				seats.isEmpty() ? null : Integer.valueOf(seats), area.isEmpty() ? null : new BigDecimal(area),
				ImportLibraryText.parts(text.get(ImportColumn.ROOM_EQUIPMENT)),
				this.cells.choice(text.get(ImportColumn.ROOM_NOISE), ImportCells.NOISE, Noise.values()),
				this.cells.yesNo(text.get(ImportColumn.ROOM_STEP_FREE)),
				this.cells.yesNo(text.get(ImportColumn.ROOM_NEEDS_STAFF)));
	}

}
