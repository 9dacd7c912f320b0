package ru.sosedi.programme.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ru.sosedi.programme.DateWarning;
import ru.sosedi.programme.OccurrenceDetails;

/** The dates that a form would make, with what is the matter with each. */
record DatePreview(List<Row> rows, boolean series) {

	record Row(LocalDate day, List<DateWarning> warnings) {

		public boolean isClosed() {
			return this.warnings.stream().anyMatch(DateWarning::closed);
		}

	}

	static DatePreview of(List<OccurrenceDetails> dates, List<DateWarning> warnings, boolean series) {
		Map<LocalDate, List<DateWarning>> byDay = warnings.stream().collect(Collectors.groupingBy(DateWarning::day));
		return new DatePreview(
				dates.stream().map((date) -> new Row(date.day(), byDay.getOrDefault(date.day(), List.of()))).toList(),
				series);
	}

	/** Only those that something is the matter with. */
	public List<Row> warned() {
		return this.rows.stream().filter((row) -> !row.warnings().isEmpty()).toList();
	}

}
