package ru.sosedi.registrations.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import ru.sosedi.registrations.AdmissionQuestion;
import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.registrations.Participant;
import ru.sosedi.registrations.SignUp;
import ru.sosedi.shared.RefusedException;

/**
 * A sign-up as a librarian types it: those who come are counted, only children are named.
 *
 * @param typed what residents type too
 * @param children a child under 14 a line: first name and age
 * @param counts how many of each age, as typed
 * @param whole whether it is for all dates of a series
 */
record DeskSignUpFields(SignUpFields typed, String children, Map<AgeBand, String> counts, boolean whole) {

	private static final Pattern CHILD = Pattern.compile("(.*?)[\\s,;:(]*\\b([0-9]{1,2})\\)?\\W*");

	static DeskSignUpFields empty(boolean whole) {
		return new DeskSignUpFields(SignUpFields.empty(List.of(), null, 1), "", Map.of(), whole);
	}

	static DeskSignUpFields of(HttpServletRequest request) {
		Map<AgeBand, String> counts = new EnumMap<>(AgeBand.class);
		for (AgeBand band : AgeBand.values()) {
			String count = request.getParameter("counts." + band.name());
			counts.put(band, (count == null) ? "" : count);
		}
		String children = request.getParameter("children");
		return new DeskSignUpFields(SignUpFields.of(request), (children == null) ? "" : children, counts,
				"yes".equals(request.getParameter("whole")));
	}

	public String count(AgeBand band) {
		return this.counts.getOrDefault(band, "");
	}

	/**
	 * @param problems gets what makes no sense, each by the field at fault
	 * @return {@code null} when there are problems
	 */
	SignUp toSignUp(List<UUID> dates, List<AdmissionQuestion> questions, Locale language,
			List<RefusedException> problems) {
		SignUp read = this.typed.toSignUp(false, questions, language, problems);
		List<Participant> people = people(this.typed.seatCount(), problems);
		return problems.isEmpty() ? new SignUp(dates, read.seats(), read.name(), read.email(), read.phone(), language,
				people, read.answers(), read.consents()) : null;
	}

	private List<Participant> people(int seats, List<RefusedException> problems) {
		try {
			return people(seats);
		}
		catch (RefusedException refusal) {
			problems.add(refusal);
			return List.of();
		}
	}

	/** Of whom nothing was said still has a seat. */
	private List<Participant> people(int seats) {
		List<Participant> people = new ArrayList<>(readChildren());
		int named = people.size();
		for (AgeBand band : AgeBand.values()) {
			int count = number(band);
			int more = (band == AgeBand.TO_14) ? Math.max(0, count - named) : count;
			for (int i = 0; i < more; i++) {
				people.add(new Participant(null, band, null));
			}
		}
		if (people.size() > seats) {
			throw new RefusedException("seats", "registrations.desk.new.people.many", people.size(), seats);
		}
		while (!people.isEmpty() && people.size() < seats) {
			people.add(Participant.somebody());
		}
		return people;
	}

	private List<Participant> readChildren() {
		List<Participant> all = new ArrayList<>();
		for (String line : this.children.lines().filter((text) -> !text.isBlank()).toList()) {
			Matcher child = CHILD.matcher(line.strip());
			if (!child.matches() || child.group(1).isBlank()
					|| Integer.parseInt(child.group(2)) >= Participant.SIGNS_UP_HIMSELF) {
				throw new RefusedException("children", "registrations.desk.new.children.odd");
			}
			all.add(new Participant(child.group(1), AgeBand.TO_14, Integer.valueOf(child.group(2))));
		}
		if (all.size() > AdmissionTerms.MOST_IN_A_GROUP) {
			throw new RefusedException("children", "registrations.sign-up.seats.absurd",
					AdmissionTerms.MOST_IN_A_GROUP);
		}
		return all;
	}

	private int number(AgeBand band) {
		String text = count(band).strip();
		if (text.isEmpty()) {
			return 0;
		}
		if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) > AdmissionTerms.MOST_IN_A_GROUP) {
			throw new RefusedException("counts." + band.name(), "registrations.desk.new.count.odd",
					AdmissionTerms.MOST_IN_A_GROUP);
		}
		return Integer.parseInt(text);
	}

}
