package ru.sosedi.accounts.web;

/** What an invited person chooses: the rules are the domain's. */
record AcceptanceForm(String name, String password) {

	static AcceptanceForm of(String name) {
		return new AcceptanceForm(name, "");
	}

	@Override
	public String toString() {
		return "AcceptanceForm";
	}

}
