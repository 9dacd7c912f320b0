package ru.sosedi.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.notifications.LetterTemplates;
import ru.sosedi.notifications.Notifications;
import ru.sosedi.shared.PublicAddress;

/**
 * Tells the coordinators and the sides 90, 30, 7 and 0 days before an agreement in force
 * ends, each once; when the job was down only the nearest of those that are due is sent.
 * After the last day there is silence; the mark on the desk stays. Runs on every node:
 * the row of a letter makes it one.
 */
@Component
class RenewalLetters {

	private static final List<Integer> DAYS_BEFORE = List.of(0, 7, 30, 90);

	private static final int AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final Agreements agreements;

	private final RightPeople people;

	private final LetterTemplates templates;

	private final Notifications notifications;

	private final PublicAddress portal;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RenewalLetters(JdbcClient jdbc, Agreements agreements, RightPeople people, LetterTemplates templates,
			Notifications notifications, PublicAddress portal, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.agreements = agreements;
		this.people = people;
		this.templates = templates;
		this.notifications = notifications;
		this.portal = portal;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	private record Ending(UUID id, String name, LocalDate first, LocalDate lastDay, boolean movesByItself,
			List<UUID> sides) {

	}

	@Scheduled(fixedDelayString = "PT30M", initialDelayString = "PT3M")
	void send() {
		LocalDate today = this.agreements.today();
		for (Ending ending : endings(today)) {
			int left = (int) ChronoUnit.DAYS.between(today, ending.lastDay());
			IntStream.range(0, DAYS_BEFORE.size())
				.map(DAYS_BEFORE::get)
				.filter((days) -> days >= left)
				.limit(1)
				.filter((days) -> !ending.lastDay().minusDays(days).isBefore(ending.first()))
				.forEach((days) -> this.transaction.executeWithoutResult((_) -> {
					if (claim(ending, days)) {
						this.people.of(ending.sides(), true).forEach((person) -> write(person, ending, left));
					}
				}));
		}
	}

	/** Those whose nearest letter has not been sent. */
	private List<Ending> endings(LocalDate today) {
		return this.jdbc
			.sql("""
					select a.id, a.title || ' № ' || a.number as name, s.in_force_from, s.last_day,
						a.prolongation = 'AUTOMATIC' and not exists (select from prolongation_refusal r
							where r.agreement_id = a.id and r.ends_on = s.last_day) as moves_by_itself,
						array(select p.party_id from agreement_party p where p.agreement_id = a.id) as sides
					from agreement a join agreement_standing s on s.id = a.id
					where s.in_force_from <= :today and s.last_day between :today and :horizon
					and s.terminated_last_day is null and s.archived_at is null
					and a.kind in ('FRAMEWORK', 'PARTNERSHIP', 'VOLUNTEERS')
					and not exists (select from renewal_letter l where l.agreement_id = a.id and l.last_day = s.last_day
						and l.days_before = (select min(d) from unnest(array[0, 7, 30, 90]) d where d >= s.last_day - cast(:today as date)))
					order by s.last_day, a.id limit :most
					""")
			.param("today", today)
			.param("horizon", today.plusDays(DAYS_BEFORE.getLast()))
			.param("most", AT_ONCE)
			.query((row, _) -> new Ending(row.getObject("id", UUID.class), row.getString("name"),
					row.getObject("in_force_from", LocalDate.class), row.getObject("last_day", LocalDate.class),
					row.getBoolean("moves_by_itself"), List.of((UUID[]) row.getArray("sides").getArray())))
			.list();
	}

	private boolean claim(Ending ending, int days) {
		return this.jdbc
			.sql("""
					insert into renewal_letter (agreement_id, last_day, days_before, at) values (?, ?, ?, ?) on conflict do nothing
					""")
			.params(ending.id(), ending.lastDay(), days, this.clock.instant().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	private void write(RightPeople.Person person, Ending ending, int left) {
		Map<String, Object> model = new HashMap<>();
		model.put("agreement", ending.name());
		model.put("lastDay", ending.lastDay());
		model.put("left", left);
		model.put("moves", ending.movesByItself());
		model.put("link",
				this.portal.of("/desk/agreements/" + ending.id() + "?lang=" + person.language().getLanguage()));
		model.put("subjectArguments", new Object[] { ending.name() });
		this.notifications
			.send(this.templates.write("ledger/ending", person.email(), person.name(), person.language(), model));
	}

}
