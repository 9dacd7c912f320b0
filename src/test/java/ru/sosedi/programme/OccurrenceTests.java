package ru.sosedi.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import ru.sosedi.world.ProgrammeWorld;

import static org.assertj.core.api.Assertions.assertThat;

class OccurrenceTests {

	private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

	@Test
	void aSeriesKeepsItsHourWhenTheClockIsChanged() {
		SeriesDetails series = new SeriesDetails(new OccurrenceDetails(LocalDate.of(2027, 3, 27), LocalTime.of(18, 0),
				LocalTime.of(19, 30), null, null, null), new Recurrence("FREQ=DAILY;COUNT=3"), Set.of());
		List<Occurrence> dates = series.dates().stream().map((date) -> at(date, "Europe/Berlin")).toList();
		assertThat(dates).extracting((date) -> date.starts().toLocalTime()).containsOnly(LocalTime.of(18, 0));
		assertThat(dates).extracting(Occurrence::startsAt)
			.containsExactly(Instant.parse("2027-03-27T17:00:00Z"), Instant.parse("2027-03-28T16:00:00Z"),
					Instant.parse("2027-03-29T16:00:00Z"));
	}

	@Test
	void anEndBeforeTheStartIsTheNextMorning() {
		Occurrence night = at(new OccurrenceDetails(LocalDate.of(2027, 4, 24), LocalTime.of(19, 0), LocalTime.of(1, 0),
				null, null, null), "Asia/Yekaterinburg");
		assertThat(night.ends().toLocalDate()).isEqualTo(LocalDate.of(2027, 4, 25));
	}

	@Test
	void onlyWhatResidentsNoticeRaisesTheSequence() {
		Occurrence date = at(ProgrammeWorld.on(ProgrammeWorld.SATURDAY), "Asia/Yekaterinburg");
		OccurrenceDetails same = date.details();
		date.change(new OccurrenceDetails(same.day(), same.starts(), same.ends(), null, null, 5), null, NOW);
		assertThat(date.sequence()).isZero();
		date.change(new OccurrenceDetails(same.day(), same.starts(), same.ends(), null, "Yard", 5), null, NOW);
		assertThat(date.sequence()).isEqualTo(1);
		assertThat(date.isChangedAlone()).isTrue();
	}

	private static Occurrence at(OccurrenceDetails details, String zone) {
		Event event = new Event(null, ProgrammeWorld.details("Hour"), null, NOW);
		return new Occurrence(event, details, ZoneId.of(zone), null, true, NOW);
	}

}
