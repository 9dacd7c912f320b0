package ru.sosedi.registrations;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * Somebody for whom a seat is taken. Of adults no more than an age band is known; a child
 * under 14 is signed up by a parent, by first name and age (152-FZ, art. 9 (6)).
 *
 * @param name a child's first name; {@code null} for anybody else
 * @param ageBand {@code null} when the event does not ask
 * @param age of a child, in whole years; {@code null} for anybody else
 */
public record Participant(String name, AgeBand ageBand, Integer age) {

	/** From this age on people sign up themselves. */
	public static final int SIGNS_UP_HIMSELF = 14;

	/**
	 * @throws RefusedException at {@code participants} when the age is no child's
	 */
	public Participant {
		name = TypedText.noLonger(TypedText.line(name), SignUp.LONGEST_NAME, "participants");
		if (age != null && (age < 0 || age >= SIGNS_UP_HIMSELF)) {
			throw new RefusedException("participants", "registrations.sign-up.child.age");
		}
		if (age != null && ageBand == null) {
			ageBand = AgeBand.TO_14;
		}
		if (age != null && ageBand != AgeBand.TO_14) {
			throw new RefusedException("participants", "registrations.sign-up.child.age");
		}
	}

	/** Of whom nothing is known. */
	public static Participant somebody() {
		return new Participant(null, null, null);
	}

	boolean saysNothing() {
		return this.name == null && this.ageBand == null && this.age == null;
	}

}
