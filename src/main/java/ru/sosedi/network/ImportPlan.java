package ru.sosedi.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import ru.sosedi.accounts.Actor;
import ru.sosedi.documents.TableFile.Line;

/** How the rows of one kind are read, compared with what is stored, and written. */
interface ImportPlan {

	ImportKind kind();

	ImportRow read(ImportTable table, Line line);

	/**
	 * Compares rows with what is stored now.
	 * @param rows read, or judged earlier; unreadable ones stay as they are
	 * @param seen what earlier rows of the file were about, and their numbers; is added
	 * to
	 */
	List<ImportRow> judge(UUID systemId, List<ImportRow> rows, Map<String, Integer> seen);

	/** Writes a row that was judged a moment ago, in the same transaction. */
	void write(Actor actor, UUID systemId, ImportRow row);

}
