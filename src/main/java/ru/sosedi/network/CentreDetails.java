package ru.sosedi.network;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;

/**
 * What can be edited of a centre; its state changes by verbs of its own.
 *
 * @param plannedFor when it is to open; may be {@code null}
 * @param coordinatorId the account of who keeps it; may be {@code null}
 */
public record CentreDetails(CentreKind kind, String name, String about, LocalDate plannedFor, UUID coordinatorId) {

	/**
	 * @throws RefusedException naming the field that cannot be so
	 */
	public CentreDetails {
		if (kind == null) {
			throw new RefusedException("kind", "network.centre.kind.missing");
		}
		name = Text.required(name, "name", 200, "network.centre.name.missing");
		about = Text.block(about, "about", 4000);
	}

	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("kind", this.kind.name());
		fields.put("name", this.name);
		fields.put("about", this.about);
		fields.put("plannedFor", (this.plannedFor == null) ? null : this.plannedFor.toString());
		fields.put("coordinatorId", (this.coordinatorId == null) ? null : this.coordinatorId.toString());
		return fields;
	}

}
