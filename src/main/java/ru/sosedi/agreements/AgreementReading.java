package ru.sosedi.agreements;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;

/**
 * The text of an agreement as one person reads it. Who may see the agreement is asked
 * before; which version is shown follows from {@link VisibleText}.
 */
@Service
@Transactional(readOnly = true)
public class AgreementReading {

	private static final int MOST = 100;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final Versions versions;

	private final VisibleText visible;

	private final AmendedTexts amended;

	private final TextValues values;

	private final AgreementPdf pdf;

	AgreementReading(JdbcClient jdbc, Agreements agreements, Versions versions, VisibleText visible,
			AmendedTexts amended, TextValues values, AgreementPdf pdf) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.versions = versions;
		this.visible = visible;
		this.amended = amended;
		this.values = values;
		this.pdf = pdf;
	}

	/**
	 * A text to be read.
	 *
	 * @param round the version that it is
	 * @param clauses in their order; of a signed text as amended
	 * @param missing names of fields without a value
	 */
	public record Page(Versions.Round round, List<AmendedClause> clauses, SortedSet<String> missing) {

		public Set<UUID> keys() {
			return this.clauses.stream().map((one) -> one.clause().key()).collect(Collectors.toSet());
		}

		/** Whether an amendment in force has changed it. */
		public boolean isAmended() {
			return this.clauses.stream().anyMatch((one) -> one.change() != null);
		}

	}

	/**
	 * Two versions of a text.
	 */
	public record Compared(Versions.Round before, Versions.Round after, TextComparison comparison) {

	}

	/** A centre that an agreement covers. */
	public record Place(String name, String slug) {

	}

	/** An agreement that belongs to another, or the one that it belongs to. */
	public record Relative(UUID id, AgreementKind kind, String title, String number, AgreementState state) {

	}

	/**
	 * @param parent {@code null} when it stands on its own
	 * @param children in the order in which they were begun
	 */
	public record Family(Relative parent, List<Relative> children) {

		public boolean isEmpty() {
			return this.parent == null && this.children.isEmpty();
		}

	}

	/**
	 * As it stands now for this person: of a signed text, with its amendments in force.
	 */
	public Page of(Actor actor, Agreement agreement, AgreementStanding standing) {
		Versions.Round round = this.visible.version(actor, agreement);
		if (standing.isSigned()) {
			return new Page(round, this.amended.of(agreement.id()).clauses(), new TreeSet<>());
		}
		return page(round, (standing.documentId() != null) ? this.amended.frozenValues(standing.documentId())
				: this.values.of(agreement));
	}

	private Page page(Versions.Round round, Map<String, String> filled) {
		AgreementText text = AgreementText.of(this.versions.clauses(round.id()), filled);
		return new Page(round, text.clauses()
			.stream()
			.map((one) -> new AmendedClause(one.number(), one.clause(), one.heading(), one.html(), null, List.of()))
			.toList(), text.missing());
	}

	/** The versions that this person may see, newest first. */
	public List<Versions.Round> versions(Actor actor, Agreement agreement) {
		boolean mine = this.visible.seesOpen(actor, agreement);
		return this.versions.of(agreement.id()).stream().filter((round) -> mine || !round.isOpen()).toList();
	}

	/**
	 * @throws NotFoundException when this person may see no such version
	 */
	public Page version(Actor actor, Agreement agreement, int number) {
		return page(this.visible.version(actor, agreement, number), this.values.of(agreement));
	}

	/**
	 * What changed between two versions; without numbers between the last two.
	 * @param before may be {@code null}, as may {@code after}
	 * @return {@code null} when there is only one version
	 * @throws NotFoundException when this person may see no such version
	 */
	public Compared compare(Actor actor, Agreement agreement, Integer before, Integer after) {
		List<Versions.Round> known = versions(actor, agreement);
		if (known.isEmpty() || (known.size() < 2 && (before == null || after == null))) {
			return null;
		}
		int later = (after != null) ? after : known.getFirst().number();
		int earlier = (before != null) ? before : Math.max(later - 1, 1);
		Versions.Round old = this.visible.version(actor, agreement, Math.min(earlier, later));
		Versions.Round now = this.visible.version(actor, agreement, Math.max(earlier, later));
		return new Compared(old, now, TextComparison.of(this.versions.clauses(old.id()),
				this.versions.clauses(now.id()), this.values.of(agreement)));
	}

	/** The clause in the version that this person sees. */
	public Optional<Clause> clause(Actor actor, Agreement agreement, UUID key) {
		return this.versions.clauses(this.visible.version(actor, agreement).id())
			.stream()
			.filter((clause) -> clause.key().equals(key))
			.findFirst();
	}

	/** The names that the text may hold in double braces. */
	public SortedSet<String> fieldNames(Agreement agreement) {
		SortedSet<String> names = new TreeSet<>(
				TextValues.names(agreement.parties().size(), agreement.parentId() != null));
		names.addAll(this.jdbc.sql("select name from agreement_field where agreement_id = ?")
			.param(agreement.id())
			.query(String.class)
			.list());
		return names;
	}

	/** The centres that are named, by name; none when all are covered. */
	public List<Place> centres(Agreement agreement) {
		return this.jdbc.sql("select name, slug from neighbourhood_centre where id = any(:ids) order by name, id")
			.param("ids", agreement.terms().centres().toArray(UUID[]::new))
			.query((row, _) -> new Place(row.getString("name"), row.getString("slug")))
			.list();
	}

	/**
	 * What the agreement belongs to and what belongs to it, as far as this person sees
	 * it.
	 */
	public Family family(Actor actor, Agreement agreement) {
		List<Relative> all = this.jdbc.sql("select a.*, " + AgreementStanding.COLUMNS + """
				from agreement a join agreement_standing s on s.id = a.id
				where (a.parent_id = :id or a.id = :parent) and
				""" + AgreementAccess.VISIBLE + " order by a.created_at, a.id limit " + MOST)
			.params(AgreementAccess.of(actor))
			.param("id", agreement.id())
			.param("parent", agreement.parentId())
			.query((row, _) -> new Relative(row.getObject("id", UUID.class),
					AgreementKind.valueOf(row.getString("kind")), row.getString("title"), row.getString("number"),
					AgreementStanding.of(row).stateOn(this.agreements.today())))
			.list();
		return new Family(all.stream().filter((one) -> one.id().equals(agreement.parentId())).findFirst().orElse(null),
				all.stream().filter((one) -> !one.id().equals(agreement.parentId())).toList());
	}

	/** The version that this person sees, on paper, marked as a draft on every page. */
	public byte[] draft(Actor actor, Agreement agreement) {
		return this.pdf.draw(agreement, this.visible.version(actor, agreement).id(), this.values.of(agreement), null);
	}

}
