package ru.sosedi.programme;

import java.time.LocalDate;
import java.util.List;

import ru.sosedi.agreements.AgreementCovers.Cover;

/**
 * Which agreements stand behind what a partner does in an event.
 *
 * @param covers in force on one of its days at least, the latest first
 * @param uncovered days to come that no agreement covers
 */
public record PartnerCover(EventPartner partner, List<Cover> covers, List<LocalDate> uncovered) {

	private static final int MOST_NAMED = 6;

	static PartnerCover of(EventPartner partner, List<Cover> all, List<LocalDate> days) {
		List<Cover> covers = all.stream()
			.filter((cover) -> cover.ngoId().equals(partner.id()))
			.filter((cover) -> days.stream().anyMatch(cover::isInForceOn))
			.toList();
		return new PartnerCover(partner, covers,
				days.stream().filter((day) -> covers.stream().noneMatch((cover) -> cover.isInForceOn(day))).toList());
	}

	/** Those of the uncovered days that are said; the others are counted. */
	public List<LocalDate> named() {
		return this.uncovered.subList(0, Math.min(MOST_NAMED, this.uncovered.size()));
	}

	public boolean isComplete() {
		return this.uncovered.isEmpty();
	}

}
