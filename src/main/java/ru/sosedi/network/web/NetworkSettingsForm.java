package ru.sosedi.network.web;

import java.time.ZoneId;

import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.BindingResult;
import ru.sosedi.network.Network;
import ru.sosedi.network.NetworkDetails;

/** The settings of the network as they were typed. */
record NetworkSettingsForm(@NotBlank(message = "{network.settings.name.missing}") String name, String city,
		String allianceName, String about, String contactEmail, String contactPhone, String contactAddress,
		String timeZone, Boolean showsPlannedCentres, Boolean showsRoomDetails, Boolean showsRequisites, Long version) {

	static NetworkSettingsForm of(Network network) {
		NetworkDetails it = network.details();
		return new NetworkSettingsForm(it.name(), it.city(), it.allianceName(), it.about(), it.contactEmail(),
				it.contactPhone(), it.contactAddress(), it.timeZone().getId(), it.showsPlannedCentres(),
				it.showsRoomDetails(), it.showsRequisites(), network.version());
	}

	/** {@code null} when there are errors. */
	NetworkDetails toDetails(BindingResult errors) {
		ZoneId zone = new Typed(errors).zone("timeZone", this.timeZone, "network.admin.zone.unknown");
		return errors.hasErrors() ? null
				: new NetworkDetails(this.name, this.city, this.allianceName, this.about, this.contactEmail,
						this.contactPhone, this.contactAddress, zone, Boolean.TRUE.equals(this.showsPlannedCentres),
						Boolean.TRUE.equals(this.showsRoomDetails), Boolean.TRUE.equals(this.showsRequisites));
	}

}
