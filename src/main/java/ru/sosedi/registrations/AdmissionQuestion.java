package ru.sosedi.registrations;

import java.util.List;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What an event asks of those who sign up.
 *
 * @param id {@code null} for one that is not kept yet
 * @param choices of which one is the answer; empty for the other kinds
 */
public record AdmissionQuestion(UUID id, Kind kind, String words, List<String> choices, boolean required) {

	/** How it is answered. */
	public enum Kind {

		/** In a line. */
		TEXT,
		/** By one of several. */
		CHOICE,
		/** By a whole number. */
		NUMBER;

		/** The message that names it. */
		public String messageKey() {
			return "registrations.question.kind." + name();
		}

	}

	public static final int LONGEST_ANSWER = 1000;

	/** So many questions one event may ask. */
	public static final int MOST = 8;

	private static final int LONGEST_WORDS = 300;

	private static final int MOST_CHOICES = 20;

	/**
	 * @throws RefusedException at {@code words} or {@code choices}
	 */
	public AdmissionQuestion {
		TypedText.required(kind, "kind", "registrations.question.kind.missing");
		words = TypedText.noLonger(TypedText.required(words, "words", "registrations.question.words.missing"),
				LONGEST_WORDS, "words");
		choices = (kind == Kind.CHOICE) ? TypedText.list(choices) : List.of();
		choices.forEach((choice) -> TypedText.noLonger(choice, LONGEST_WORDS, "choices"));
		if (kind == Kind.CHOICE && (choices.size() < 2 || choices.size() > MOST_CHOICES)) {
			throw new RefusedException("choices", "registrations.question.choices.count", MOST_CHOICES);
		}
	}

	/** The name of its field in a form. */
	public String field() {
		return "answers[" + this.id + "]";
	}

	/**
	 * The answer as it is kept; {@code null} when none was given to a question that may
	 * stay without one.
	 * @throws RefusedException at {@link #field()}
	 */
	public String answer(String typed) {
		String answer = TypedText.noLonger(TypedText.line(typed), LONGEST_ANSWER, field());
		if (answer == null && this.required) {
			throw new RefusedException(field(), "registrations.question.answer.missing");
		}
		if (answer != null && this.kind == Kind.CHOICE && !this.choices.contains(answer)) {
			throw new RefusedException(field(), "registrations.question.answer.choice");
		}
		if (answer != null && this.kind == Kind.NUMBER && !answer.matches("-?[0-9]{1,9}")) {
			throw new RefusedException(field(), "registrations.question.answer.number");
		}
		return answer;
	}

}
