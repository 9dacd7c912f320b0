package ru.sosedi.network.web;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.BindingResult;
import ru.sosedi.network.CentreDetails;
import ru.sosedi.network.CentreKind;
import ru.sosedi.network.NeighbourhoodCentre;

/** A centre as it was typed. */
record CentreForm(String kind, @NotBlank(message = "{network.centre.name.missing}") String name, String about,
		String plannedFor, String coordinatorId, Long version) {

	static CentreForm empty(String name) {
		return new CentreForm(CentreKind.NEIGHBOURHOOD_CENTRE.name(), name, null, null, null, null);
	}

	static CentreForm of(NeighbourhoodCentre centre) {
		CentreDetails it = centre.details();
		return new CentreForm(it.kind().name(), it.name(), it.about(),
				(it.plannedFor() == null) ? null : it.plannedFor().toString(),
				(it.coordinatorId() == null) ? null : it.coordinatorId().toString(), centre.version());
	}

	/** {@code null} when there are errors. */
	CentreDetails toDetails(BindingResult errors) {
		Typed typed = new Typed(errors);
		CentreKind chosen = typed.choice("kind", this.kind, CentreKind.class, "network.centre.kind.missing");
		LocalDate planned = typed.date("plannedFor", this.plannedFor, "network.admin.date.malformed");
		UUID coordinator = typed.id("coordinatorId", this.coordinatorId, "network.centre.coordinator.unknown");
		if (Typed.isEmpty(this.kind)) {
			typed.refuse("kind", "network.centre.kind.missing");
		}
		return errors.hasErrors() ? null : new CentreDetails(chosen, this.name, this.about, planned, coordinator);
	}

}
