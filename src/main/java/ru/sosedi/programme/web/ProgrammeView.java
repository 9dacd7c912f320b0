package ru.sosedi.programme.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import ru.sosedi.programme.ProgrammeFilter;
import ru.sosedi.shared.web.Option;

/**
 * What surrounds a list: what it shows in words, and the ways to another one.
 *
 * @param filter what is shown
 * @param heading in words: «Программа: центр «Северный», выходные»
 * @param periods links to the same list of other days, the chosen one first in meaning
 * @param conditions each chosen condition; its value is the address without it
 * @param choices what the form offers
 */
record ProgrammeView(ProgrammeFilter filter, String heading, List<Period> periods, List<Option> conditions,
		Choices choices) {

	/** A stretch of days to choose. */
	record Period(String address, String label, boolean current) {

	}

	/** The lists of the filter's form. */
	record Choices(List<Option> centres, List<Option> districts, List<Option> audiences, List<Option> ages,
			List<Option> forms, List<Option> themes, List<Option> modes, List<Option> languages) {

	}

	/** Whether the value is chosen in the form's field of that name. */
	public boolean isChosen(String name, String value) {
		return this.filter.conditions().contains(new ProgrammeFilter.Condition(name, value));
	}

	/** The values chosen in the form's field of that name. */
	public List<String> values(String name) {
		return this.filter.conditions()
			.stream()
			.filter((condition) -> condition.name().equals(name))
			.map(ProgrammeFilter.Condition::value)
			.toList();
	}

	/**
	 * How many conditions of the form are chosen; the search and the days stand outside.
	 */
	public long chosen() {
		return this.filter.withoutAll("q", "when").conditions().size();
	}

	/** The address of the calendar of exactly this list. */
	public String calendar() {
		return "/feeds/events.ics" + (this.filter.isEmpty() ? "" : "?" + this.filter.query());
	}

	/** The same list as a month. */
	public String month(YearMonth month) {
		return monthAddress(this.filter, month);
	}

	/** The month of the first day shown. */
	public String month(LocalDate today) {
		return month(YearMonth.from(this.filter.days(today).from()));
	}

	/** The list of one day of the month. */
	public String day(LocalDate date) {
		return this.filter.onAnyDay().with("from", date.toString()).with("to", date.toString()).address();
	}

	static String monthAddress(ProgrammeFilter filter, YearMonth month) {
		String query = filter.onAnyDay().query();
		return "/events?view=month&month=" + month + (query.isEmpty() ? "" : "&" + query);
	}

}
