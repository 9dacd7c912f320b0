package ru.sosedi.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/**
 * The month as a grid: the same events as the list shows, a few of each day and how many
 * there are.
 *
 * @param days every day of the month, in order
 */
public record ProgrammeMonth(YearMonth month, List<Day> days) {

	private static final int WEEK = 7;

	/**
	 * A day of the month.
	 *
	 * @param entries the first few
	 * @param total all of them
	 */
	public record Day(LocalDate date, List<Entry> entries, int total) {

		/** How many are not among {@link #entries}. */
		public int more() {
			return this.total - this.entries.size();
		}

	}

	/** An occurrence in a cell of the grid. */
	public record Entry(UUID eventId, String slug, EventForm form, String title, ZonedDateTime startsAt,
			boolean cancelled, boolean repeated) {

		/** The page of the event with this date chosen. */
		public String address() {
			return "/events/" + this.eventId + "/" + this.slug
					+ (this.repeated ? "?on=" + this.startsAt.toLocalDate() : "");
		}

	}

	/** Rows from Monday to Sunday; {@code null} stands for days of other months. */
	public List<List<Day>> weeks() {
		List<Day> cells = new ArrayList<>();
		LocalDate first = this.month.atDay(1);
		IntStream.range(0, (int) ChronoUnit.DAYS.between(first.with(DayOfWeek.MONDAY), first))
			.forEach((before) -> cells.add(null));
		cells.addAll(this.days);
		while (cells.size() % WEEK != 0) {
			cells.add(null);
		}
		return cells.stream().gather(Gatherers.windowFixed(WEEK)).toList();
	}

	/** Seven days from a Monday, to name the columns by. */
	public List<LocalDate> weekdays() {
		LocalDate monday = this.month.atDay(1).with(DayOfWeek.MONDAY);
		return monday.datesUntil(monday.plusDays(WEEK)).toList();
	}

	public boolean isEmpty() {
		return this.days.stream().allMatch((day) -> day.total() == 0);
	}

	public YearMonth previous() {
		return this.month.minusMonths(1);
	}

	public YearMonth next() {
		return this.month.plusMonths(1);
	}

}
