package ru.sosedi.signatures;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;

/** The newest list of the certificates that one trusted authority has revoked. */
@Entity
public class RevocationList {

	@Id
	private UUID id;

	private UUID rootId;

	private Instant thisUpdate;

	private Instant nextUpdate;

	private int entries;

	private String sha256;

	private byte[] encoded;

	private Instant addedAt;

	private UUID addedBy;

	private String addedByName;

	@Version
	private Long version;

	protected RevocationList() {
	}

	RevocationList(UUID rootId, RevocationListFile file, Actor by, Instant at) {
		this.id = Ids.next();
		this.rootId = rootId;
		renew(file, by, at);
	}

	/** Whether a file says nothing that this list would not know. */
	boolean isAtLeastAsNewAs(RevocationListFile file) {
		return !file.thisUpdate().isAfter(this.thisUpdate);
	}

	final void renew(RevocationListFile file, Actor by, Instant at) {
		this.thisUpdate = file.thisUpdate();
		this.nextUpdate = file.nextUpdate();
		this.entries = file.entries();
		this.encoded = file.encoded();
		this.sha256 = Cryptography.sha256(this.encoded);
		this.addedAt = at;
		this.addedBy = by.accountId();
		this.addedByName = by.name();
	}

	public UUID id() {
		return this.id;
	}

	public UUID rootId() {
		return this.rootId;
	}

	public Instant thisUpdate() {
		return this.thisUpdate;
	}

	/** {@code null} when the list does not say. */
	public Instant nextUpdate() {
		return this.nextUpdate;
	}

	public int entries() {
		return this.entries;
	}

}
