package ru.sosedi.agreements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A signed text with its amendments applied, one after the other. Nothing is renumbered:
 * a clause keeps the number under which it was signed, so that what refers to it stays
 * true; a removed one keeps its place.
 *
 * @param clauses in the order of the signed text, added ones behind what they were added
 * to
 */
public record AmendedText(List<AmendedClause> clauses) {

	/**
	 * A text with what its fields were filled with when it was frozen.
	 *
	 * @param name how people call the agreement
	 */
	public record Signed(UUID agreementId, String name, List<Clause> clauses, Map<String, String> values) {

	}

	/**
	 * @param amendments in the order in which they came into force
	 */
	public static AmendedText of(Signed text, List<Signed> amendments) {
		List<AmendedClause> clauses = new ArrayList<>();
		AgreementText.of(text.clauses(), text.values())
			.clauses()
			.forEach((one) -> clauses
				.add(new AmendedClause(one.number(), one.clause(), one.heading(), one.html(), null, List.of())));
		Map<UUID, UUID> behind = new HashMap<>();
		for (Signed amendment : amendments) {
			for (NumberedClause change : AgreementText.of(amendment.clauses(), amendment.values()).clauses()) {
				if (change.clause().amends() != null) {
					apply(clauses, behind, change, new AmendedClause.By(amendment.agreementId(), amendment.name()));
				}
			}
		}
		return new AmendedText(List.copyOf(clauses));
	}

	private static void apply(List<AmendedClause> clauses, Map<UUID, UUID> behind, NumberedClause change,
			AmendedClause.By by) {
		int place = place(clauses, change.clause().amendsKey());
		// a clause that an earlier amendment of the same day took out cannot be changed
		if (place < 0) {
			return;
		}
		AmendedClause target = clauses.get(place);
		List<AmendedClause.By> touched = new ArrayList<>(target.by());
		touched.add(by);
		switch (change.clause().amends()) {
			case REPLACE -> clauses.set(place, new AmendedClause(target.number(), words(target.clause(), change),
					target.heading(), change.html(), Amends.REPLACE, touched));
			case REMOVE -> clauses.set(place,
					new AmendedClause(target.number(), target.clause(), target.heading(), "", Amends.REMOVE, touched));
			case ADD_AFTER -> add(clauses, behind, place, change, by);
		}
	}

	// to a section: as its last clause; to anything else: behind it and what was added to
	// it
	private static void add(List<AmendedClause> clauses, Map<UUID, UUID> behind, int place, NumberedClause change,
			AmendedClause.By by) {
		AmendedClause target = clauses.get(place);
		UUID key = target.clause().key();
		boolean section = target.clause().part() == ClausePart.SECTION;
		int at = place + 1;
		int ordinal = 1;
		while (at < clauses.size() && (section ? clauses.get(at).clause().part() == ClausePart.CLAUSE
				: descends(behind, clauses.get(at).clause().key(), key))) {
			UUID other = clauses.get(at).clause().key();
			boolean nested = section ? behind.containsKey(other) && !behind.get(other).equals(key)
					: !behind.get(other).equals(key);
			ordinal += nested ? 0 : 1;
			at++;
		}
		behind.put(change.clause().key(), key);
		clauses.add(at, added(target, change, ordinal, by));
	}

	private static boolean descends(Map<UUID, UUID> behind, UUID key, UUID from) {
		UUID above = behind.get(key);
		return above != null && (above.equals(from) || descends(behind, above, from));
	}

	private static AmendedClause added(AmendedClause target, NumberedClause change, int ordinal, AmendedClause.By by) {
		Clause as = change.clause();
		ClausePart part = (target.clause().part() == ClausePart.SECTION) ? ClausePart.CLAUSE : target.clause().part();
		Clause clause = new Clause(as.id(), as.versionId(), as.key(), target.clause().position(), part, "", as.body(),
				null, null, as.editedAt(), as.editedBy(), as.version());
		String number = target.number().isEmpty() ? "" : target.number() + "." + ordinal;
		return new AmendedClause(number, clause, "", change.html(), Amends.ADD_AFTER, List.of(by));
	}

	private static Clause words(Clause target, NumberedClause change) {
		return new Clause(target.id(), target.versionId(), target.key(), target.position(), target.part(),
				target.heading(), change.clause().body(), null, null, target.editedAt(), target.editedBy(),
				target.version());
	}

	private static int place(List<AmendedClause> clauses, UUID key) {
		for (int place = 0; place < clauses.size(); place++) {
			if (clauses.get(place).clause().key().equals(key)) {
				return clauses.get(place).isRemoved() ? -1 : place;
			}
		}
		return -1;
	}

}
