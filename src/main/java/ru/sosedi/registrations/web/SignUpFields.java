package ru.sosedi.registrations.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import ru.sosedi.registrations.AdmissionQuestion;
import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.registrations.ConsentPurpose;
import ru.sosedi.registrations.Participant;
import ru.sosedi.registrations.SignUp;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PhoneNumber;
import ru.sosedi.shared.RefusedException;

/**
 * A sign-up as typed. Everything is text, so nothing is lost when it is refused.
 *
 * @param dates one date, or all dates of a series
 * @param hold the seats that are kept for this form; may be empty
 * @param people one for each seat where the event asks; else none
 * @param answers by the id of the question
 * @param consents the purposes that were ticked
 */
record SignUpFields(List<String> dates, String hold, String seats, String name, String email, String phone,
		List<Person> people, Map<String, String> answers, List<String> consents) {

	private static final int MOST_DATES = 400;

	/** Somebody who comes, as typed. */
	record Person(String band, String name, String age) {

		boolean is(AgeBand one) {
			return one.name().equals(this.band);
		}

	}

	static SignUpFields empty(List<UUID> dates, UUID hold, int seats) {
		List<Person> people = new ArrayList<>();
		for (int i = 0; i < seats; i++) {
			people.add(new Person("", "", ""));
		}
		return new SignUpFields(dates.stream().map(UUID::toString).toList(), (hold == null) ? "" : hold.toString(),
				String.valueOf(seats), "", "", "", people, Map.of(), List.of());
	}

	/** What was sent; lists are read by index, so that a comma in a name stays one. */
	static SignUpFields of(HttpServletRequest request) {
		List<Person> people = new ArrayList<>();
		for (int i = 0; i < AdmissionTerms.MOST_IN_A_GROUP
				&& request.getParameter("people[" + i + "].band") != null; i++) {
			String person = "people[" + i + "].";
			people.add(new Person(text(request, person + "band"), text(request, person + "name"),
					text(request, person + "age")));
		}
		Map<String, String> answers = new HashMap<>();
		request.getParameterMap()
			.keySet()
			.stream()
			.filter((name) -> name.startsWith("answers["))
			.forEach(
					(name) -> answers.put(name.substring("answers[".length(), name.length() - 1), text(request, name)));
		return new SignUpFields(all(request, "dates"), text(request, "hold"), text(request, "seats"),
				text(request, "name"), text(request, "email"), text(request, "phone"), people, answers,
				all(request, "consents"));
	}

	private static String text(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		return (value == null) ? "" : value;
	}

	private static List<String> all(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		return (values == null) ? List.of() : List.of(values);
	}

	public String answer(UUID question) {
		return this.answers.getOrDefault(question.toString(), "");
	}

	public boolean agrees(ConsentPurpose purpose) {
		return this.consents.contains(purpose.name());
	}

	/** What makes no sense is left out; the dates that stay may be none. */
	List<UUID> dateIds() {
		return this.dates.stream()
			.map(SignUpFields::id)
			.filter((id) -> id != null)
			.distinct()
			.limit(MOST_DATES)
			.toList();
	}

	UUID holdId() {
		return id(this.hold);
	}

	/** 0 for what is no number. */
	int seatCount() {
		String digits = this.seats.strip();
		return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
	}

	/** As many lines for people as there are seats; what was typed stays. */
	SignUpFields withPeople() {
		List<Person> all = new ArrayList<>(this.people);
		while (all.size() < Math.min(seatCount(), AdmissionTerms.MOST_IN_A_GROUP)) {
			all.add(new Person("", "", ""));
		}
		return new SignUpFields(this.dates, this.hold, this.seats, this.name, this.email, this.phone,
				all.subList(0, Math.min(all.size(), Math.max(1, seatCount()))), this.answers, this.consents);
	}

	static UUID id(String text) {
		try {
			return (text == null || text.isBlank()) ? null : UUID.fromString(text.strip());
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * @param asksAges whether the age of each person is asked
	 * @param problems gets what makes no sense, each by the field at fault
	 * @return {@code null} when there are problems
	 */
	SignUp toSignUp(boolean asksAges, List<AdmissionQuestion> questions, Locale language,
			List<RefusedException> problems) {
		Map<UUID, String> given = new HashMap<>();
		Email address = attempt(this::readEmail, problems);
		PhoneNumber number = attempt(this::readPhone, problems);
		List<Participant> all = asksAges ? readPeople(problems) : List.of();
		for (AdmissionQuestion question : questions) {
			String answer = attempt(() -> question.answer(answer(question.id())), problems);
			if (answer != null) {
				given.put(question.id(), answer);
			}
		}
		Set<ConsentPurpose> agreed = EnumSet.noneOf(ConsentPurpose.class);
		for (ConsentPurpose purpose : ConsentPurpose.values()) {
			if (agrees(purpose)) {
				agreed.add(purpose);
			}
		}
		if (!agreed.contains(ConsentPurpose.SIGN_UP)) {
			problems.add(new RefusedException("consent", "registrations.sign-up.consent.missing"));
		}
		if (this.name.isBlank()) {
			problems.add(0, new RefusedException("name", "registrations.sign-up.name.missing"));
		}
		if (this.email.isBlank() && this.phone.isBlank()) {
			problems.add(Math.min(problems.size(), 1),
					new RefusedException("email", "registrations.sign-up.contact.missing"));
		}
		if (!problems.isEmpty()) {
			return null;
		}
		return attempt(
				() -> new SignUp(dateIds(), seatCount(), this.name, address, number, language, all, given, agreed),
				problems);
	}

	private static <T> T attempt(Supplier<T> reading, List<RefusedException> problems) {
		try {
			return reading.get();
		}
		catch (RefusedException refusal) {
			problems.add(refusal);
			return null;
		}
	}

	private Email readEmail() {
		if (this.email.isBlank()) {
			return null;
		}
		if (!Email.isEmail(this.email)) {
			throw new RefusedException("email", "registrations.sign-up.email.odd");
		}
		return Email.of(this.email);
	}

	private PhoneNumber readPhone() {
		if (this.phone.isBlank()) {
			return null;
		}
		if (!PhoneNumber.isPhoneNumber(this.phone)) {
			throw new RefusedException("phone", "registrations.sign-up.phone.odd");
		}
		return PhoneNumber.of(this.phone);
	}

	private List<Participant> readPeople(List<RefusedException> problems) {
		List<Participant> all = new ArrayList<>();
		for (int i = 0; i < this.people.size(); i++) {
			Person person = this.people.get(i);
			String field = "people[" + i + "].";
			all.add(attempt(() -> read(person, field), problems));
		}
		if (all.size() != seatCount()) {
			problems.add(new RefusedException("people[0].band", "registrations.sign-up.participants.count"));
		}
		return all;
	}

	private static Participant read(Person person, String field) {
		AgeBand band = null;
		for (AgeBand one : AgeBand.values()) {
			band = person.is(one) ? one : band;
		}
		if (band == null) {
			throw new RefusedException(field + "band", "registrations.sign-up.age.missing");
		}
		if (band != AgeBand.TO_14) {
			return new Participant(null, band, null);
		}
		String digits = person.age().strip();
		if (!digits.matches("[0-9]{1,2}") || Integer.parseInt(digits) > Participant.SIGNS_UP_HIMSELF) {
			throw new RefusedException(field + "age", "registrations.sign-up.child.age");
		}
		int age = Integer.parseInt(digits);
		if (age == Participant.SIGNS_UP_HIMSELF) {
			return new Participant(null, band, null);
		}
		if (person.name().isBlank()) {
			throw new RefusedException(field + "name", "registrations.sign-up.child.name");
		}
		return new Participant(person.name(), band, age);
	}

}
