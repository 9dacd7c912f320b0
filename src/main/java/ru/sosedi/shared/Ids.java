package ru.sosedi.shared;

import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Identifiers of entities: UUID version 7 (RFC 9562), which grow with time and keep
 * indexes dense.
 */
public final class Ids {

	private Ids() {
	}

	public static UUID next() {
		return UuidVersion7Strategy.INSTANCE.generateUuid(null);
	}

}
