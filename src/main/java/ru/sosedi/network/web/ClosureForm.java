package ru.sosedi.network.web;

/**
 * A one-off closure as it was typed.
 *
 * @param lastDay empty for a closure of one day
 */
record ClosureForm(String firstDay, String lastDay, String reason) {

	static ClosureForm empty() {
		return new ClosureForm(null, null, null);
	}

}
