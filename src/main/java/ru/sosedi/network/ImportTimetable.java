package ru.sosedi.network;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/**
 * The week of a library in one line, such as {@code Tue-Fri 10:00-19:00 lunch
 * 13:00-14:00; Sat 10-18; Sun,Mon closed} in the words of either language. A day that is
 * not named is a day off. {@link #render} writes what {@link #parse} reads.
 */
@Component
class ImportTimetable {

	private static final String WORD = "network.import.word.";

	private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\\d{1,2})(?:[:.](\\d{2}))?|([\\p{L}_]+)\\.?|([-,]))");

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	/** What a word of the notation may be, beside a weekday. */
	private enum Word {

		DAY_OFF, LUNCH, DAILY, WEEKDAYS, WEEKEND, FROM, TO, AND

	}

	private final ImportWords words;

	private final Map<String, DayOfWeek> weekdays;

	private final Map<String, Word> others;

	ImportTimetable(ImportWords words) {
		this.words = words;
		this.weekdays = words.table(WORD, DayOfWeek.values());
		this.others = words.table(WORD, Word.values());
	}

	/**
	 * @return the working days; never empty
	 * @throws ImportUnclearException naming the piece that is not understood
	 */
	SortedMap<DayOfWeek, DayHours.Working> parse(String text) {
		SortedMap<DayOfWeek, DayHours.Working> week = new TreeMap<>();
		Set<DayOfWeek> named = EnumSet.noneOf(DayOfWeek.class);
		for (String piece : text.split("[;\n]")) {
			if (!piece.isBlank()) {
				new Piece(piece.strip()).into(week, named);
			}
		}
		if (week.isEmpty()) {
			throw new ImportUnclearException("hours.nothing");
		}
		return week;
	}

	/** A span of hours alone, such as {@code 13:00-14:00}: a lunch break. */
	TimeRange parseSpan(String text) {
		return new Piece(text.strip()).onlySpan();
	}

	/** Whether a lunch break lies within working hours. */
	static boolean holds(LocalTime opens, LocalTime closes, TimeRange lunch) {
		return opens.isBefore(lunch.from()) && lunch.to().isBefore(closes);
	}

	String render(Map<DayOfWeek, DayHours.Working> week) {
		StringBuilder text = new StringBuilder();
		DayOfWeek[] days = DayOfWeek.values();
		for (int first = 0, next; first < days.length; first = next) {
			DayHours.Working hours = week.get(days[first]);
			next = first + 1;
			while (next < days.length && Objects.equals(hours, week.get(days[next]))) {
				next++;
			}
			if (hours != null) {
				text.append(text.isEmpty() ? "" : "; ").append(this.words.own(WORD, days[first]));
				if (next - first > 1) {
					text.append('-').append(this.words.own(WORD, days[next - 1]));
				}
				text.append(' ').append(render(hours));
			}
		}
		return text.toString();
	}

	private String render(DayHours.Working day) {
		String hours = render(new TimeRange(day.opens(), day.closes()));
		return (day.lunch() == null) ? hours
				: hours + " " + this.words.own(WORD, Word.LUNCH) + " " + render(day.lunch());
	}

	private static String render(TimeRange range) {
		return CLOCK.format(range.from()) + "-" + CLOCK.format(range.to());
	}

	/** A piece of the line between two semicolons, read from left to right. */
	private final class Piece {

		private final String text;

		private final List<Object> tokens = new ArrayList<>();

		private int at;

		Piece(String text) {
			this.text = text;
			String plain = ImportWords.plain(text).replaceAll(":(?!\\d)", " ");
			Matcher token = TOKEN.matcher(joinPhrases(plain));
			int end = 0;
			while (token.lookingAt()) {
				this.tokens.add(meaning(token));
				end = token.end();
				token.region(end, token.regionEnd());
			}
			if (token.regionEnd() > end && !joinPhrases(plain).substring(end).isBlank()) {
				throw unclear();
			}
		}

		private String joinPhrases(String plain) {
			String joined = plain;
			for (String phrase : ImportTimetable.this.others.keySet()) {
				if (phrase.indexOf(' ') > 0) {
					joined = joined.replace(phrase, phrase.replace(' ', '_'));
				}
			}
			return joined;
		}

		private Object meaning(Matcher token) {
			if (token.group(1) != null) {
				try {
					return LocalTime.of(Integer.parseInt(token.group(1)),
							(token.group(2) == null) ? 0 : Integer.parseInt(token.group(2)));
				}
				catch (DateTimeException ex) {
					throw unclear();
				}
			}
			if (token.group(4) != null) {
				return token.group(4).charAt(0);
			}
			String word = token.group(3).replace('_', ' ');
			Object meaning = ImportTimetable.this.weekdays.get(word);
			meaning = (meaning != null) ? meaning : ImportTimetable.this.others.get(word);
			if (meaning == null) {
				throw unclear();
			}
			return meaning;
		}

		void into(Map<DayOfWeek, DayHours.Working> week, Set<DayOfWeek> named) {
			do {
				Set<DayOfWeek> days = days();
				for (DayOfWeek day : days) {
					if (!named.add(day)) {
						throw new ImportUnclearException("hours.twice", ImportTimetable.this.words.own(WORD, day));
					}
				}
				if (!take(Word.DAY_OFF)) {
					DayHours.Working hours = hours();
					days.forEach((day) -> week.put(day, hours));
				}
				take(',');
			}
			while (this.at < this.tokens.size());
		}

		private Set<DayOfWeek> days() {
			Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
			do {
				if (take(Word.DAILY)) {
					days.addAll(EnumSet.allOf(DayOfWeek.class));
				}
				else if (take(Word.WEEKDAYS)) {
					days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
				}
				else if (take(Word.WEEKEND)) {
					days.addAll(EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
				}
				else {
					span(days);
				}
			}
			while (take(',') || take(Word.AND));
			take('-');
			return days;
		}

		private void span(Set<DayOfWeek> days) {
			DayOfWeek first = weekday();
			days.add(first);
			boolean dash = this.at + 1 < this.tokens.size() && this.tokens.get(this.at + 1) instanceof DayOfWeek
					&& (take('-') || take(Word.TO));
			if (dash) {
				DayOfWeek last = weekday();
				for (DayOfWeek day = first; day != last; day = day.plus(1)) {
					days.add(day.plus(1));
				}
			}
		}

		private DayHours.Working hours() {
			TimeRange open = times();
			boolean comma = this.at + 1 < this.tokens.size() && this.tokens.get(this.at + 1) == Word.LUNCH && take(',');
			if (take(Word.LUNCH)) {
				TimeRange lunch = times();
				if (!holds(open.from(), open.to(), lunch)) {
					throw new ImportUnclearException("hours.lunch", this.text);
				}
				return new DayHours.Working(open.from(), open.to(), lunch);
			}
			if (comma) {
				throw unclear();
			}
			return new DayHours.Working(open.from(), open.to(), null);
		}

		private TimeRange times() {
			take(Word.FROM);
			LocalTime from = time();
			if (!take('-') && !take(Word.TO)) {
				throw unclear();
			}
			LocalTime to = time();
			if (!from.isBefore(to)) {
				throw new ImportUnclearException("hours.order", this.text);
			}
			return new TimeRange(from, to);
		}

		TimeRange onlySpan() {
			take(Word.LUNCH);
			TimeRange times = times();
			if (this.at < this.tokens.size()) {
				throw unclear();
			}
			return times;
		}

		private boolean take(Object token) {
			boolean here = this.at < this.tokens.size() && this.tokens.get(this.at).equals(token);
			this.at += here ? 1 : 0;
			return here;
		}

		private DayOfWeek weekday() {
			if (this.at < this.tokens.size() && this.tokens.get(this.at) instanceof DayOfWeek day) {
				this.at++;
				return day;
			}
			throw unclear();
		}

		private LocalTime time() {
			if (this.at < this.tokens.size() && this.tokens.get(this.at) instanceof LocalTime time) {
				this.at++;
				return time;
			}
			throw unclear();
		}

		private ImportUnclearException unclear() {
			return new ImportUnclearException("hours.piece", this.text);
		}

	}

}
