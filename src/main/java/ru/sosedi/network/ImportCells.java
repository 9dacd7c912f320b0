package ru.sosedi.network;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/**
 * The values that a cell of an imported file may hold. What is read is also written:
 * every value has one text of its own, so that a file can be compared with what is
 * stored.
 */
@Component
class ImportCells {

	static final String BADGE = "network.import.badge.";

	static final String LEVEL = "network.import.level.";

	static final String CENTRE = "network.import.centre.";

	static final String CENTRE_KIND = "network.import.centre_kind.";

	static final String ROOM_KIND = "network.import.room_kind.";

	static final String NOISE = "network.import.noise.";

	private static final String WORD = "network.import.word.";

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("dd.MM", Locale.ROOT);

	private static final Pattern WRITTEN_DATE = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

	private static final Pattern DAYS_OF_YEAR = Pattern
		.compile("\\D*(\\d{1,2})\\.(\\d{1,2})\\.?\\s*(?:-|\\p{L}+)\\s*(\\d{1,2})\\.(\\d{1,2})\\.?");

	private static final Pattern OFFSET = Pattern.compile("(\\p{L}+) ?([+-]) ?(\\d{1,2})(?::?00)?");

	/** The day that a spreadsheet counts dates from. */
	private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

	/** The zones of Russia without a change of clocks, by hours ahead of UTC. */
	private static final List<String> RUSSIA = List.of("Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara",
			"Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok",
			"Asia/Magadan", "Asia/Kamchatka");

	private static final int KALININGRAD = 2;

	private static final int MOSCOW = 3;

	private final ImportWords words;

	ImportCells(ImportWords words) {
		this.words = words;
	}

	String line(String cell, int longest) {
		String line = cell.replaceAll("[\\p{Cntrl}\\s\\u00A0\\u2028\\u2029]+", " ").strip();
		if (line.length() > longest) {
			throw new ImportUnclearException("too-long", longest, line.length());
		}
		return line;
	}

	int whole(String cell, int least, int most) {
		String digits = ImportWords.plain(cell).replaceAll("^\\D{0,3}(?=\\d)", "").replaceAll("[.,]0+$", "");
		if (!digits.matches("\\d{1,9}") || cell.strip().startsWith("-")) {
			throw new ImportUnclearException("whole", least, most);
		}
		int number = Integer.parseInt(digits);
		if (number < least || number > most) {
			throw new ImportUnclearException("whole", least, most);
		}
		return number;
	}

	BigDecimal decimal(String cell, int least, int most, int scale) {
		String number = ImportWords.plain(cell).replace(" ", "").replace(',', '.');
		if (!number.matches("-?\\d{1,7}(\\.\\d{1,20})?")) {
			throw new ImportUnclearException("decimal", least, most);
		}
		BigDecimal value = new BigDecimal(number);
		if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
			throw new ImportUnclearException("decimal", least, most);
		}
		BigDecimal rounded = value.setScale(scale, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
		return (rounded.scale() < 0) ? rounded.setScale(0) : rounded;
	}

	/** An IANA name, or hours ahead of Moscow or UTC. */
	ZoneId zone(String cell) {
		Matcher offset = OFFSET.matcher(ImportWords.plain(cell));
		try {
			if (offset.matches()) {
				int hours = Integer.parseInt(offset.group(2) + offset.group(3));
				boolean moscow = this.words.all(WORD + "moscow").contains(offset.group(1));
				if (moscow || offset.group(1).equals("utc") || offset.group(1).equals("gmt")) {
					return ZoneId.of(RUSSIA.get(hours + (moscow ? MOSCOW : 0) - KALININGRAD));
				}
			}
			String name = cell.strip();
			if (!name.contains("/") || !ZoneId.getAvailableZoneIds().contains(name)) {
				throw new ImportUnclearException("zone");
			}
			return ZoneId.of(name);
		}
		catch (DateTimeException | IndexOutOfBoundsException ex) {
			throw new ImportUnclearException("zone");
		}
	}

	/** Parts of a list, each once, in their order. */
	List<String> list(String cell, int most, int longest) {
		List<String> parts = Arrays.stream(cell.split("[;\n|]"))
			.map((part) -> line(part, longest))
			.filter((part) -> !part.isEmpty())
			.distinct()
			.toList();
		if (parts.size() > most) {
			throw new ImportUnclearException("list", most);
		}
		return parts;
	}

	<E extends Enum<E>> E choice(String cell, String prefix, E[] values) {
		E value = this.words.table(prefix, values).get(ImportWords.plain(cell));
		if (value == null) {
			throw new ImportUnclearException("choice", shown(cell), this.words.choice(prefix, values));
		}
		return value;
	}

	boolean yesNo(String cell) {
		String plain = ImportWords.plain(cell);
		if (this.words.all(WORD + "yes").contains(plain)) {
			return true;
		}
		if (this.words.all(WORD + "no").contains(plain)) {
			return false;
		}
		throw new ImportUnclearException("yes-no", shown(cell));
	}

	String text(boolean value) {
		return this.words.own(WORD + (value ? "yes" : "no"));
	}

	<E extends Enum<E>> String text(String prefix, E value) {
		return this.words.own(prefix, value);
	}

	LocalDate date(String cell) {
		try {
			Matcher written = WRITTEN_DATE.matcher(cell.strip());
			if (written.matches()) {
				return LocalDate.of(Integer.parseInt(written.group(3)), Integer.parseInt(written.group(2)),
						Integer.parseInt(written.group(1)));
			}
			if (cell.strip().matches("[2-6]\\d{4}")) {
				return SPREADSHEET_EPOCH.plusDays(Integer.parseInt(cell.strip()));
			}
			return LocalDate.parse(cell.strip());
		}
		catch (DateTimeException ex) {
			throw new ImportUnclearException("date");
		}
	}

	String text(LocalDate date) {
		return DATE.format(date);
	}

	/** First and last day of summer. */
	MonthDay[] daysOfYear(String cell) {
		Matcher days = DAYS_OF_YEAR.matcher(ImportWords.plain(cell));
		try {
			if (days.matches()) {
				MonthDay first = MonthDay.of(Integer.parseInt(days.group(2)), Integer.parseInt(days.group(1)));
				MonthDay last = MonthDay.of(Integer.parseInt(days.group(4)), Integer.parseInt(days.group(3)));
				if (first.isBefore(last)) {
					return new MonthDay[] { first, last };
				}
			}
		}
		catch (DateTimeException ex) {
			throw new ImportUnclearException("summer");
		}
		throw new ImportUnclearException("summer");
	}

	String text(MonthDay first, MonthDay last) {
		return MONTH_DAY.format(first) + "-" + MONTH_DAY.format(last);
	}

	/** «The last Friday», with or without «of the month». */
	MaintenanceRule maintenance(String cell) {
		Integer ordinal = null;
		DayOfWeek weekday = null;
		Map<String, DayOfWeek> weekdays = this.words.table(WORD, DayOfWeek.values());
		for (String word : ImportWords.plain(cell).split("[ .,]+")) {
			if (weekdays.containsKey(word) && weekday == null) {
				weekday = weekdays.get(word);
			}
			else if (ordinal(word) != null && ordinal == null) {
				ordinal = ordinal(word);
			}
			else if (!this.words.all(WORD + "of_month").contains(word)) {
				throw new ImportUnclearException("maintenance");
			}
		}
		if (ordinal == null || weekday == null) {
			throw new ImportUnclearException("maintenance");
		}
		return new MaintenanceRule(weekday, ordinal);
	}

	private Integer ordinal(String word) {
		for (int ordinal : new int[] { -1, 1, 2, 3, 4 }) {
			if (this.words.all(WORD + "ordinal" + ((ordinal < 0) ? "_last" : "_" + ordinal)).contains(word)) {
				return ordinal;
			}
		}
		return null;
	}

	String text(MaintenanceRule rule) {
		int gender = switch (rule.weekday()) {
			case MONDAY, TUESDAY, THURSDAY -> 0;
			case WEDNESDAY, FRIDAY, SATURDAY -> 1;
			case SUNDAY -> 2;
		};
		String ordinal = (rule.ordinal() < 0) ? "ordinal_last" : "ordinal_" + rule.ordinal();
		return this.words.own(WORD + ordinal, gender) + " "
				+ this.words.own(WORD + rule.weekday().name().toLowerCase(Locale.ROOT), 1);
	}

	/** A level, and what there is behind a colon. */
	Accessibility accessibility(String cell) {
		int colon = cell.indexOf(':');
		String level = (colon < 0) ? cell : cell.substring(0, colon);
		String note = (colon < 0) ? "" : line(cell.substring(colon + 1), Accessibility.NOTE_LENGTH);
		return new Accessibility(choice(level, LEVEL, AccessibilityLevel.values()), note.isEmpty() ? null : note);
	}

	String text(Accessibility accessibility) {
		String level = text(LEVEL, accessibility.level());
		return (accessibility.note() == null) ? level : level + ": " + accessibility.note();
	}

	static boolean clears(String cell) {
		return cell.strip().matches("[-\u2013\u2014]");
	}

	private static String shown(String cell) {
		return (cell.length() > 40) ? cell.substring(0, 40) + "\u2026" : cell;
	}

}
