package ru.sosedi.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import ru.sosedi.shared.RefusedException;

/**
 * A series: how its dates look and when they fall.
 *
 * @param first the hour, the place and the capacity of every date; its day is the one
 * from which the rule counts
 * @param recurrence on which days
 * @param excludedDays on which of them not
 */
public record SeriesDetails(OccurrenceDetails first, Recurrence recurrence, Set<LocalDate> excludedDays) {

	public SeriesDetails {
		excludedDays = Set.copyOf(excludedDays);
		if (excludedDays.size() > Recurrence.MOST_DATES) {
			throw new RefusedException("excludedDays", "programme.series.rule.many", Recurrence.MOST_DATES);
		}
	}

	/** Every date of the series, in order. */
	public List<OccurrenceDetails> dates() {
		return this.recurrence.days(this.first.day(), this.excludedDays).stream().map(this.first::on).toList();
	}

}
