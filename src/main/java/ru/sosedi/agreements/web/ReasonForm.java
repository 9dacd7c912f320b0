package ru.sosedi.agreements.web;

/** One reason, in words. */
record ReasonForm(String reason) {

	static ReasonForm empty() {
		return new ReasonForm("");
	}

}
