package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;

/** Somebody's authority to speak for an NGO or a library system. */
@Entity
public class Representation {

	@Id
	private UUID id;

	private UUID ngoId;

	private UUID librarySystemId;

	@Column(insertable = false, updatable = false)
	private UUID partyId;

	private UUID accountId;

	private String name;

	private String nameGenitive;

	private String post;

	private String postGenitive;

	@Enumerated(EnumType.STRING)
	private AuthorityKind authority;

	private String authorityNumber;

	private LocalDate authorityDate;

	private LocalDate validFrom;

	private LocalDate validUntil;

	@Version
	private Long version;

	protected Representation() {
	}

	Representation(Party party, RepresentativeDetails details) {
		this.id = Ids.next();
		this.ngoId = (party.kind() == PartyKind.NGO) ? party.id() : null;
		this.librarySystemId = (party.kind() == PartyKind.LIBRARY_SYSTEM) ? party.id() : null;
		this.partyId = party.id();
		change(details);
	}

	final void change(RepresentativeDetails details) {
		this.accountId = details.accountId();
		this.name = details.name();
		this.nameGenitive = details.nameGenitive();
		this.post = details.post();
		this.postGenitive = details.postGenitive();
		this.authority = details.authority();
		this.authorityNumber = details.authorityNumber();
		this.authorityDate = details.authorityDate();
		this.validFrom = details.validFrom();
		this.validUntil = details.validUntil();
	}

	public UUID id() {
		return this.id;
	}

	public UUID partyId() {
		return this.partyId;
	}

	public Long version() {
		return this.version;
	}

	public RepresentativeDetails details() {
		return new RepresentativeDetails(this.accountId, this.name, this.nameGenitive, this.post, this.postGenitive,
				this.authority, this.authorityNumber, this.authorityDate, this.validFrom, this.validUntil);
	}

	public Representative representative() {
		return new Representative(this.id, this.partyId, this.accountId, this.name, this.nameGenitive, this.post,
				this.postGenitive, this.authority, this.authorityNumber, this.authorityDate, this.validFrom,
				this.validUntil);
	}

}
