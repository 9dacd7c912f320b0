package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.NgoImportRow.Change;
import ru.sosedi.partners.NgoImportRow.Problem;
import ru.sosedi.partners.NgoImportRow.Verdict;
import ru.sosedi.shared.RefusedException;

/** Compares rows of a table with the cards that are there, and writes them. */
@Component
class NgoImportPlan {

	private final NgoImportReader reader;

	private final NgoRepository ngos;

	private final NgoService service;

	private final SimilarNgos similar;

	private final Alliances alliances;

	private final JdbcClient jdbc;

	NgoImportPlan(NgoImportReader reader, NgoRepository ngos, NgoService service, SimilarNgos similar,
			Alliances alliances, JdbcClient jdbc) {
		this.reader = reader;
		this.ngos = ngos;
		this.service = service;
		this.similar = similar;
		this.alliances = alliances;
		this.jdbc = jdbc;
	}

	/**
	 * What the row would do now.
	 * @param seen INNs and names of earlier rows; is added to
	 */
	NgoImportRow judge(NgoImportTable table, int number, List<String> cells, UUID allianceId, Set<String> seen) {
		String title = table.cell(cells, NgoImportColumn.SHORT_NAME);
		try {
			Ngo ngo = target(table, cells).orElse(null);
			NgoDetails stored = (ngo == null || ngo.isNamedOnly()) ? null : ngo.details();
			NgoDetails wanted = this.reader.read((column) -> table.cell(cells, column), stored);
			boolean innTwice = wanted.inn() != null && !seen.add(wanted.inn().value());
			if (!seen.add(NgoName.key(wanted.shortName())) || innTwice) {
				throw new RefusedException(null, "partners.import.problem.twice");
			}
			requireOgrnFree(wanted, ngo);
			List<Change> changes = new ArrayList<>();
			for (NgoImportColumn column : NgoImportColumn.values()) {
				String before = this.reader.text(stored, column);
				String after = this.reader.text(wanted, column);
				if (!before.equals(after)) {
					changes.add(new Change(column, before, after));
				}
			}
			joining(table, cells, allianceId, ngo)
				.ifPresent((day) -> changes.add(new Change(NgoImportColumn.JOINED_ON, "", day.toString())));
			Verdict verdict = changes.isEmpty() ? Verdict.SAME : (ngo == null) ? Verdict.ADD : Verdict.CHANGE;
			return new NgoImportRow(number, verdict, title, changes,
					(ngo == null) ? likeness(wanted.shortName()) : List.of(), cells);
		}
		catch (RefusedException refusal) {
			return new NgoImportRow(number, Verdict.REFUSE, title, List.of(), List.of(problem(refusal)), cells);
		}
	}

	private Optional<Ngo> target(NgoImportTable table, List<String> cells) {
		var inn = NgoRequisites.inn(table.cell(cells, NgoImportColumn.INN), "inn");
		Optional<Ngo> byInn = (inn == null) ? Optional.empty() : this.ngos.findByInn(inn.value());
		if (byInn.isPresent()) {
			return byInn;
		}
		// A name alone means the NGO of that name, unless its card has another INN.
		return this.jdbc.sql("""
				select id from ngo where name_key = :key and (cast(:inn as text) is null or inn is null)
				order by state = 'NAMED', id limit 1
				""")
			.param("key", NgoName.key(table.cell(cells, NgoImportColumn.SHORT_NAME)))
			.param("inn", (inn == null) ? null : inn.value())
			.query(UUID.class)
			.optional()
			.flatMap(this.ngos::findById);
	}

	private void requireOgrnFree(NgoDetails wanted, Ngo ngo) {
		if (wanted.ogrn() != null) {
			this.ngos.findByOgrn(wanted.ogrn().value())
				.filter((other) -> ngo == null || !other.id().equals(ngo.id()))
				.ifPresent((other) -> {
					throw new RefusedException("ogrn", "partners.requisites.ogrn.taken", other.shortName());
				});
		}
	}

	/**
	 * The day on which the row joins the alliance; empty when it says none or is a member
	 * already.
	 */
	private Optional<LocalDate> joining(NgoImportTable table, List<String> cells, UUID allianceId, Ngo ngo) {
		LocalDate day = this.reader.joinedOn(table.cell(cells, NgoImportColumn.JOINED_ON));
		if (day == null || allianceId == null) {
			return Optional.empty();
		}
		if (day.getYear() < 1990 || day.getYear() > 2100) {
			throw new RefusedException("joinedOn", "partners.date.impossible");
		}
		boolean member = ngo != null && this.jdbc.sql("""
				select exists (select from alliance_membership
					where alliance_id = :alliance and ngo_id = :ngo and (left_on is null or left_on > :day))
				""")
			.param("alliance", allianceId)
			.param("ngo", ngo.id())
			.param("day", day)
			.query(Boolean.class)
			.single();
		return member ? Optional.empty() : Optional.of(day);
	}

	private List<Problem> likeness(String name) {
		List<String> names = this.similar.to(name, null).stream().map(SimilarNgo::shortName).toList();
		return names.isEmpty() ? List.of()
				: List.of(new Problem(null, "partners.import.problem.similar", List.of(String.join(", ", names))));
	}

	private static Problem problem(RefusedException refusal) {
		return new Problem(NgoImportColumn.of(refusal.field()), refusal.messageKey(),
				List.of(refusal.arguments()).stream().map(String::valueOf).toList());
	}

	/** Writes a row that was judged a moment ago, in the same transaction. */
	void write(Actor actor, NgoImportTable table, NgoImportRow row, UUID allianceId) {
		Ngo ngo = target(table, row.cells()).orElse(null);
		NgoDetails stored = (ngo == null || ngo.isNamedOnly()) ? null : ngo.details();
		NgoDetails wanted = this.reader.read((column) -> table.cell(row.cells(), column), stored);
		UUID id = (ngo == null) ? this.service.create(actor, wanted, true).id()
				: this.service.change(actor, ngo.id(), wanted, ngo.version(), true).id();
		row.changes()
			.stream()
			.filter((change) -> change.column() == NgoImportColumn.JOINED_ON)
			.forEach((change) -> this.alliances.join(actor, allianceId, id, LocalDate.parse(change.after())));
	}

}
