package ru.sosedi.accounts;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.Ids;

/**
 * A person who signs in: invited, then active with a password of their own, or blocked.
 * Residents need no account.
 */
@Entity
public class Account {

	/** Where an account stands. */
	public enum State {

		/** Has a link, has not chosen a password yet. */
		INVITED,
		/** May sign in. */
		ACTIVE,
		/** May not sign in until unblocked. */
		BLOCKED

	}

	@Id
	private UUID id = Ids.next();

	private String email;

	private String name;

	private String passwordHash;

	@Enumerated(EnumType.STRING)
	private State state = State.INVITED;

	private String language;

	private Instant createdAt;

	private Instant lastSignInAt;

	private String blockedReason;

	private int sessionEpoch;

	@Version
	private Long version;

	@ElementCollection
	@CollectionTable(name = "role_grant", joinColumns = @JoinColumn(name = "account_id"))
	private Set<RoleGrant> grants = new HashSet<>();

	protected Account() {
	}

	/**
	 * An invited person.
	 * @param language of the letters to this person: Russian or English
	 */
	public Account(Email email, PersonName name, Locale language, Set<RoleGrant> grants, Instant createdAt) {
		this.email = email.value();
		this.name = name.value();
		this.language = known(language);
		this.grants.addAll(grants);
		this.createdAt = createdAt;
	}

	/** The portal writes in English to those who want it, in Russian to all others. */
	private static String known(Locale language) {
		return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? "en" : "ru";
	}

	public UUID id() {
		return this.id;
	}

	public Email email() {
		return new Email(this.email);
	}

	public String name() {
		return this.name;
	}

	public State state() {
		return this.state;
	}

	public Locale language() {
		return Locale.of(this.language);
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	/** {@code null} until the first sign-in. */
	public Instant lastSignInAt() {
		return this.lastSignInAt;
	}

	/** {@code null} unless blocked. */
	public String blockedReason() {
		return this.blockedReason;
	}

	public Long version() {
		return this.version;
	}

	public Set<RoleGrant> grants() {
		return Set.copyOf(this.grants);
	}

	public Set<Role> roles() {
		return this.grants.stream().map(RoleGrant::role).collect(Collectors.toUnmodifiableSet());
	}

	public boolean isInvited() {
		return this.state == State.INVITED;
	}

	public boolean isBlocked() {
		return this.state == State.BLOCKED;
	}

	public Actor actor() {
		return new Actor(this.id, this.name, roles(), boundTo(Role.LIBRARIAN, RoleGrant::libraryId),
				boundTo(Role.NGO_LEADER, RoleGrant::partyId), boundTo(Role.SIGNATORY, RoleGrant::partyId));
	}

	private Set<UUID> boundTo(Role role, Function<RoleGrant, UUID> what) {
		return this.grants.stream()
			.filter((grant) -> grant.role() == role)
			.map(what)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** {@code null} until the invitation is accepted. */
	String passwordHash() {
		return this.passwordHash;
	}

	SignedInAccount signedIn(Instant at) {
		return new SignedInAccount(actor(), this.sessionEpoch, at);
	}

	/** The invited person chose a password: from now on they may sign in. */
	public void activate(PersonName chosenName, HashedPassword password) {
		if (this.state != State.INVITED) {
			throw new IllegalStateException("only an invited person accepts an invitation");
		}
		this.name = chosenName.value();
		this.passwordHash = password.hash();
		this.state = State.ACTIVE;
	}

	/** Ends all sessions of this person. */
	public void changePassword(HashedPassword password) {
		if (this.state != State.ACTIVE) {
			throw new IllegalStateException("only an active person has a password to change");
		}
		this.passwordHash = password.hash();
		endSessions();
	}

	public void rename(PersonName newName) {
		this.name = newName.value();
	}

	public void speak(Locale newLanguage) {
		this.language = known(newLanguage);
	}

	public void moveTo(Email newEmail) {
		this.email = newEmail.value();
		endSessions();
	}

	/** Ends all sessions of this person: rights are those of the sign-in. */
	public void grant(Set<RoleGrant> newGrants) {
		if (!this.grants.equals(newGrants)) {
			this.grants.retainAll(newGrants);
			this.grants.addAll(newGrants);
			endSessions();
		}
	}

	/**
	 * Ends all sessions of this person.
	 * @param reason for the people who keep accounts; not empty
	 */
	public void block(String reason) {
		this.state = State.BLOCKED;
		this.blockedReason = reason;
		endSessions();
	}

	/** Back to where the person was: active, or invited if there is no password yet. */
	public void unblock() {
		this.state = (this.passwordHash != null) ? State.ACTIVE : State.INVITED;
		this.blockedReason = null;
	}

	/** Begins a new session epoch: what was signed in until now is signed out. */
	public void endSessions() {
		this.sessionEpoch++;
	}

}
