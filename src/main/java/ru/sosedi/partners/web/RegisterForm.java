package ru.sosedi.partners.web;

import ru.sosedi.partners.RegisterEntry;

/** An entry in a register as it was typed. */
record RegisterForm(String kind, String number, String enteredOn, String link) {

	static RegisterForm empty() {
		return new RegisterForm("", "", "", "");
	}

	static RegisterForm of(RegisterEntry entry) {
		return new RegisterForm(entry.kind().name(), entry.number(),
				(entry.enteredOn() == null) ? "" : entry.enteredOn().toString(), entry.link());
	}

	boolean isEmpty() {
		return blank(this.kind) && blank(this.number) && blank(this.enteredOn) && blank(this.link);
	}

	private static boolean blank(String text) {
		return text == null || text.isBlank();
	}

	/** As a conflict shows it. */
	@Override
	public String toString() {
		return String.join(" ", text(this.number), text(this.enteredOn), text(this.link)).strip();
	}

	private static String text(String text) {
		return (text == null) ? "" : text;
	}

}
