package ru.sosedi.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.Slug;
import ru.sosedi.shared.TypedText;

/**
 * What is held, by which centre, for whom. When it is held say its {@link Occurrence}s;
 * its description stands apart and is read with {@link EventService#description}.
 */
@Entity
public class Event {

	/**
	 * It was written, or one of its dates was: published within the transaction, after
	 * its rows.
	 */
	public record Changed(UUID eventId) {

	}

	/** A draft was made like another event. */
	public record Copied(UUID from, UUID to) {

	}

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private NeighbourhoodCentre centre;

	@Enumerated(EnumType.STRING)
	private EventForm form;

	private String title;

	private String slug;

	private String summary;

	private AgeMark ageMark;

	@Enumerated(EnumType.STRING)
	private DeliveryMode deliveryMode;

	@Enumerated(EnumType.STRING)
	private Admission admission;

	private String language;

	private boolean accessible;

	private String accessibilityNote;

	private String contact;

	private UUID pictureId;

	private String pictureAlt;

	@ElementCollection
	@CollectionTable(name = "event_audience", joinColumns = @JoinColumn(name = "event_id"))
	@Column(name = "audience")
	@Enumerated(EnumType.STRING)
	private Set<Audience> audiences = EnumSet.noneOf(Audience.class);

	@ElementCollection
	@CollectionTable(name = "event_theme", joinColumns = @JoinColumn(name = "event_id"))
	@Column(name = "theme")
	@Enumerated(EnumType.STRING)
	private Set<Theme> themes = EnumSet.noneOf(Theme.class);

	@ElementCollection
	@CollectionTable(name = "event_partner", joinColumns = @JoinColumn(name = "event_id"))
	@OrderColumn(name = "position")
	private List<Partnership> partners = new ArrayList<>();

	@Enumerated(EnumType.STRING)
	private EventState state;

	private Instant publishedAt;

	private Instant cancelledAt;

	private String cancellationReason;

	private int sequence;

	private Instant createdAt;

	private UUID createdBy;

	private Instant changedAt;

	@Version
	private Long version;

	protected Event() {
	}

	/** A draft. */
	Event(NeighbourhoodCentre centre, EventDetails details, UUID createdBy, Instant now) {
		this.id = Ids.next();
		this.centre = centre;
		this.state = EventState.DRAFT;
		this.createdAt = now;
		this.createdBy = createdBy;
		describe(details, now);
	}

	/** Tells whether residents should notice: a new title, or another way to attend. */
	boolean change(EventDetails details, Instant now) {
		if (this.state == EventState.CANCELLED) {
			throw new RefusedException(null, "programme.event.change.cancelled");
		}
		boolean noticeable = !details.title().equals(this.title) || details.form() != this.form
				|| details.deliveryMode() != this.deliveryMode;
		describe(details, now);
		if (noticeable && this.publishedAt != null) {
			this.sequence++;
		}
		return noticeable;
	}

	private void describe(EventDetails details, Instant now) {
		this.form = details.form();
		this.title = details.title();
		this.slug = Slug.of(details.title());
		this.summary = details.summary();
		this.ageMark = details.ageMark();
		this.deliveryMode = details.deliveryMode();
		this.admission = details.admission();
		this.language = details.language();
		this.accessible = details.accessible();
		this.accessibilityNote = details.accessibilityNote();
		this.contact = details.contact();
		this.pictureId = details.pictureId();
		this.pictureAlt = details.pictureAlt();
		this.audiences.retainAll(details.audiences());
		this.audiences.addAll(details.audiences());
		this.themes.retainAll(details.themes());
		this.themes.addAll(details.themes());
		List<Partnership> wanted = details.partners()
			.stream()
			.map((partner) -> new Partnership(partner.ngoId(), partner.leads()))
			.toList();
		if (!this.partners.equals(wanted)) {
			this.partners.clear();
			this.partners.addAll(wanted);
		}
		this.changedAt = now;
	}

	void publish(Instant now) {
		if (this.state != EventState.DRAFT) {
			throw new RefusedException(null, "programme.event.publication.not-draft");
		}
		this.state = EventState.PUBLISHED;
		this.publishedAt = now;
		this.changedAt = now;
	}

	void withdraw(Instant now) {
		if (this.state != EventState.PUBLISHED) {
			throw new RefusedException(null, "programme.event.withdrawal.not-published");
		}
		this.state = EventState.DRAFT;
		this.sequence++;
		this.changedAt = now;
	}

	void cancel(String reason, Instant now) {
		if (this.state != EventState.PUBLISHED) {
			throw new RefusedException(null, "programme.event.cancellation.not-published");
		}
		this.cancellationReason = TypedText.noLonger(
				TypedText.required(reason, "reason", "programme.event.cancellation.reason-missing"),
				EventDetails.LONGEST_LINE, "reason");
		this.state = EventState.CANCELLED;
		this.cancelledAt = now;
		this.sequence++;
		this.changedAt = now;
	}

	/** A date was added, moved or cancelled. */
	void touch(Instant now) {
		this.changedAt = now;
	}

	/** Whether residents may see it: published, or cancelled after it was. */
	public boolean isListed() {
		return this.state == EventState.PUBLISHED || this.state == EventState.CANCELLED;
	}

	/** Whether residents have ever seen it. */
	public boolean wasPublished() {
		return this.publishedAt != null;
	}

	/**
	 * @param lastEnd when its last scheduled occurrence ends; {@code null} when there is
	 * none
	 */
	public EventState stateAt(Instant now, Instant lastEnd) {
		boolean over = this.state == EventState.PUBLISHED && lastEnd != null && !lastEnd.isAfter(now);
		return over ? EventState.HELD : this.state;
	}

	/** As stored: never {@link EventState#HELD}. */
	public EventState state() {
		return this.state;
	}

	/**
	 * @param description the Markdown, which stands apart
	 */
	public EventDetails details(String description) {
		return new EventDetails(this.form, this.title, this.summary, description, this.ageMark, this.audiences,
				this.deliveryMode, this.themes, partners(), this.admission, this.language, this.accessible,
				this.accessibilityNote, this.contact, this.pictureId, this.pictureAlt);
	}

	/** Each with its card, in their order. */
	public List<PartnerChoice> partners() {
		return this.partners.stream().map((partner) -> PartnerChoice.of(partner.ngoId(), partner.leads())).toList();
	}

	public UUID id() {
		return this.id;
	}

	public NeighbourhoodCentre centre() {
		return this.centre;
	}

	public EventForm form() {
		return this.form;
	}

	/** Without the form; {@link EventTitle} puts the two together. */
	public String title() {
		return this.title;
	}

	public String slug() {
		return this.slug;
	}

	public String summary() {
		return this.summary;
	}

	public AgeMark ageMark() {
		return this.ageMark;
	}

	public DeliveryMode deliveryMode() {
		return this.deliveryMode;
	}

	public Set<Audience> audiences() {
		return Set.copyOf(this.audiences);
	}

	/** May be {@code null}. */
	public UUID pictureId() {
		return this.pictureId;
	}

	/** {@code null} without a picture. */
	public String pictureAlt() {
		return this.pictureAlt;
	}

	/** {@code null} unless cancelled. */
	public String cancellationReason() {
		return this.cancellationReason;
	}

	/** Rises with every change that calendars must take over (RFC 5545, 3.8.7.4). */
	public int sequence() {
		return this.sequence;
	}

	public Long version() {
		return this.version;
	}

}
