package ru.sosedi.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.sosedi.shared.HomeZone;

/**
 * Dates, hours and counts in words, in the language of the page. For templates:
 * {@code ${@words.day(date)}}.
 */
@Component("words")
public class Words {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private final MessageSource messages;

	private final Clock clock;

	private final ObjectProvider<HomeZone> homeZone;

	Words(MessageSource messages, Clock clock, ObjectProvider<HomeZone> homeZone) {
		this.messages = messages;
		this.clock = clock;
		this.homeZone = homeZone;
	}

	/** "today", "tomorrow" or {@link #fullDay}, seen from the network's own zone. */
	public String day(LocalDate date) {
		return day(date, zone());
	}

	/** "today", "tomorrow" or {@link #fullDay}, seen from that zone. */
	public String day(LocalDate date, ZoneId zone) {
		String near = near(date, zone);
		return (near != null) ? near : fullDay(date);
	}

	/** "today, Saturday, 21 November": the near word and the date. */
	public String fullDay(LocalDate date, ZoneId zone) {
		String near = near(date, zone);
		return (near != null) ? near + ", " + fullDay(date) : fullDay(date);
	}

	/** "Saturday, 28 November", with the year when it is not this one. */
	public String fullDay(LocalDate date) {
		return format(date, "EEEE") + ", " + date(date);
	}

	/** "today", "tomorrow", "yesterday" or {@code null}. */
	public String near(LocalDate date, ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		if (date.equals(today)) {
			return word("today");
		}
		if (date.equals(today.plusDays(1))) {
			return word("tomorrow");
		}
		return date.equals(today.minusDays(1)) ? word("yesterday") : null;
	}

	public boolean isToday(LocalDate date, ZoneId zone) {
		return date.equals(LocalDate.ofInstant(this.clock.instant(), zone));
	}

	/** "28 November", with the year when it is not this one. */
	public String date(LocalDate date) {
		return isThisYear(date) ? format(date, "d MMMM") : format(date, "d MMMM yyyy");
	}

	/** "28 November 2026", whatever the year: for what is kept or signed. */
	public String dateOfYear(LocalDate date) {
		return format(date, "d MMMM yyyy");
	}

	/** "2–5 December", "28 November – 3 December", or one date when both are the same. */
	public String dates(LocalDate from, LocalDate to) {
		if (from.equals(to)) {
			return date(from);
		}
		boolean sameMonth = YearMonth.from(from).equals(YearMonth.from(to));
		return sameMonth ? from.getDayOfMonth() + "–" + date(to) : date(from) + " – " + date(to);
	}

	/** The day of the month: "28". */
	public String dayNumber(LocalDate date) {
		return String.valueOf(date.getDayOfMonth());
	}

	/** The month as it stands beside a day: "ноября", "November". */
	public String monthOf(LocalDate date) {
		return format(date, "MMMM");
	}

	/** "ноябрь 2026", "November 2026". */
	public String month(YearMonth month) {
		return format(month, "LLLL yyyy");
	}

	/** "суббота", "Saturday". */
	public String weekday(LocalDate date) {
		return format(date, "EEEE");
	}

	/** "сб", "Sat". */
	public String shortWeekday(LocalDate date) {
		return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, language());
	}

	/** "14:00", the hour at the place itself. */
	public String time(ZonedDateTime moment) {
		return TIME.format(moment);
	}

	/** "14:00". */
	public String time(LocalTime time) {
		return TIME.format(time);
	}

	/** "today, 14:00" or "Saturday, 28 November, 14:00", in the moment's own zone. */
	public String dayTime(ZonedDateTime moment) {
		return day(moment.toLocalDate(), moment.getZone()) + ", " + time(moment);
	}

	/** "14:00–15:30"; with both days when it does not end on the day it begins. */
	public String range(ZonedDateTime start, ZonedDateTime end) {
		if (start.toLocalDate().equals(end.toLocalDate())) {
			return time(start) + "–" + time(end);
		}
		return date(start.toLocalDate()) + ", " + time(start) + " – " + date(end.toLocalDate()) + ", " + time(end);
	}

	/** "14:00–15:30". */
	public String range(LocalTime start, LocalTime end) {
		return time(start) + "–" + time(end);
	}

	/** "28 November, 14:32", in the network's zone: for staff lists. */
	public String moment(Instant instant) {
		ZonedDateTime moment = instant.atZone(zone());
		return date(moment.toLocalDate()) + ", " + time(moment);
	}

	/**
	 * "just now", "5 minutes ago", "3 hours ago", "3 days ago", after a month the date.
	 */
	public String ago(Instant instant) {
		Duration passed = Duration.between(instant, this.clock.instant());
		if (passed.compareTo(Duration.ofMinutes(1)) < 0) {
			return word("now");
		}
		if (passed.toHours() < 1) {
			return count("platform.words.minutes", passed.toMinutes());
		}
		if (passed.toDays() < 1) {
			return count("platform.words.hours", passed.toHours());
		}
		if (passed.toDays() < 31) {
			return count("platform.words.days", passed.toDays());
		}
		return date(instant.atZone(zone()).toLocalDate());
	}

	/**
	 * A number with its noun: the key with {@code .one}, {@code .few} or {@code .many}
	 * after it ("1 место, 2 места, 5 мест"; English knows {@code .one} and
	 * {@code .many}); the number is the argument {@code {0}}.
	 */
	public String count(String key, long number) {
		Locale language = language();
		return this.messages.getMessage(key + "." + Plural.of(number, language), new Object[] { number }, language);
	}

	private boolean isThisYear(LocalDate date) {
		return date.getYear() == LocalDate.ofInstant(this.clock.instant(), zone()).getYear();
	}

	private ZoneId zone() {
		HomeZone home = this.homeZone.getIfAvailable();
		return (home != null) ? home.homeZone() : this.clock.getZone();
	}

	private String format(TemporalAccessor date, String pattern) {
		return DateTimeFormatter.ofPattern(pattern, language()).format(date);
	}

	private String word(String key) {
		return this.messages.getMessage("platform.words." + key, null, language());
	}

	private static Locale language() {
		return Languages.current();
	}

}
