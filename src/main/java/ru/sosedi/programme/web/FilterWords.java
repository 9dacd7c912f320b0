package ru.sosedi.programme.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.sosedi.programme.AgeMark;
import ru.sosedi.programme.Audience;
import ru.sosedi.programme.DeliveryMode;
import ru.sosedi.programme.EventForm;
import ru.sosedi.programme.Period;
import ru.sosedi.programme.ProgrammeFilter;
import ru.sosedi.programme.ProgrammeFilter.Condition;
import ru.sosedi.programme.ProgrammeListing;
import ru.sosedi.programme.ProgrammeListing.Place;
import ru.sosedi.programme.Theme;
import ru.sosedi.shared.web.Option;

/** Says in words what a filter shows, and what else could be chosen. */
@Component
class FilterWords {

	private static final int MOST_CENTRES = 300;

	private static final List<String> LANGUAGES = List.of("ru", "rsl", "bua", "tt", "en");

	private final ProgrammeListing listing;

	private final MessageSource messages;

	FilterWords(ProgrammeListing listing, MessageSource messages) {
		this.listing = listing;
		this.messages = messages;
	}

	/** One statement: the centres; one more when partners are chosen. */
	ProgrammeView view(ProgrammeFilter filter, Locale locale) {
		List<Place> places = this.listing.places(filter.centres(), MOST_CENTRES);
		Map<String, String> names = places.stream()
			.collect(Collectors.toMap(Place::slug, Place::name, (one, other) -> one, HashMap::new));
		names.putAll(this.listing.partners(filter.partners()));
		List<Option> conditions = filter.conditions()
			.stream()
			.map((condition) -> new Option(filter.without(condition).address(), label(condition, names, locale)))
			.toList();
		return new ProgrammeView(filter, heading(filter, conditions, locale), periods(filter, locale), conditions,
				choices(places, locale));
	}

	private String heading(ProgrammeFilter filter, List<Option> conditions, Locale locale) {
		if (filter.isEmpty()) {
			return say("programme.list.title", locale);
		}
		List<String> words = new ArrayList<>();
		for (int i = 0; i < conditions.size(); i++) {
			boolean name = List.of("q", "centre", "partner", "district").contains(filter.conditions().get(i).name());
			String label = conditions.get(i).label();
			words.add(name ? label : label.substring(0, 1).toLowerCase(locale) + label.substring(1));
		}
		return say("programme.list.title.of", locale, String.join(", ", words));
	}

	private List<ProgrammeView.Period> periods(ProgrammeFilter filter, Locale locale) {
		ProgrammeFilter anyDay = filter.onAnyDay();
		boolean any = anyDay.equals(filter);
		Stream<ProgrammeView.Period> named = Arrays.stream(Period.values())
			.map((period) -> new ProgrammeView.Period(anyDay.with("when", period.word()).address(),
					say(period.messageKey(), locale), filter.period() == period));
		return Stream
			.concat(Stream
				.of(new ProgrammeView.Period(anyDay.address(), say("programme.list.period.any", locale), any)), named)
			.toList();
	}

	private String label(Condition condition, Map<String, String> names, Locale locale) {
		String value = condition.value();
		String constant = value.toUpperCase(Locale.ROOT).replace('-', '_');
		return switch (condition.name()) {
			case "q" -> say("programme.list.condition.text", locale, value);
			case "when" -> say("programme.list.period." + constant, locale);
			case "from", "to" -> say("programme.list.condition." + condition.name(), locale, day(value, locale));
			case "centre" -> names.getOrDefault(value, value);
			case "partner" -> names.getOrDefault(value, say("programme.list.condition.partner", locale));
			case "audience" -> say("programme.audience." + constant, locale);
			case "age" -> say("programme.list.condition.age", locale, value);
			case "form" -> say("programme.form." + constant, locale);
			case "theme" -> say("programme.theme." + constant, locale);
			case "mode" -> say("programme.mode." + constant, locale);
			case "accessible", "free" -> say("programme.list.condition." + condition.name(), locale);
			case "language" -> say("programme.list.condition.language", locale, language(value, locale));
			default -> value;
		};
	}

	private static String day(String value, Locale locale) {
		return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(LocalDate.parse(value));
	}

	/** A code that the portal has no name for is named by the platform's tables. */
	String language(String code, Locale locale) {
		return this.messages.getMessage("programme.language." + code, null, Locale.of(code).getDisplayLanguage(locale),
				locale);
	}

	private ProgrammeView.Choices choices(List<Place> places, Locale locale) {
		return new ProgrammeView.Choices(
				places.stream().map((place) -> new Option(place.slug(), place.name())).toList(),
				places.stream()
					.map(Place::district)
					.filter(Objects::nonNull)
					.distinct()
					.sorted()
					.map((district) -> new Option(district, district))
					.toList(),
				options(Audience.values(), Audience::messageKey, locale), ages(locale),
				options(EventForm.values(), EventForm::messageKey, locale),
				options(Theme.values(), Theme::messageKey, locale),
				options(DeliveryMode.values(), DeliveryMode::messageKey, locale),
				LANGUAGES.stream().map((code) -> new Option(code, language(code, locale))).toList());
	}

	private List<Option> ages(Locale locale) {
		return Arrays.stream(AgeMark.values())
			.filter((mark) -> mark != AgeMark.FROM_18)
			.map((mark) -> String.valueOf(mark.years()))
			.map((years) -> new Option(years, say("programme.list.condition.age", locale, years)))
			.toList();
	}

	private <E extends Enum<E>> List<Option> options(E[] constants, Function<E, String> key, Locale locale) {
		return Arrays.stream(constants)
			.map((constant) -> new Option(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'),
					say(key.apply(constant), locale)))
			.toList();
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, (arguments.length > 0) ? arguments : null, locale);
	}

}
