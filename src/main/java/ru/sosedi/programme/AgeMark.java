package ru.sosedi.programme;

import java.util.Arrays;
import java.util.Optional;

/**
 * The age mark of law 436-FZ: from which age the content is fit. The five categories are
 * the law's.
 */
public enum AgeMark {

	FROM_0(0), FROM_6(6), FROM_12(12), FROM_16(16), FROM_18(18);

	private final int years;

	AgeMark(int years) {
		this.years = years;
	}

	public int years() {
		return this.years;
	}

	/** The message that names it: {@code programme.age.<constant>}. */
	public String messageKey() {
		return "programme.age." + name();
	}

	/** As it is printed in both languages: {@code 6+}. */
	public String sign() {
		return this.years + "+";
	}

	/** Empty for a number that is no category. */
	public static Optional<AgeMark> ofYears(int years) {
		return Arrays.stream(values()).filter((mark) -> mark.years == years).findFirst();
	}

}
