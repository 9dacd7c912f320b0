package ru.sosedi.programme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.MultiValueMap;

/** Reads a {@link ProgrammeFilter} from a query string that anybody may have written. */
final class FilterReader {

	private static final int MOST_VALUES = 20;

	private static final int LONGEST_TEXT = 100;

	private static final int LONGEST_NAME = 80;

	private static final int OLDEST = 17;

	private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

	private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

	private static final Pattern UNPRINTED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+");

	private final MultiValueMap<String, String> query;

	FilterReader(MultiValueMap<String, String> query) {
		this.query = query;
	}

	/** A constant as it stands in an address: {@code public-discussion}. */
	static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	ProgrammeFilter filter() {
		LocalDate from = day("from");
		LocalDate to = day("to");
		if (from != null && to != null && to.isBefore(from)) {
			to = null;
		}
		Period period = (from == null && to == null) ? first(constants(Period.class, "when")) : null;
		return new ProgrammeFilter(period, from, to, names("centre", SLUG.asMatchPredicate()),
				names("partner", ID.asMatchPredicate()), names("district", (name) -> true),
				constants(Audience.class, "audience"), age(), constants(EventForm.class, "form"),
				constants(Theme.class, "theme"), first(constants(DeliveryMode.class, "mode")), isYes("accessible"),
				isYes("free"), first(names("language", LANGUAGE.asMatchPredicate())), text());
	}

	private Stream<String> values(String name) {
		List<String> values = this.query.getOrDefault(name, List.of());
		return values.stream().filter(Objects::nonNull).limit(MOST_VALUES);
	}

	private LocalDate day(String name) {
		return values(name).map(FilterReader::parseDay).flatMap(Optional::stream).findFirst().orElse(null);
	}

	private static Optional<LocalDate> parseDay(String value) {
		try {
			return Optional.of(LocalDate.parse(value.strip()))
				.filter((day) -> !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY));
		}
		catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** Every mark fits from 18 on, so that such an age is no condition. */
	private Integer age() {
		return values("age").filter((value) -> value.matches("\\d{1,2}"))
			.map(Integer::valueOf)
			.filter((age) -> age <= OLDEST)
			.findFirst()
			.orElse(null);
	}

	private List<String> names(String name, Predicate<String> isOne) {
		return values(name).map(FilterReader::oneLine)
			.filter((value) -> !value.isEmpty() && value.length() <= LONGEST_NAME)
			.filter(isOne)
			.distinct()
			.sorted()
			.toList();
	}

	private <E extends Enum<E>> Set<E> constants(Class<E> type, String name) {
		Set<E> found = EnumSet.noneOf(type);
		values(name).forEach((value) -> Arrays.stream(type.getEnumConstants())
			.filter((constant) -> word(constant).equals(value))
			.forEach(found::add));
		return Collections.unmodifiableSet(found);
	}

	private static <T> T first(Iterable<T> values) {
		for (T value : values) {
			return value;
		}
		return null;
	}

	private boolean isYes(String name) {
		return values(name).anyMatch("yes"::equals);
	}

	private String text() {
		return values("q").map(FilterReader::oneLine)
			.filter((text) -> !text.isEmpty())
			.map((text) -> (text.length() <= LONGEST_TEXT) ? text : text.substring(0, LONGEST_TEXT).strip())
			.findFirst()
			.orElse(null);
	}

	private static String oneLine(String value) {
		return UNPRINTED.matcher(value).replaceAll(" ").strip();
	}

}
