package ru.sosedi.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An uploaded file on its way into the network.
 *
 * @param systemName the library system it is for
 * @param createdBy the name of whoever uploaded it
 * @param rowsTotal how many rows are to be read or written; 0 while that is not known
 * @param rowsDone how many of them are
 * @param header the headers as they stand in the file
 * @param unknownColumns headers that the format does not know; they are not read
 * @param problem why the whole file failed, else {@code null}
 * @param finishedAt {@code null} until then
 * @param counts rows by verdict, every verdict named
 */
public record ImportDraft(UUID id, ImportKind kind, String fileName, UUID systemId, String systemName, String createdBy,
		Instant createdAt, ImportState state, int rowsTotal, int rowsDone, List<String> header,
		List<String> unknownColumns, ImportProblem problem, Instant finishedAt, Map<ImportVerdict, Integer> counts) {

	public int count(ImportVerdict verdict) {
		return this.counts.getOrDefault(verdict, 0);
	}

	/** Whether a confirmation would write anything. */
	public boolean hasSomethingToWrite() {
		return count(ImportVerdict.ADD) + count(ImportVerdict.CHANGE) > 0;
	}

}
