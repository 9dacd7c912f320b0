package ru.sosedi.network;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.documents.TableFile;
import ru.sosedi.documents.TableFile.Line;
import ru.sosedi.documents.UnreadableTableException;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/**
 * Reads and writes uploaded files in the background, one at a time on a node, in chunks
 * of one transaction each. What a dead node left is taken up where its last chunk ended:
 * rows that were read are read anew, rows that were written are not written again.
 */
@Component
class ImportWorker {

	private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

	private static final int READ_AT_ONCE = 500;

	private static final int WRITE_AT_ONCE = 200;

	private static final Duration KEPT = Duration.ofDays(30);

	private final Semaphore free = new Semaphore(1);

	private final ImportLease leases;

	private final ImportStore store;

	private final ImportWords words;

	private final Map<ImportKind, ImportPlan> plans;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ImportWorker(ImportLease leases, ImportStore store, ImportWords words, List<ImportPlan> plans,
			PlatformTransactionManager transactions, Clock clock) {
		this.leases = leases;
		this.store = store;
		this.words = words;
		this.plans = plans.stream().collect(Collectors.toMap(ImportPlan::kind, Function.identity()));
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** There is something to do. */
	record Wanted() {
	}

	@TransactionalEventListener
	void on(Wanted wanted) {
		Thread.ofVirtual().name("import").start(this::workOff);
	}

	/** Takes up what other nodes left. */
	@Scheduled(fixedDelayString = "PT10S")
	void workOff() {
		if (!this.free.tryAcquire()) {
			return;
		}
		try {
			for (Optional<ImportLease.Job> job = next(); job.isPresent(); job = next()) {
				work(job.get());
			}
		}
		finally {
			this.free.release();
		}
	}

	@Scheduled(fixedDelayString = "PT6H")
	void forget() {
		this.transaction.executeWithoutResult((_) -> this.store.removeBefore(this.clock.instant().minus(KEPT)));
	}

	private Optional<ImportLease.Job> next() {
		return this.transaction.execute((_) -> this.leases.take());
	}

	private void work(ImportLease.Job job) {
		try {
			if (job.attempts() > ImportLease.MOST_ATTEMPTS) {
				finish(job, ImportState.FAILED, ImportProblem.of(null, "file.interrupted"));
			}
			else if (job.state() == ImportState.READING) {
				read(job);
			}
			else {
				write(job);
			}
		}
		catch (UnreadableTableException ex) {
			finish(job, ImportState.FAILED, ImportProblem.of(null, ex.messageKey(), ex.arguments()));
		}
		catch (ImportUnclearException ex) {
			finish(job, ImportState.FAILED, ex.at(null));
		}
		catch (RuntimeException ex) {
			// The lease runs out, and whoever is first takes the draft up again.
			log.error("Import {} broke off and will be taken up again", job.id(), ex);
		}
	}

	private void read(ImportLease.Job job) {
		ImportPlan plan = this.plans.get(job.kind());
		ImportTable table = ImportTable.of(job.kind(), TableFile.lines(this.leases.content(job)), this.words);
		this.transaction.executeWithoutResult((_) -> {
			this.store.clearRows(job.id());
			this.leases.opened(job, table);
		});
		Map<String, Integer> seen = new HashMap<>();
		for (int from = 0; from < table.rows().size(); from += READ_AT_ONCE) {
			List<Line> chunk = table.rows().subList(from, Math.min(from + READ_AT_ONCE, table.rows().size()));
			this.transaction.executeWithoutResult((_) -> {
				List<ImportRow> rows = chunk.stream().map((line) -> plan.read(table, line)).toList();
				this.store.addRows(job.id(), plan.judge(job.systemId(), rows, seen));
				this.leases.advance(job, rows.size());
			});
		}
		finish(job, ImportState.READY, null);
	}

	private void write(ImportLease.Job job) {
		List<ImportRow> rows = this.store.waiting(job.id(), WRITE_AT_ONCE);
		while (!rows.isEmpty()) {
			List<ImportRow> chunk = rows;
			try {
				this.transaction.executeWithoutResult((_) -> write(job, chunk));
			}
			catch (RefusedException | StaleEditException | NotFoundException | DataIntegrityViolationException
					| OptimisticLockingFailureException ex) {
				chunk.forEach((row) -> writeAlone(job, row));
			}
			rows = this.store.waiting(job.id(), WRITE_AT_ONCE);
		}
		finish(job, ImportState.DONE, null);
	}

	/** A row that spoils its chunk must not take the others with it. */
	private void writeAlone(ImportLease.Job job, ImportRow row) {
		try {
			this.transaction.executeWithoutResult((_) -> write(job, List.of(row)));
		}
		catch (RefusedException ex) {
			refuse(job, row, ImportProblem.of(null, ex));
		}
		catch (StaleEditException | NotFoundException | OptimisticLockingFailureException ex) {
			refuse(job, row, ImportProblem.of(null, "changed-since"));
		}
		catch (DataIntegrityViolationException ex) {
			log.warn("Import {} cannot write row {}", job.id(), row.number(), ex);
			refuse(job, row, ImportProblem.of(null, "failed"));
		}
	}

	private void refuse(ImportLease.Job job, ImportRow row, ImportProblem problem) {
		this.transaction.executeWithoutResult((_) -> {
			this.store.settle(job.id(), row.refused(problem));
			this.leases.advance(job, 1);
		});
	}

	/** Each row is compared again: what changed since the preview is not overwritten. */
	private void write(ImportLease.Job job, List<ImportRow> previewed) {
		ImportPlan plan = this.plans.get(job.kind());
		this.leases.advance(job, previewed.size());
		List<ImportRow> now = plan.judge(job.systemId(), previewed, new HashMap<>());
		for (int at = 0; at < now.size(); at++) {
			ImportRow row = now.get(at);
			if (row.verdict() != ImportVerdict.SAME && !row.doesAs(previewed.get(at))) {
				row = previewed.get(at).refused(ImportProblem.of(null, "changed-since"));
			}
			else if (row.verdict() != ImportVerdict.SAME) {
				plan.write(job.actor(), job.systemId(), row);
			}
			this.store.settle(job.id(), row);
		}
	}

	private void finish(ImportLease.Job job, ImportState state, ImportProblem problem) {
		this.transaction.executeWithoutResult((_) -> this.leases.finish(job, state, problem));
	}

}
