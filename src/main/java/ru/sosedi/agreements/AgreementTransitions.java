package ru.sosedi.agreements;

import java.util.EnumSet;
import java.util.Set;

import ru.sosedi.shared.RefusedException;

/**
 * The one table of how an agreement gets from state to state: whence, whither, by whom or
 * by which fact, and under which condition. Acts ask it before they change anything,
 * pages ask it for what can be done now, and {@code docs/agreement-states.md} is checked
 * against it.
 */
public enum AgreementTransitions {

	SENDING(By.COORDINATOR, Set.of(AgreementState.DRAFT), Set.of(AgreementState.IN_NEGOTIATION)),
	CIRCUIT(By.COORDINATOR, Set.of(AgreementState.IN_NEGOTIATION),
			Set.of(AgreementState.IN_NEGOTIATION, AgreementState.AGREED)),
	VISA(By.ASKED, Set.of(AgreementState.IN_NEGOTIATION), Set.of(AgreementState.IN_NEGOTIATION, AgreementState.AGREED)),
	DECLINE(By.ASKED,
			Set.of(AgreementState.IN_NEGOTIATION, AgreementState.AGREED, AgreementState.BEING_SIGNED,
					AgreementState.PARTLY_SIGNED),
			Set.of(AgreementState.IN_NEGOTIATION)),
	FREEZING(By.COORDINATOR, Set.of(AgreementState.AGREED), Set.of(AgreementState.BEING_SIGNED)),
	SIGNATURE(By.SIGNATORY, Set.of(AgreementState.BEING_SIGNED, AgreementState.PARTLY_SIGNED),
			Set.of(AgreementState.PARTLY_SIGNED)),
	LAST_SIGNATURE(By.SIGNATORY, Set.of(AgreementState.BEING_SIGNED, AgreementState.PARTLY_SIGNED),
			Set.of(AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.EXPIRING)),
	FIRST_DAY(By.CALENDAR, Set.of(AgreementState.SIGNED), Set.of(AgreementState.IN_FORCE, AgreementState.EXPIRING)),
	NEARING_END(By.CALENDAR, Set.of(AgreementState.IN_FORCE, AgreementState.PROLONGED),
			Set.of(AgreementState.EXPIRING)),
	PROLONGATION(By.CALENDAR, Set.of(AgreementState.IN_FORCE, AgreementState.EXPIRING, AgreementState.PROLONGED),
			Set.of(AgreementState.PROLONGED)),
	NOTICE(By.SIDE, Set.of(AgreementState.IN_FORCE, AgreementState.PROLONGED),
			Set.of(AgreementState.IN_FORCE, AgreementState.PROLONGED, AgreementState.EXPIRING)),
	END(By.CALENDAR, Set.of(AgreementState.IN_FORCE, AgreementState.EXPIRING, AgreementState.PROLONGED),
			Set.of(AgreementState.EXPIRED)),
	TERMINATION(By.COORDINATOR,
			Set.of(AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.EXPIRING, AgreementState.PROLONGED),
			Set.of(AgreementState.TERMINATED)),
	ARCHIVAL(By.COORDINATOR,
			Set.of(AgreementState.DRAFT, AgreementState.IN_NEGOTIATION, AgreementState.AGREED, AgreementState.EXPIRED,
					AgreementState.TERMINATED),
			Set.of(AgreementState.ARCHIVED)),
	PUBLICATION(By.COORDINATOR, Set.of(AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.EXPIRING,
			AgreementState.PROLONGED, AgreementState.EXPIRED, AgreementState.TERMINATED), Set.of());

	/** Who or what does it. */
	public enum By {

		COORDINATOR,
		/** Whose visa, or whose side's signature, is asked for. */
		ASKED,
		/** Who may sign for the side. */
		SIGNATORY,
		/** The side's own people, or the coordinator for them. */
		SIDE,
		/** The day alone. */
		CALENDAR;

		public String messageKey() {
			return "agreements.transition.by." + name();
		}

	}

	private final By by;

	private final Set<AgreementState> from;

	private final Set<AgreementState> to;

	AgreementTransitions(By by, Set<AgreementState> from, Set<AgreementState> to) {
		this.by = by;
		this.from = from;
		this.to = to;
	}

	public By by() {
		return this.by;
	}

	/** In the order of an agreement's life. */
	public Set<AgreementState> from() {
		return EnumSet.copyOf(this.from);
	}

	/** Where it may lead; empty when the state stays what it is. */
	public Set<AgreementState> to() {
		return this.to.isEmpty() ? EnumSet.noneOf(AgreementState.class) : EnumSet.copyOf(this.to);
	}

	/** The message that says when it can be done: also the answer when it cannot. */
	public String messageKey() {
		return "agreements.transition." + name();
	}

	public boolean isFrom(AgreementState state) {
		return this.from.contains(state);
	}

	/** Why it cannot be done in that state; {@code null} when it can. */
	Reason refusal(AgreementState state) {
		return isFrom(state) ? null : Reason.of(messageKey());
	}

	/**
	 * @throws RefusedException in a state that it does not start from
	 */
	void require(AgreementState state) {
		if (!isFrom(state)) {
			throw new RefusedException(null, messageKey());
		}
	}

}
