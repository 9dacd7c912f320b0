package ru.sosedi.accounts;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;

import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The principal of a session. Its name is the account's id, by which an account's
 * sessions are found in the database; it carries no secret.
 *
 * @param actor who signed in, with the roles of that moment: a change of roles ends the
 * session
 * @param epoch the account's session epoch at sign-in; the session is dead as soon as the
 * account has a later one
 * @param signedInAt when the password was given; the session's absolute limit counts from
 * here
 */
public record SignedInAccount(Actor actor, int epoch,
		Instant signedInAt) implements AuthenticatedPrincipal, Serializable {

	@Override
	public String getName() {
		return this.actor.accountId().toString();
	}

	public Collection<GrantedAuthority> authorities() {
		return this.actor.roles()
			.stream()
			.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority(role.authority()))
			.toList();
	}

	/** The same sign-in under another name. */
	public SignedInAccount renamed(String name) {
		Actor renamed = new Actor(this.actor.accountId(), name, this.actor.roles(), this.actor.libraryIds(),
				this.actor.ngoIds(), this.actor.signsFor());
		return new SignedInAccount(renamed, this.epoch, this.signedInAt);
	}

}
