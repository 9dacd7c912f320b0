package ru.sosedi.partners;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An uploaded table of NGOs.
 *
 * @param allianceId the alliance that the rows join; {@code null} for none
 * @param allianceName {@code null} for none
 * @param confirmedAt {@code null} while it is only a preview
 * @param header all headers as they are written
 * @param unknownColumns headers that the format does not know; they are not read
 * @param counts how many rows of each verdict
 */
public record NgoImport(UUID id, String fileName, UUID allianceId, String allianceName, String createdByName,
		Instant createdAt, Instant confirmedAt, List<String> header, List<String> unknownColumns,
		Map<NgoImportRow.Verdict, Integer> counts) {

	public int count(NgoImportRow.Verdict verdict) {
		return this.counts.getOrDefault(verdict, 0);
	}

	public boolean hasRefusals() {
		return count(NgoImportRow.Verdict.REFUSE) > 0;
	}

	public boolean waits() {
		return this.confirmedAt == null;
	}

	public boolean hasSomethingToWrite() {
		return count(NgoImportRow.Verdict.ADD) + count(NgoImportRow.Verdict.CHANGE) > 0;
	}

}
