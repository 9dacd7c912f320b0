package ru.sosedi.partners;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.hibernate.Hibernate;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;
import ru.sosedi.shared.RefusedException;

/**
 * A socially oriented non-profit organisation: named somewhere, then with a card of its
 * own, then in the public directory.
 */
@Entity
public class Ngo {

	/** Its short name changed; published within the transaction, after its row. */
	public record Renamed(UUID ngoId) {

	}

	@Id
	private UUID id;

	private String slug;

	@Enumerated(EnumType.STRING)
	private NgoState state;

	private String shortName;

	private String fullName;

	@Enumerated(EnumType.STRING)
	private LegalForm legalForm;

	private String inn;

	private String ogrn;

	private String kpp;

	private String address;

	private String bankDetails;

	private String about;

	private String phone;

	private boolean phonePublic;

	private String email;

	private boolean emailPublic;

	private String site;

	private String logoTag;

	@Version
	private Long version;

	@ElementCollection
	@CollectionTable(name = "ngo_area", joinColumns = @JoinColumn(name = "ngo_id"))
	@Column(name = "area")
	@Enumerated(EnumType.STRING)
	private Set<AreaOfWork> areas = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "ngo_territory", joinColumns = @JoinColumn(name = "ngo_id"))
	@OrderColumn(name = "position")
	@Column(name = "name")
	private List<String> territories = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "ngo_register_entry", joinColumns = @JoinColumn(name = "ngo_id"))
	@OrderColumn(name = "position")
	private List<RegisterEntry> registers = new ArrayList<>();

	protected Ngo() {
	}

	/** An NGO of which only the name is known. */
	Ngo(String name) {
		this.id = Ids.next();
		this.slug = "ngo-" + this.id.toString().replace("-", "");
		this.state = NgoState.NAMED;
		this.shortName = name;
	}

	/**
	 * An NGO with a card, not listed yet.
	 * @param slug free
	 */
	Ngo(NgoDetails details, String slug) {
		this.id = Ids.next();
		fill(details, slug);
	}

	/**
	 * The card of an NGO that was only named.
	 * @param newSlug free; from now on it stays
	 */
	final void fill(NgoDetails details, String newSlug) {
		this.slug = newSlug;
		this.state = NgoState.KEPT;
		change(details);
	}

	final void change(NgoDetails details) {
		this.shortName = details.shortName();
		this.fullName = details.fullName();
		this.legalForm = details.legalForm();
		this.inn = text(details.inn());
		this.ogrn = text(details.ogrn());
		this.kpp = text(details.kpp());
		this.address = details.address();
		this.bankDetails = details.bankDetails();
		this.about = details.about();
		this.phone = details.phone();
		this.phonePublic = details.phonePublic();
		this.email = details.email();
		this.emailPublic = details.emailPublic();
		this.site = details.site();
		this.areas.retainAll(details.areas());
		this.areas.addAll(details.areas());
		replace(this.territories, details.territories());
		replace(this.registers, details.registers());
	}

	private static <T> void replace(List<T> kept, List<T> wanted) {
		if (!kept.equals(wanted)) {
			kept.clear();
			kept.addAll(wanted);
		}
	}

	private static String text(Object value) {
		return (value == null) ? null : value.toString();
	}

	/**
	 * Into the public directory.
	 * @throws RefusedException while the card is not filled or says not what the NGO
	 * works on
	 */
	void list() {
		if (this.state == NgoState.NAMED) {
			throw new RefusedException(null, "partners.ngo.listing.not-filled");
		}
		if (this.areas.isEmpty()) {
			throw new RefusedException(null, "partners.ngo.listing.no-area");
		}
		this.state = NgoState.LISTED;
	}

	/** Out of the public directory. */
	void hide() {
		if (this.state == NgoState.LISTED) {
			this.state = NgoState.KEPT;
		}
	}

	/**
	 * @param tag the hash of the picture; {@code null} for none
	 */
	void show(String tag) {
		this.logoTag = tag;
	}

	public UUID id() {
		return this.id;
	}

	public String slug() {
		return this.slug;
	}

	public NgoState state() {
		return this.state;
	}

	public boolean isNamedOnly() {
		return this.state == NgoState.NAMED;
	}

	public boolean isListed() {
		return this.state == NgoState.LISTED;
	}

	public String shortName() {
		return this.shortName;
	}

	/** {@code null} while the NGO is only named. */
	public String fullName() {
		return this.fullName;
	}

	/** The hash of its logo; {@code null} when it has none. */
	public String logoTag() {
		return this.logoTag;
	}

	public Long version() {
		return this.version;
	}

	/** The same with its lines read, to be looked at after the transaction. */
	Ngo whole() {
		Hibernate.initialize(this.areas);
		Hibernate.initialize(this.territories);
		Hibernate.initialize(this.registers);
		return this;
	}

	/**
	 * The card.
	 * @throws IllegalStateException while the NGO is only named
	 */
	public NgoDetails details() {
		if (isNamedOnly()) {
			throw new IllegalStateException("the card is not filled");
		}
		return new NgoDetails(this.shortName, this.fullName, this.legalForm,
				(this.inn == null) ? null : new Inn(this.inn), (this.ogrn == null) ? null : new Ogrn(this.ogrn),
				(this.kpp == null) ? null : new Kpp(this.kpp), this.address, this.bankDetails,
				this.areas.isEmpty() ? Set.of() : EnumSet.copyOf(this.areas), this.territories, this.about, this.phone,
				this.phonePublic, this.email, this.emailPublic, this.site, this.registers);
	}

	Map<String, String> fields() {
		Map<String, String> named = new LinkedHashMap<>();
		named.put("shortName", this.shortName);
		return isNamedOnly() ? named : details().fields();
	}

}
