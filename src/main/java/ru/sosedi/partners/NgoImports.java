package ru.sosedi.partners;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.documents.TableFile;
import ru.sosedi.documents.UnreadableTableException;
import ru.sosedi.partners.NgoImportRow.Verdict;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * Brings NGOs in from a table: coordinators' and administrators' work. A file is shown
 * row by row; no card changes before it is confirmed, and then all its rows are written
 * together or none.
 */
@Service
@Transactional(readOnly = true)
public class NgoImports {

	private static final int LONGEST_FILE_NAME = 150;

	private final NgoImportStore store;

	private final NgoImportPlan plan;

	private final NgoImportWords words;

	private final Alliances alliances;

	private final PartnerTrail trail;

	private final Clock clock;

	NgoImports(NgoImportStore store, NgoImportPlan plan, NgoImportWords words, Alliances alliances, PartnerTrail trail,
			Clock clock) {
		this.store = store;
		this.plan = plan;
		this.words = words;
		this.alliances = alliances;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * Takes a file in and compares its rows with what is there.
	 * @param fileName as the browser tells it: shown, never trusted
	 * @param allianceId the alliance that rows with a date join; may be {@code null}
	 * @return its id
	 * @throws RefusedException at the field {@code file} when it is no table of NGOs, at
	 * {@code allianceId} when there is no such alliance
	 */
	@Transactional
	public UUID upload(Actor actor, UUID allianceId, String fileName, byte[] content) {
		PartnerUpkeep.requireAll(actor);
		if (allianceId != null) {
			try {
				this.alliances.byId(allianceId);
			}
			catch (NotFoundException unknown) {
				throw new RefusedException("allianceId", "partners.import.alliance.unknown");
			}
		}
		NgoImportTable table = read(content);
		UUID id = Ids.next();
		String name = shown(fileName);
		this.store.add(id, name, allianceId, actor.name(), this.clock.instant(), table);
		Set<String> seen = new HashSet<>();
		table.rows()
			.forEach((line) -> this.store.put(id,
					this.plan.judge(table, line.number(), line.cells(), allianceId, seen)));
		this.trail.tell(actor, "partners.import.uploaded", "NgoImport", id, name, Map.of(), Map.of());
		return id;
	}

	private NgoImportTable read(byte[] content) {
		try {
			return NgoImportTable.of(TableFile.lines(content), this.words);
		}
		catch (UnreadableTableException ex) {
			throw new RefusedException("file", ex.messageKey(), ex.arguments());
		}
	}

	/** The latest 20 files. */
	public List<NgoImport> latest(Actor actor) {
		PartnerUpkeep.requireAll(actor);
		return this.store.latest();
	}

	/**
	 * @throws NotFoundException when there is none
	 */
	public NgoImport byId(Actor actor, UUID id) {
		PartnerUpkeep.requireAll(actor);
		return this.store.find(id).orElseThrow(() -> new NotFoundException("import " + id));
	}

	/** Its rows, the refused ones first. */
	public List<NgoImportRow> rows(Actor actor, UUID id) {
		byId(actor, id);
		return this.store.rows(id);
	}

	/**
	 * Writes the rows. What changed since the preview is refused, not overwritten.
	 * @throws RefusedException when it is written already or there is nothing to write
	 */
	@Transactional
	public void confirm(Actor actor, UUID id) {
		NgoImport draft = byId(actor, id);
		if (!draft.hasSomethingToWrite()) {
			throw new RefusedException(null, "partners.import.nothing");
		}
		if (!this.store.confirm(id, this.clock.instant())) {
			throw new RefusedException(null, "partners.import.done-already");
		}
		NgoImportTable table = NgoImportTable.kept(draft.header(), this.words);
		Set<String> seen = new HashSet<>();
		for (NgoImportRow previewed : this.store.inOrder(id)) {
			NgoImportRow now = this.plan.judge(table, previewed.number(), previewed.cells(), draft.allianceId(), seen);
			if (previewed.verdict() != Verdict.REFUSE && !now.doesAs(previewed)) {
				this.store.put(id, previewed.refused("partners.import.problem.changed-since"));
			}
			else if (previewed.writes()) {
				this.plan.write(actor, table, now, draft.allianceId());
			}
		}
		this.trail.tell(actor, "partners.import.confirmed", "NgoImport", id, draft.fileName(), Map.of(), Map.of("added",
				String.valueOf(draft.count(Verdict.ADD)), "changed", String.valueOf(draft.count(Verdict.CHANGE))));
	}

	/** Throws the file and its preview away; what it wrote stays. */
	@Transactional
	public void discard(Actor actor, UUID id) {
		NgoImport draft = byId(actor, id);
		this.store.remove(id);
		this.trail.tell(actor, "partners.import.discarded", "NgoImport", id, draft.fileName(), Map.of(), Map.of());
	}

	private static String shown(String fileName) {
		String line = TypedText.line(fileName);
		String name = (line == null) ? "?" : line.replaceAll("^.*[/\\\\]", "");
		return (name.length() > LONGEST_FILE_NAME) ? name.substring(0, LONGEST_FILE_NAME) : name;
	}

}
