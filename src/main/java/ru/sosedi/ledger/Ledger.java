package ru.sosedi.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.shared.NotFoundException;

/**
 * What was promised and what was done, as far as a person may see it: promises of
 * agreements that are or were in force.
 */
@Service
@Transactional(readOnly = true)
public class Ledger {

	/** Lines of a page. */
	public static final int PAGE = 30;

	/** The most lines of an export. */
	public static final int MOST_EXPORTED = 2000;

	private static final int BATCH = 200;

	// a state is computed, so a page may have to look at more lines than it shows
	private static final int MOST_BATCHES = 5;

	private final LedgerRows rows;

	private final Agreements agreements;

	Ledger(LedgerRows rows, Agreements agreements) {
		this.rows = rows;
		this.agreements = agreements;
	}

	/**
	 * A part of the list.
	 *
	 * @param next what the next part comes after; {@code null} when this is the last. A
	 * part may be short, even empty, and not be the last
	 */
	public record Page(List<LedgerLine> lines, UUID next) {

	}

	/**
	 * The newest agreements first, within one in the order of its text.
	 * @param after the last promise of the part before; may be {@code null}
	 */
	public Page list(Actor actor, LedgerFilter filter, UUID after) {
		return list(actor, filter, after, PAGE, MOST_BATCHES);
	}

	/** The same for an office program; at most {@link #MOST_EXPORTED} lines. */
	public List<LedgerLine> export(Actor actor, LedgerFilter filter) {
		return list(actor, filter, null, MOST_EXPORTED, MOST_EXPORTED / BATCH * 2).lines();
	}

	Page list(Actor actor, LedgerFilter filter, UUID after, int most, int mostBatches) {
		LocalDate today = this.agreements.today();
		List<LedgerLine> wanted = new ArrayList<>();
		UUID last = after;
		for (int batch = 0; batch < mostBatches; batch++) {
			List<Promised> promises = this.rows.visible(actor, filter, today, last, BATCH);
			for (LedgerLine line : lines(promises, filter, today)) {
				if (wanted.size() == most) {
					return numbered(wanted, last);
				}
				last = line.promised().id();
				if (shows(line, filter, today)) {
					wanted.add(line);
				}
			}
			if (promises.size() < BATCH) {
				return numbered(wanted, null);
			}
		}
		return numbered(wanted, last);
	}

	private static boolean shows(LedgerLine line, LedgerFilter filter, LocalDate today) {
		Progress progress = line.progress();
		boolean inPeriod = !filter.hasPeriod() || progress.done().signum() > 0 || progress.unconfirmed().signum() > 0
				|| progress.disputed().signum() > 0 || !periods(line.promised(), filter, today).isEmpty();
		return inPeriod && filter.wants(progress.state());
	}

	private List<LedgerLine> lines(List<Promised> promises, LedgerFilter filter, LocalDate today) {
		Map<UUID, Progress.Done> done = this.rows.done(promises, filter);
		return promises.stream()
			.map((promised) -> new LedgerLine(promised, "",
					Progress.of(periods(promised, filter, today), promised.isOpen() && filter.to() == null,
							done.getOrDefault(promised.id(), Progress.Done.NOTHING), today)))
			.toList();
	}

	/** What is owed; of a filter with a period, by its days. */
	static List<Period> periods(Promised promised, LedgerFilter filter, LocalDate today) {
		return promised.periods(today)
			.stream()
			.filter((period) -> !filter.hasPeriod() || (period.to() != null && filter.holds(period.to())))
			.toList();
	}

	private Page numbered(List<LedgerLine> lines, UUID next) {
		Map<UUID, Map<UUID, String>> numbers = this.rows.clauses(lines.stream().map(LedgerLine::promised).toList());
		return new Page(lines.stream()
			.map((line) -> new LedgerLine(line.promised(),
					numbers.getOrDefault(line.promised().agreementId(), Map.of())
						.getOrDefault(line.promised().clauseKey(), ""),
					line.progress()))
			.toList(), next);
	}

	/**
	 * One line.
	 * @throws NotFoundException when there is none that this person may see
	 */
	public LedgerLine get(Actor actor, UUID commitmentId) {
		LocalDate today = this.agreements.today();
		List<LedgerLine> found = lines(this.rows.withId(actor, commitmentId, today), LedgerFilter.ALL, today);
		return numbered(found, null).lines()
			.stream()
			.findFirst()
			.orElseThrow(() -> new NotFoundException("commitment " + commitmentId));
	}

	/** All lines of an agreement, in the order of its text. */
	public List<LedgerLine> ofAgreement(Actor actor, UUID agreementId) {
		return list(actor, new LedgerFilter(null, agreementId, null, null, null, null, null), null, BATCH, 1).lines();
	}

}
