package ru.sosedi.registrations;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import ru.sosedi.shared.Ids;

/** The terms of an event, or of one of its dates when those differ. */
@Entity
class AdmissionPolicy {

	@Id
	private UUID id;

	private UUID eventId;

	private UUID occurrenceId;

	private Integer minimum;

	private Integer opensDaysBefore;

	private int closesMinutesBefore;

	private int largestGroup;

	private boolean waitingList;

	private Integer waitingMost;

	private boolean moderated;

	private boolean asksAges;

	@Enumerated(EnumType.STRING)
	private Booking booking;

	@Version
	private Long version;

	protected AdmissionPolicy() {
	}

	/**
	 * @param occurrenceId {@code null} for all dates without terms of their own
	 */
	AdmissionPolicy(UUID eventId, UUID occurrenceId, AdmissionTerms terms) {
		this.id = Ids.next();
		this.eventId = eventId;
		this.occurrenceId = occurrenceId;
		change(terms);
	}

	final void change(AdmissionTerms terms) {
		this.minimum = terms.minimum();
		this.opensDaysBefore = terms.opensDaysBefore();
		this.closesMinutesBefore = terms.closesMinutesBefore();
		this.largestGroup = terms.largestGroup();
		this.waitingList = terms.waitingList();
		this.waitingMost = terms.waitingMost();
		this.moderated = terms.moderated();
		this.asksAges = terms.asksAges();
		this.booking = terms.booking();
	}

	AdmissionTerms terms() {
		return new AdmissionTerms(this.minimum, this.opensDaysBefore, this.closesMinutesBefore, this.largestGroup,
				this.waitingList, this.waitingMost, this.moderated, this.asksAges, this.booking);
	}

	UUID eventId() {
		return this.eventId;
	}

	UUID occurrenceId() {
		return this.occurrenceId;
	}

	Long version() {
		return this.version;
	}

}
