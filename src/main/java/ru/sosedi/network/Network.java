package ru.sosedi.network;

import java.time.ZoneId;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The network that this portal serves: its name, contacts and what it shows. One row. */
@Entity
public class Network {

	static final Short ONLY = 1;

	/** What a portal is called until an administrator names it. */
	static final String FIRST_NAME = "Sosedi";

	/** The settings were saved. */
	record Changed() {
	}

	@Id
	private Short id;

	private String name;

	private String city;

	private String allianceName;

	private String about;

	private String contactEmail;

	private String contactPhone;

	private String contactAddress;

	private String logoTag;

	private String timeZone;

	private boolean showsPlannedCentres;

	private boolean showsRoomDetails;

	private boolean showsRequisites;

	private boolean demonstration;

	@Version
	private Long version;

	protected Network() {
	}

	Network(NetworkDetails details) {
		this.id = ONLY;
		this.version = 0L;
		change(details);
	}

	final void change(NetworkDetails details) {
		this.name = details.name();
		this.city = details.city();
		this.allianceName = details.allianceName();
		this.about = details.about();
		this.contactEmail = details.contactEmail();
		this.contactPhone = details.contactPhone();
		this.contactAddress = details.contactAddress();
		this.timeZone = details.timeZone().getId();
		this.showsPlannedCentres = details.showsPlannedCentres();
		this.showsRoomDetails = details.showsRoomDetails();
		this.showsRequisites = details.showsRequisites();
	}

	void wearLogo(String tag) {
		this.logoTag = tag;
	}

	/** Everything shown from now on is marked as demonstration data. */
	void becomeDemonstration() {
		this.demonstration = true;
	}

	public NetworkDetails details() {
		return new NetworkDetails(this.name, this.city, this.allianceName, this.about, this.contactEmail,
				this.contactPhone, this.contactAddress, timeZone(), this.showsPlannedCentres, this.showsRoomDetails,
				this.showsRequisites);
	}

	public String name() {
		return this.name;
	}

	/** May be empty. */
	public String city() {
		return this.city;
	}

	/** May be {@code null}. */
	public String allianceName() {
		return this.allianceName;
	}

	/** May be {@code null}. */
	public String about() {
		return this.about;
	}

	/** May be {@code null}. */
	public String contactEmail() {
		return this.contactEmail;
	}

	/** May be {@code null}. */
	public String contactPhone() {
		return this.contactPhone;
	}

	/** May be {@code null}. */
	public String contactAddress() {
		return this.contactAddress;
	}

	public boolean hasLogo() {
		return this.logoTag != null;
	}

	/** Changes with the logo's content; {@code null} without a logo. */
	public String logoTag() {
		return this.logoTag;
	}

	/** The zone of the network's own days; a library has one of its own. */
	public ZoneId timeZone() {
		return ZoneId.of(this.timeZone);
	}

	/** Whether residents see centres that are not open yet. */
	public boolean showsPlannedCentres() {
		return this.showsPlannedCentres;
	}

	/** Whether residents see seats, area and equipment of rooms. */
	public boolean showsRoomDetails() {
		return this.showsRoomDetails;
	}

	/** Whether residents see the INN and OGRN of library systems. */
	public boolean showsRequisites() {
		return this.showsRequisites;
	}

	/** Whether the data are invented, which every page must say. */
	public boolean demonstration() {
		return this.demonstration;
	}

	public Long version() {
		return this.version;
	}

}
