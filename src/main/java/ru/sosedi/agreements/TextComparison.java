package ru.sosedi.agreements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;

/**
 * Two versions of a text, clause by clause: clauses are known by their keys, words are
 * compared within a clause.
 *
 * @param clauses in the order of the later version, removed ones where they stood
 */
public record TextComparison(List<Difference> clauses) {

	/** How many word-to-word comparisons a whole text may cost at worst. */
	private static final long AFFORDABLE = 20_000_000;

	private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

	private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");

	/** What happened to a clause. */
	public enum What {

		SAME, CHANGED, ADDED, REMOVED;

		/** The message that names it. */
		public String messageKey() {
			return "agreements.comparison." + name();
		}

	}

	/** How a piece of text stands in both versions. */
	public enum Sign {

		SAME, INSERTED, DELETED

	}

	/** Words in a row that fared alike. */
	public record Piece(Sign sign, String text) {

	}

	/**
	 * One clause in both versions.
	 *
	 * @param before its number in the earlier version; {@code null} when it is added
	 * @param after its number in the later version; {@code null} when it is removed
	 * @param moved whether it stands elsewhere among the clauses that both have
	 */
	public record Difference(UUID key, ClausePart part, What what, boolean moved, String before, String after,
			List<Piece> heading, List<Piece> body) {

		public boolean isSame() {
			return this.what == What.SAME && !this.moved;
		}

	}

	/** How many clauses differ. */
	public long changes() {
		return this.clauses.stream().filter((one) -> !one.isSame()).count();
	}

	/**
	 * @param values of the fields, the same for both; see {@link TextValues}
	 */
	public static TextComparison of(List<Clause> earlier, List<Clause> later, Map<String, String> values) {
		Map<UUID, NumberedClause> before = byKey(earlier, values);
		Map<UUID, NumberedClause> after = byKey(later, values);
		Set<UUID> moved = moved(before.keySet(), after.keySet());
		Budget budget = new Budget();
		List<Difference> differences = new ArrayList<>();
		List<UUID> order = new ArrayList<>(after.keySet());
		int place = 0;
		for (UUID key : before.keySet()) {
			if (after.containsKey(key)) {
				place = order.indexOf(key) + 1;
			}
			else {
				order.add(place++, key);
			}
		}
		for (UUID key : order) {
			differences.add(difference(before.get(key), after.get(key), moved.contains(key), values, budget));
		}
		return new TextComparison(List.copyOf(differences));
	}

	private static Map<UUID, NumberedClause> byKey(List<Clause> clauses, Map<String, String> values) {
		return AgreementText.of(clauses, values)
			.clauses()
			.stream()
			.collect(Collectors.toMap((one) -> one.clause().key(), Function.identity(), (a, _) -> a,
					LinkedHashMap::new));
	}

	// those outside of the longest run that kept its order
	private static Set<UUID> moved(Set<UUID> before, Set<UUID> after) {
		List<UUID> kept = before.stream().filter(after::contains).toList();
		Map<UUID, Integer> places = new HashMap<>();
		after.forEach((key) -> places.put(key, places.size()));
		int[] length = new int[kept.size()];
		int[] previous = new int[kept.size()];
		int best = -1;
		for (int i = 0; i < kept.size(); i++) {
			length[i] = 1;
			previous[i] = -1;
			for (int j = 0; j < i; j++) {
				if (places.get(kept.get(j)) < places.get(kept.get(i)) && length[j] + 1 > length[i]) {
					length[i] = length[j] + 1;
					previous[i] = j;
				}
			}
			best = (best < 0 || length[i] > length[best]) ? i : best;
		}
		Set<UUID> moved = new HashSet<>(kept);
		for (int i = best; i >= 0; i = previous[i]) {
			moved.remove(kept.get(i));
		}
		return moved;
	}

	private static Difference difference(NumberedClause before, NumberedClause after, boolean moved,
			Map<String, String> values, Budget budget) {
		Clause old = (before == null) ? null : before.clause();
		Clause now = (after == null) ? null : after.clause();
		List<Piece> heading = pieces((old == null) ? "" : before.heading(), (now == null) ? "" : after.heading(),
				budget);
		List<Piece> body = pieces((old == null) ? "" : AgreementText.words(old.body(), values),
				(now == null) ? "" : AgreementText.words(now.body(), values), budget);
		boolean same = old != null && now != null && old.part() == now.part() && old.amends() == now.amends()
				&& isSame(heading) && isSame(body);
		What what = (old == null) ? What.ADDED : (now == null) ? What.REMOVED : same ? What.SAME : What.CHANGED;
		Clause shown = (now != null) ? now : old;
		return new Difference(shown.key(), shown.part(), what, moved, (before == null) ? null : before.number(),
				(after == null) ? null : after.number(), heading, body);
	}

	private static boolean isSame(List<Piece> pieces) {
		return pieces.stream().allMatch((piece) -> piece.sign() == Sign.SAME);
	}

	static List<Piece> pieces(String before, String after) {
		return pieces(before, after, new Budget());
	}

	private static List<Piece> pieces(String before, String after, Budget budget) {
		if (before.equals(after)) {
			return before.isEmpty() ? List.of() : List.of(new Piece(Sign.SAME, before));
		}
		if (before.isEmpty() || after.isEmpty()) {
			return before.isEmpty() ? List.of(new Piece(Sign.INSERTED, after))
					: List.of(new Piece(Sign.DELETED, before));
		}
		List<String> old = tokens(before, WORDS);
		List<String> now = tokens(after, WORDS);
		if (!budget.affords(old.size(), now.size())) {
			old = tokens(before, LINES);
			now = tokens(after, LINES);
			if (!budget.affords(old.size(), now.size())) {
				return List.of(new Piece(Sign.DELETED, before), new Piece(Sign.INSERTED, after));
			}
		}
		return pieces(old, now);
	}

	private static List<Piece> pieces(List<String> old, List<String> now) {
		Run run = new Run();
		int place = 0;
		for (var change : new MyersDiffWithLinearSpace<String>().computeDiff(old, now, null)) {
			run.same(String.join("", old.subList(place, change.startOriginal)));
			run.deleted.append(String.join("", old.subList(change.startOriginal, change.endOriginal)));
			run.inserted.append(String.join("", now.subList(change.startRevised, change.endRevised)));
			place = change.endOriginal;
		}
		run.same(String.join("", old.subList(place, old.size())));
		run.end();
		return List.copyOf(run.pieces);
	}

	/** Changed words with nothing but blanks between them are one change. */
	private static final class Run {

		private final List<Piece> pieces = new ArrayList<>();

		private final StringBuilder deleted = new StringBuilder();

		private final StringBuilder inserted = new StringBuilder();

		void same(String text) {
			boolean within = text.isBlank() && (!this.deleted.isEmpty() || !this.inserted.isEmpty());
			if (within) {
				this.deleted.append(text);
				this.inserted.append(text);
			}
			else if (!text.isEmpty()) {
				end();
				this.pieces.add(new Piece(Sign.SAME, text));
			}
		}

		void end() {
			put(Sign.DELETED, this.deleted);
			put(Sign.INSERTED, this.inserted);
		}

		private void put(Sign sign, StringBuilder text) {
			if (!text.isEmpty()) {
				this.pieces.add(new Piece(sign, text.toString()));
				text.setLength(0);
			}
		}

	}

	private static List<String> tokens(String text, Pattern pattern) {
		return pattern.matcher(text).results().map(MatchResult::group).toList();
	}

	/** Spent clause by clause; when it is used up, what is left is compared by lines. */
	private static final class Budget {

		private long left = AFFORDABLE;

		boolean affords(int old, int now) {
			long cost = (long) old * now;
			if (cost > this.left) {
				return false;
			}
			this.left -= cost;
			return true;
		}

	}

}
