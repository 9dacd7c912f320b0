package ru.sosedi.registrations.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import ru.sosedi.registrations.AdmissionQuestion;
import ru.sosedi.shared.RefusedException;

/** The questions of an event as typed; lines that say nothing are left out. */
record AdmissionQuestionsFields(List<Line> lines) {

	/**
	 * One question.
	 *
	 * @param choices one a line
	 */
	record Line(String words, String kind, String choices, boolean required) {

		static Line empty() {
			return new Line("", AdmissionQuestion.Kind.TEXT.name(), "", false);
		}

		boolean saysNothing() {
			return this.words.isBlank() && this.choices.isBlank();
		}

	}

	/** With one empty line at the end, as long as there may be one more. */
	static AdmissionQuestionsFields of(List<AdmissionQuestion> questions) {
		return new AdmissionQuestionsFields(questions.stream()
			.map((one) -> new Line(one.words(), one.kind().name(), String.join("\n", one.choices()), one.required()))
			.toList()).withOneMore();
	}

	static AdmissionQuestionsFields of(HttpServletRequest request) {
		List<Line> lines = new ArrayList<>();
		for (int i = 0; i <= AdmissionQuestion.MOST
				&& request.getParameter("questions[" + i + "].words") != null; i++) {
			String line = "questions[" + i + "].";
			lines.add(new Line(text(request, line + "words"), text(request, line + "kind"),
					text(request, line + "choices"), "yes".equals(request.getParameter(line + "required"))));
		}
		return new AdmissionQuestionsFields(lines);
	}

	private static String text(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		return (value == null) ? "" : value;
	}

	AdmissionQuestionsFields withOneMore() {
		List<Line> lines = new ArrayList<>(this.lines);
		if (lines.size() < AdmissionQuestion.MOST) {
			lines.add(Line.empty());
		}
		return new AdmissionQuestionsFields(lines);
	}

	public boolean mayHaveMore() {
		return this.lines.size() < AdmissionQuestion.MOST;
	}

	/**
	 * @throws RefusedException at the field that makes no sense
	 */
	List<AdmissionQuestion> toQuestions() {
		List<AdmissionQuestion> questions = new ArrayList<>();
		for (int i = 0; i < this.lines.size(); i++) {
			Line line = this.lines.get(i);
			if (!line.saysNothing()) {
				questions.add(question(line, "questions[" + i + "]."));
			}
		}
		return questions;
	}

	private static AdmissionQuestion question(Line line, String field) {
		try {
			AdmissionQuestion.Kind kind = Arrays.stream(AdmissionQuestion.Kind.values())
				.filter((one) -> one.name().equals(line.kind()))
				.findFirst()
				.orElse(null);
			return new AdmissionQuestion(null, kind, line.words(), line.choices().lines().toList(), line.required());
		}
		catch (RefusedException refusal) {
			throw new RefusedException(field + refusal.field(), refusal.messageKey(), refusal.arguments());
		}
	}

}
