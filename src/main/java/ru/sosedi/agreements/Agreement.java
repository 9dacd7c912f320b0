package ru.sosedi.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.ArrayList;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;

/**
 * An agreement: its sides, term and coverage. Its text lives in versions, its state is
 * computed ({@link AgreementStanding}).
 */
@Entity
public class Agreement {

	@Id
	private UUID id = Ids.next();

	@Enumerated(EnumType.STRING)
	private AgreementKind kind;

	private String title;

	private UUID parentId;

	private UUID templateId;

	private String place = "";

	private Instant createdAt;

	private UUID createdBy;

	private String numberScope;

	private Integer numberOrdinal;

	private String number;

	private LocalDate registeredOn;

	private LocalDate startsOn;

	private LocalDate endsOn;

	@Enumerated(EnumType.STRING)
	private Prolongation prolongation = Prolongation.NONE;

	private Integer prolongationMonths;

	private int noticeDays = AgreementTerms.USUAL_NOTICE;

	private boolean coversAllCentres;

	private UUID pen;

	private Instant publishedAt;

	private LocalDate newParentEnd;

	@Version
	private Long version;

	@ElementCollection
	@CollectionTable(name = "agreement_party", joinColumns = @JoinColumn(name = "agreement_id"))
	@OrderBy("side")
	private List<AgreementParty> parties = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "agreement_centre", joinColumns = @JoinColumn(name = "agreement_id"))
	@Column(name = "centre_id")
	private Set<UUID> centres = new TreeSet<>();

	protected Agreement() {
	}

	/**
	 * A draft in the coordinator's hands.
	 * @param parent of a supplementary agreement or a schedule, else {@code null}
	 * @param template may be {@code null}
	 */
	public Agreement(AgreementKind kind, String title, UUID parent, UUID template, List<AgreementParty> parties,
			AgreementTerms terms, Actor author, Instant at) {
		if (kind.belongsToAnother() != (parent != null)) {
			throw new IllegalArgumentException("a supplementary agreement and a schedule have a parent, no others");
		}
		this.kind = kind;
		this.title = title;
		this.parentId = parent;
		this.templateId = template;
		this.parties.addAll(parties);
		this.createdBy = author.accountId();
		this.createdAt = at;
		change(title, terms);
	}

	public UUID id() {
		return this.id;
	}

	public AgreementKind kind() {
		return this.kind;
	}

	public String title() {
		return this.title;
	}

	/** The agreement that this one belongs to, or {@code null}. */
	public UUID parentId() {
		return this.parentId;
	}

	/** {@code null} when it was written without one. */
	public UUID templateId() {
		return this.templateId;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	/** Who began it; {@code null} for the portal itself. */
	public UUID createdBy() {
		return this.createdBy;
	}

	/** {@code null} until registration. */
	public String number() {
		return this.number;
	}

	/** {@code null} until registration. */
	public LocalDate registeredOn() {
		return this.registeredOn;
	}

	public AgreementTerms terms() {
		return new AgreementTerms(this.place, this.startsOn, this.endsOn, this.prolongation, this.prolongationMonths,
				this.noticeDays, this.coversAllCentres, this.centres, this.newParentEnd);
	}

	public List<AgreementParty> parties() {
		return List.copyOf(this.parties);
	}

	public Optional<AgreementParty> side(UUID partyId) {
		return this.parties.stream().filter((party) -> party.partyId().equals(partyId)).findFirst();
	}

	/** Whose turn it is to write: a party, or {@code null} for the coordinator. */
	public UUID pen() {
		return this.pen;
	}

	/** {@code null} while it does not stand in the public register. */
	public Instant publishedAt() {
		return this.publishedAt;
	}

	public Long version() {
		return this.version;
	}

	/** How people call it: its title, and its number when it has one. */
	public String name() {
		return (this.number == null) ? this.title : this.title + " № " + this.number;
	}

	public final void change(String newTitle, AgreementTerms terms) {
		this.title = newTitle;
		this.place = terms.place();
		this.startsOn = terms.startsOn();
		this.endsOn = terms.endsOn();
		this.prolongation = terms.prolongation();
		this.prolongationMonths = terms.prolongationMonths();
		this.noticeDays = terms.noticeDays();
		this.coversAllCentres = terms.coversAllCentres();
		this.newParentEnd = terms.newParentEnd();
		if (!this.centres.equals(terms.centres())) {
			this.centres.retainAll(terms.centres());
			this.centres.addAll(terms.centres());
		}
	}

	/** Other sides, or other ways and people to sign for them. */
	public void meet(List<AgreementParty> newParties) {
		this.parties.clear();
		this.parties.addAll(newParties);
	}

	/**
	 * Hands the pen over.
	 * @param party {@code null} for the coordinator
	 */
	public void handPenTo(UUID party) {
		if (party != null && side(party).isEmpty()) {
			throw new IllegalArgumentException("the pen goes to a side or to the coordinator");
		}
		this.pen = party;
	}

	/** Gets its number, once and for good. */
	public void register(AgreementNumber given, LocalDate day) {
		if (this.number != null) {
			throw new IllegalStateException("it has a number");
		}
		this.numberScope = given.scope();
		this.numberOrdinal = given.ordinal();
		this.number = given.text();
		this.registeredOn = day;
	}

	public void publish(Instant at) {
		this.publishedAt = at;
	}

	public void unpublish() {
		this.publishedAt = null;
	}

}
