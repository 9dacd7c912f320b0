package ru.sosedi.network.web;

import java.math.BigDecimal;

import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.BindingResult;
import ru.sosedi.network.Noise;
import ru.sosedi.network.Room;
import ru.sosedi.network.RoomDetails;
import ru.sosedi.network.RoomKind;

/**
 * A room as it was typed.
 *
 * @param equipment one a line
 */
record RoomForm(@NotBlank(message = "{network.room.name.missing}") String name, String kind, String seats, String area,
		String equipment, String noise, Boolean stepFree, Boolean needsStaff, Long version) {

	static RoomForm empty() {
		return new RoomForm(null, null, null, null, null, Noise.NOISY.name(), false, false, null);
	}

	static RoomForm of(Room room) {
		RoomDetails it = room.details();
		return new RoomForm(it.name(), it.kind().name(), (it.seats() == null) ? null : it.seats().toString(),
				(it.area() == null) ? null : it.area().toPlainString(), String.join("\n", it.equipment()),
				it.noise().name(), it.stepFree(), it.needsStaff(), room.version());
	}

	/** {@code null} when there are errors. */
	RoomDetails toDetails(BindingResult errors) {
		Typed typed = new Typed(errors);
		RoomKind room = typed.choice("kind", this.kind, RoomKind.class, "network.room.kind.missing");
		Noise level = typed.choice("noise", this.noise, Noise.class, "network.room.noise.missing");
		Integer places = typed.whole("seats", this.seats, "network.room.seats.range");
		BigDecimal size = typed.decimal("area", this.area, "network.room.area.range");
		if (Typed.isEmpty(this.kind)) {
			typed.refuse("kind", "network.room.kind.missing");
		}
		if (Typed.isEmpty(this.noise)) {
			typed.refuse("noise", "network.room.noise.missing");
		}
		return errors.hasErrors() ? null : new RoomDetails(this.name, room, places, size, Typed.lines(this.equipment),
				level, Boolean.TRUE.equals(this.stepFree), Boolean.TRUE.equals(this.needsStaff));
	}

}
