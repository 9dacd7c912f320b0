package ru.sosedi.network;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;

/** The legal entity that owns libraries: their staff, rooms and reports. */
@Entity
public class LibrarySystem {

	@Id
	private UUID id;

	private String name;

	private String shortName;

	private String founder;

	private String director;

	private String inn;

	private String kpp;

	private String ogrn;

	private String address;

	private String phone;

	private String email;

	private String site;

	@Version
	private Long version;

	protected LibrarySystem() {
	}

	LibrarySystem(LibrarySystemDetails details) {
		this.id = Ids.next();
		change(details);
	}

	final void change(LibrarySystemDetails details) {
		this.name = details.name();
		this.shortName = details.shortName();
		this.founder = details.founder();
		this.director = details.director();
		this.inn = details.inn().value();
		this.kpp = (details.kpp() == null) ? null : details.kpp().value();
		this.ogrn = details.ogrn().value();
		this.address = details.address();
		this.phone = details.phone();
		this.email = details.email();
		this.site = details.site();
	}

	public LibrarySystemDetails details() {
		return new LibrarySystemDetails(this.name, this.shortName, this.founder, this.director, inn(), kpp(), ogrn(),
				this.address, this.phone, this.email, this.site);
	}

	public UUID id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	public String shortName() {
		return this.shortName;
	}

	public Inn inn() {
		return new Inn(this.inn);
	}

	/** May be {@code null}. */
	public Kpp kpp() {
		return (this.kpp == null) ? null : new Kpp(this.kpp);
	}

	public Ogrn ogrn() {
		return new Ogrn(this.ogrn);
	}

	public String address() {
		return this.address;
	}

	public Long version() {
		return this.version;
	}

}
