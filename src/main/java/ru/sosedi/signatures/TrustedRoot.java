package ru.sosedi.signatures;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;

/**
 * An authority whose certificates are believed because an administrator said so. It is
 * never changed: it is trusted, or removed.
 */
@Entity
public class TrustedRoot {

	@Id
	private UUID id;

	private String subject;

	private String issuer;

	private String serial;

	private Instant validFrom;

	private Instant validUntil;

	private String sha256;

	private boolean selfIssued;

	private byte[] encoded;

	private Instant addedAt;

	private UUID addedBy;

	private String addedByName;

	protected TrustedRoot() {
	}

	TrustedRoot(AuthorityCertificate certificate, Actor by, Instant at) {
		this.id = Ids.next();
		this.subject = certificate.subject();
		this.issuer = certificate.issuer();
		this.serial = certificate.serial();
		this.validFrom = certificate.validFrom();
		this.validUntil = certificate.validUntil();
		this.sha256 = certificate.sha256();
		this.selfIssued = certificate.selfIssued();
		this.encoded = certificate.encoded();
		this.addedAt = at;
		this.addedBy = by.accountId();
		this.addedByName = by.name();
	}

	public UUID id() {
		return this.id;
	}

	public String subject() {
		return this.subject;
	}

	public String serial() {
		return this.serial;
	}

	public Instant validUntil() {
		return this.validUntil;
	}

	/** Lower-case hexadecimal digits. */
	public String sha256() {
		return this.sha256;
	}

	byte[] encoded() {
		return this.encoded;
	}

}
