package ru.sosedi.programme;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Which events a list shows. It is the query string of the list's address, no more and no
 * less: {@link #of} reads one, ignoring whatever makes no sense, and {@link #query()}
 * writes the one canonical form of it, the same for lists, calendars and feeds.
 *
 * @param period a stretch of days by name, or {@code null}; always {@code null} when
 * {@code from} or {@code to} is given
 * @param from the first day, or {@code null}
 * @param to the last day, or {@code null}; never before {@code from}
 * @param centres slugs of the organising centres, any of them; empty for all
 * @param partners ids of NGOs that hold them too, any of them; empty for all
 * @param districts names of districts, any of them; empty for all
 * @param audiences whom it is for, any of them; empty for all
 * @param age fit for this age in years (the mark is not above it), or {@code null}
 * @param forms any of them; empty for all
 * @param themes any of them; empty for all
 * @param mode the delivery mode, or {@code null}
 * @param accessible only events that people with a disability can take part in
 * @param freeEntry only events that need no sign-up
 * @param language the language of the event, ISO 639, or {@code null}
 * @param text what is searched for, one line, or {@code null}
 */
public record ProgrammeFilter(Period period, LocalDate from, LocalDate to, List<String> centres, List<String> partners,
		List<String> districts, Set<Audience> audiences, Integer age, Set<EventForm> forms, Set<Theme> themes,
		DeliveryMode mode, boolean accessible, boolean freeEntry, String language, String text) {

	/** Everything that is still to come. */
	public static final ProgrammeFilter ALL = of(new LinkedMultiValueMap<>());

	/**
	 * One condition, as it stands in the address: removing it from the filter leaves the
	 * others.
	 */
	public record Condition(String name, String value) {

	}

	public static ProgrammeFilter of(MultiValueMap<String, String> query) {
		return new FilterReader(query).filter();
	}

	private static ProgrammeFilter of(Collection<Condition> conditions) {
		MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
		conditions.forEach((condition) -> query.add(condition.name(), condition.value()));
		return of(query);
	}

	/** From that day to that day and nothing else. */
	public static ProgrammeFilter between(LocalDate from, LocalDate to) {
		return of(List.of(new Condition("from", from.toString()), new Condition("to", to.toString())));
	}

	/** Of that centre and nothing else. */
	public static ProgrammeFilter ofCentre(String slug) {
		return of(List.of(new Condition("centre", slug)));
	}

	/** With that partner and nothing else. */
	public static ProgrammeFilter ofPartner(UUID ngoId) {
		return of(List.of(new Condition("partner", ngoId.toString())));
	}

	/** The days meant when it is {@code today}; without a period all from today on. */
	public DaySpan days(LocalDate today) {
		if (this.period != null) {
			return this.period.days(today);
		}
		boolean onlyPast = this.from == null && this.to != null && this.to.isBefore(today);
		LocalDate first = onlyPast ? this.to : today;
		return new DaySpan((this.from != null) ? this.from : first, this.to);
	}

	/** Every condition, in the canonical order. */
	public List<Condition> conditions() {
		List<Condition> all = new ArrayList<>();
		add(all, "q", this.text);
		add(all, "when", (this.period != null) ? this.period.word() : null);
		add(all, "from", this.from);
		add(all, "to", this.to);
		this.centres.forEach((centre) -> add(all, "centre", centre));
		this.partners.forEach((partner) -> add(all, "partner", partner));
		this.districts.forEach((district) -> add(all, "district", district));
		this.audiences.forEach((audience) -> add(all, "audience", FilterReader.word(audience)));
		add(all, "age", this.age);
		this.forms.forEach((form) -> add(all, "form", FilterReader.word(form)));
		this.themes.forEach((theme) -> add(all, "theme", FilterReader.word(theme)));
		add(all, "mode", (this.mode != null) ? FilterReader.word(this.mode) : null);
		add(all, "accessible", this.accessible ? "yes" : null);
		add(all, "free", this.freeEntry ? "yes" : null);
		add(all, "language", this.language);
		return all;
	}

	private static void add(List<Condition> conditions, String name, Object value) {
		if (value != null) {
			conditions.add(new Condition(name, value.toString()));
		}
	}

	public ProgrammeFilter without(Condition condition) {
		return of(conditions().stream().filter((other) -> !other.equals(condition)).toList());
	}

	/** With that condition in place of all others of its name. */
	public ProgrammeFilter with(String name, String value) {
		List<Condition> rest = new ArrayList<>(withoutAll(name).conditions());
		rest.add(new Condition(name, value));
		return of(rest);
	}

	/** Without any condition of these names. */
	public ProgrammeFilter withoutAll(String... names) {
		Set<String> gone = Set.of(names);
		return of(conditions().stream().filter((condition) -> !gone.contains(condition.name())).toList());
	}

	/** Without any condition on days. */
	public ProgrammeFilter onAnyDay() {
		return withoutAll("when", "from", "to");
	}

	public boolean isEmpty() {
		return conditions().isEmpty();
	}

	/** The query string, encoded, without the question mark; empty for {@link #ALL}. */
	public String query() {
		return conditions().stream()
			.map((condition) -> condition.name() + "=" + URLEncoder.encode(condition.value(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/** The address of the list of these events. */
	public String address() {
		return isEmpty() ? "/events" : "/events?" + query();
	}

}
