package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.notifications.LetterTemplates;
import ru.sosedi.notifications.Notifications;
import ru.sosedi.shared.HomeZone;
import ru.sosedi.shared.PublicAddress;

/**
 * Reminds those who owe, and nobody else: seven days before a period ends with something
 * missing, and once when it has ended so. What is recorded and waits for the other side
 * is not missing here. Runs on every node: the row of a reminder makes it one.
 */
@Component
class LedgerReminders {

	static final int DAYS_BEFORE = 7;

	/** A period that ended earlier is not reminded of any more. */
	private static final int LATEST_DAYS = 31;

	private static final int BATCH = 200;

	private static final int MORNING = 8;

	private static final int EVENING = 20;

	private final LedgerRows rows;

	private final Agreements agreements;

	private final RightPeople people;

	private final LetterTemplates templates;

	private final Notifications notifications;

	private final PublicAddress portal;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final HomeZone zone;

	private final Clock clock;

	LedgerReminders(LedgerRows rows, Agreements agreements, RightPeople people, LetterTemplates templates,
			Notifications notifications, PublicAddress portal, JdbcClient jdbc, PlatformTransactionManager transactions,
			HomeZone zone, Clock clock) {
		this.rows = rows;
		this.agreements = agreements;
		this.people = people;
		this.templates = templates;
		this.notifications = notifications;
		this.portal = portal;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.zone = zone;
		this.clock = clock;
	}

	/** What a reminder is about. */
	enum Kind {

		SOON, OVERDUE;

		String letter() {
			return (this == SOON) ? "ledger/soon" : "ledger/overdue";
		}

	}

	@Scheduled(fixedDelayString = "PT30M", initialDelayString = "PT2M")
	void send() {
		int hour = this.clock.instant().atZone(this.zone.homeZone()).getHour();
		if (hour < MORNING || hour >= EVENING) {
			return;
		}
		LocalDate today = this.agreements.today();
		UUID last = null;
		List<Promised> batch;
		do {
			batch = this.rows.visible(Actor.portal(), LedgerFilter.ALL, today, last, BATCH);
			Map<UUID, Progress.Done> done = this.rows.done(batch, LedgerFilter.ALL);
			batch.stream()
				.filter((promised) -> !promised.archived())
				.forEach((promised) -> look(promised, done.getOrDefault(promised.id(), Progress.Done.NOTHING), today));
			last = batch.isEmpty() ? null : batch.getLast().id();
		}
		while (batch.size() == BATCH);
	}

	private void look(Promised promised, Progress.Done done, LocalDate today) {
		BigDecimal given = done.confirmed().add(done.unconfirmed());
		BigDecimal owed = BigDecimal.ZERO;
		Period ended = null;
		BigDecimal missingThen = BigDecimal.ZERO;
		for (Period period : promised.periods(today.plusDays(DAYS_BEFORE))) {
			owed = owed.add(period.amount());
			if (period.to() == null) {
				continue;
			}
			if (period.isOverOn(today)) {
				ended = period;
				missingThen = owed.subtract(given);
			}
			else if (!period.from().isAfter(today) && !period.to().isAfter(today.plusDays(DAYS_BEFORE))
					&& owed.compareTo(given) > 0) {
				remind(promised, period, Kind.SOON, owed.subtract(given));
			}
		}
		if (ended != null && missingThen.signum() > 0 && !ended.to().isBefore(today.minusDays(LATEST_DAYS))) {
			remind(promised, ended, Kind.OVERDUE, missingThen);
		}
	}

	private void remind(Promised promised, Period period, Kind kind, BigDecimal missing) {
		List<RightPeople.Person> debtors = this.people.of(List.of(promised.byParty()), false);
		if (!debtors.isEmpty()) {
			this.transaction.executeWithoutResult((_) -> {
				if (claim(promised.id(), period.to(), kind)) {
					debtors.forEach((person) -> write(person, promised, period, kind, missing));
				}
			});
		}
	}

	private boolean claim(UUID commitment, LocalDate end, Kind kind) {
		return this.jdbc
			.sql("""
					insert into ledger_reminder (commitment_id, period_end, kind, at) values (?, ?, ?, ?) on conflict do nothing
					""")
			.params(commitment, end, kind.name(), this.clock.instant().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	private void write(RightPeople.Person person, Promised promised, Period period, Kind kind, BigDecimal missing) {
		Map<String, Object> model = new HashMap<>();
		model.put("promised", promised);
		model.put("agreement", promised.title() + " № " + promised.number());
		model.put("until", period.to());
		model.put("missing", missing);
		model.put("link", this.portal
			.of("/desk/ledger/commitments/" + promised.id() + "?lang=" + person.language().getLanguage()));
		model.put("subjectArguments", new Object[] { promised.what() });
		this.notifications
			.send(this.templates.write(kind.letter(), person.email(), person.name(), person.language(), model));
	}

}
