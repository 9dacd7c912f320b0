package ru.sosedi.agreements.web;

import java.util.Map;
import java.util.UUID;

/**
 * Who gives each visa.
 *
 * @param visas by the position of the planned step; may be {@code null}
 */
record CircuitForm(Map<Integer, UUID> visas) {

	static CircuitForm empty() {
		return new CircuitForm(Map.of());
	}

	Map<Integer, UUID> chosen() {
		return (this.visas == null) ? Map.of() : this.visas;
	}

}
