package ru.sosedi.network;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

import ru.sosedi.shared.RefusedException;

/**
 * What an administrator sets of the network.
 *
 * @param city may be empty
 * @param timeZone never {@code null}
 */
public record NetworkDetails(String name, String city, String allianceName, String about, String contactEmail,
		String contactPhone, String contactAddress, ZoneId timeZone, boolean showsPlannedCentres,
		boolean showsRoomDetails, boolean showsRequisites) {

	/**
	 * @throws RefusedException naming the field that cannot be so
	 */
	public NetworkDetails {
		name = Text.required(name, "name", 100, "network.settings.name.missing");
		city = Text.line(city, "city", 100);
		city = (city == null) ? "" : city;
		allianceName = Text.line(allianceName, "allianceName", 200);
		about = Text.block(about, "about", 2000);
		contactEmail = Contacts.email(contactEmail, "contactEmail");
		contactPhone = Contacts.phone(contactPhone, "contactPhone");
		contactAddress = Text.line(contactAddress, "contactAddress", 300);
		if (timeZone == null) {
			throw new RefusedException("timeZone", "network.admin.zone.unknown");
		}
	}

	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("city", this.city);
		fields.put("allianceName", this.allianceName);
		fields.put("about", this.about);
		fields.put("contactEmail", this.contactEmail);
		fields.put("contactPhone", this.contactPhone);
		fields.put("contactAddress", this.contactAddress);
		fields.put("timeZone", this.timeZone.getId());
		fields.put("showsPlannedCentres", String.valueOf(this.showsPlannedCentres));
		fields.put("showsRoomDetails", String.valueOf(this.showsRoomDetails));
		fields.put("showsRequisites", String.valueOf(this.showsRequisites));
		return fields;
	}

}
