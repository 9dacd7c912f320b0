package ru.sosedi.accounts;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import ru.sosedi.shared.Ids;

/**
 * A one-time link that was sent to a person. It dies by use, by time, and when it is
 * withdrawn: by a newer link, a block, another e-mail address.
 */
@Entity
class AccountLink {

	enum Kind {

		INVITATION, PASSWORD_RESET

	}

	@Id
	private UUID id = Ids.next();

	@ManyToOne(fetch = FetchType.LAZY)
	private Account account;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private String secretHash;

	private Instant issuedAt;

	private Instant expiresAt;

	private Instant usedAt;

	private Instant withdrawnAt;

	protected AccountLink() {
	}

	AccountLink(Account account, Kind kind, String secretHash, Instant issuedAt, Instant expiresAt) {
		this.account = account;
		this.kind = kind;
		this.secretHash = secretHash;
		this.issuedAt = issuedAt;
		this.expiresAt = expiresAt;
	}

	Account account() {
		return this.account;
	}

	boolean isAliveAt(Instant now) {
		return this.usedAt == null && this.withdrawnAt == null && now.isBefore(this.expiresAt);
	}

	void use(Instant now) {
		if (!isAliveAt(now)) {
			throw new IllegalStateException("the link is dead");
		}
		this.usedAt = now;
	}

}
