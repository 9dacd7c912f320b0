package ru.sosedi.network;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.documents.TableFile;
import ru.sosedi.documents.UnreadableTableException;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * Brings libraries and rooms in from a table: an administrator's work. An uploaded file
 * is read in the background and shown row by row; nothing of the network changes before
 * it is confirmed.
 */
@Service
@Transactional(readOnly = true)
public class ImportService {

	private static final int LONGEST_FILE_NAME = 150;

	private final ImportStore store;

	private final LibrarySystemService systems;

	private final Trail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ImportService(ImportStore store, LibrarySystemService systems, Trail trail, ApplicationEventPublisher events,
			Clock clock) {
		this.store = store;
		this.systems = systems;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Takes a file in; its rows are read in the background.
	 * @param fileName as the browser tells it: shown, never trusted
	 * @return the draft's id
	 * @throws RefusedException when the file cannot be a table or the system is not there
	 */
	@Transactional
	public UUID upload(Actor actor, ImportKind kind, UUID systemId, String fileName, byte[] content) {
		requireAdministrator(actor);
		try {
			TableFile.check(content);
		}
		catch (UnreadableTableException ex) {
			throw new RefusedException("file", ex.messageKey(), ex.arguments());
		}
		try {
			this.systems.byId(systemId);
		}
		catch (NotFoundException ex) {
			throw new RefusedException("systemId", "network.import.system.missing");
		}
		UUID id = Ids.next();
		String name = shown(fileName);
		this.store.add(id, kind, systemId, name, content, actor.accountId(), actor.name(), this.clock.instant());
		this.trail.tell(actor, "network.import.uploaded", ImportDraft.class, id, name, Map.of(),
				Map.of("kind", kind.name()));
		this.events.publishEvent(new ImportWorker.Wanted());
		return id;
	}

	/** The latest 20 files. */
	public List<ImportDraft> latest() {
		return this.store.latest();
	}

	/**
	 * @throws NotFoundException when there is none
	 */
	public ImportDraft draft(UUID id) {
		return this.store.draft(id).orElseThrow(() -> new NotFoundException("import " + id));
	}

	/**
	 * At most 50 rows, the gravest first.
	 * @param verdict {@code null} for all
	 * @param after {@link ImportRowPage#next()} of the part before; anything else means
	 * the beginning
	 */
	public ImportRowPage rows(UUID id, ImportVerdict verdict, String after) {
		boolean known = after != null && after.matches("[1-4]-\\d{1,9}");
		String[] place = known ? after.split("-") : new String[] { "0", "0" };
		List<ImportRow> rows = this.store.rows(id, verdict, Integer.parseInt(place[0]), Integer.parseInt(place[1]));
		if (rows.size() <= ImportStore.PAGE) {
			return new ImportRowPage(rows, null);
		}
		ImportRow last = rows.get(ImportStore.PAGE - 1);
		return new ImportRowPage(rows.subList(0, ImportStore.PAGE),
				(last.verdict().ordinal() + 1) + "-" + last.number());
	}

	/** The refused rows in the order of the file. */
	public List<ImportRow> refused(UUID id) {
		return this.store.refused(draft(id).id());
	}

	/**
	 * The rows are written in the background.
	 * @throws RefusedException when the preview is not ready or there is nothing to write
	 */
	@Transactional
	public void confirm(Actor actor, UUID id) {
		requireAdministrator(actor);
		ImportDraft draft = draft(id);
		if (draft.state() == ImportState.READY && !draft.hasSomethingToWrite()) {
			throw new RefusedException(null, "network.import.nothing-to-write");
		}
		if (!this.store.confirm(id, actor.accountId(), actor.name(), this.clock.instant())) {
			throw new RefusedException(null, "network.import.not-ready");
		}
		this.trail.tell(actor, "network.import.confirmed", ImportDraft.class, id, draft.fileName(), Map.of(),
				Map.of("added", String.valueOf(draft.count(ImportVerdict.ADD)), "changed",
						String.valueOf(draft.count(ImportVerdict.CHANGE)), "refused",
						String.valueOf(draft.count(ImportVerdict.REFUSE))));
		this.events.publishEvent(new ImportWorker.Wanted());
	}

	/**
	 * Throws the file and its preview away; what it wrote stays.
	 * @throws RefusedException while it is being written
	 */
	@Transactional
	public void discard(Actor actor, UUID id) {
		requireAdministrator(actor);
		ImportDraft draft = draft(id);
		if (!this.store.remove(id)) {
			throw new RefusedException(null, "network.import.not-ready");
		}
		this.trail.tell(actor, "network.import.discarded", ImportDraft.class, id, draft.fileName(), Map.of(), Map.of());
	}

	private static String shown(String fileName) {
		String name = (fileName == null) ? "" : fileName.replaceAll("^.*[/\\\\]", "");
		name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "").strip();
		return (name.length() > LONGEST_FILE_NAME) ? name.substring(0, LONGEST_FILE_NAME) : name.isEmpty() ? "?" : name;
	}

	private static void requireAdministrator(Actor actor) {
		if (!actor.is(Role.ADMINISTRATOR)) {
			throw new NotFoundException("imports for " + actor.accountId());
		}
	}

}
