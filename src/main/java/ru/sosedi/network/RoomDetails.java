package ru.sosedi.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ru.sosedi.shared.RefusedException;

/**
 * Everything that can be edited of a room.
 *
 * @param seats may be {@code null}
 * @param area in square metres, to one decimal; may be {@code null}
 * @param needsStaff whether somebody of the staff must be there
 */
public record RoomDetails(String name, RoomKind kind, Integer seats, BigDecimal area, List<String> equipment,
		Noise noise, boolean stepFree, boolean needsStaff) {

	private static final BigDecimal LARGEST = new BigDecimal("100000");

	/**
	 * @throws RefusedException naming the field that cannot be so
	 */
	public RoomDetails {
		name = Text.required(name, "name", 150, "network.room.name.missing");
		require(kind != null, "kind", "network.room.kind.missing");
		require(seats == null || (seats >= 0 && seats <= 5000), "seats", "network.room.seats.range");
		if (area != null) {
			require(area.abs().compareTo(LARGEST) < 0, "area", "network.room.area.range");
			area = area.setScale(1, RoundingMode.HALF_UP);
			require(area.signum() > 0, "area", "network.room.area.range");
		}
		equipment = Text.lines(equipment, "equipment", 50, 150);
		require(noise != null, "noise", "network.room.noise.missing");
	}

	private static void require(boolean met, String field, String key) {
		if (!met) {
			throw new RefusedException(field, key);
		}
	}

	/** The fields as text, by name: for the audit trail and for comparing. */
	public Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("kind", this.kind.name());
		fields.put("seats", (this.seats == null) ? null : this.seats.toString());
		fields.put("area", (this.area == null) ? null : this.area.toPlainString());
		fields.put("equipment", String.join("; ", this.equipment));
		fields.put("noise", this.noise.name());
		fields.put("stepFree", String.valueOf(this.stepFree));
		fields.put("needsStaff", String.valueOf(this.needsStaff));
		return fields;
	}

}
