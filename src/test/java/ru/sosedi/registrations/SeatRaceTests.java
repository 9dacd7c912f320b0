package ru.sosedi.registrations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.Portal;
import ru.sosedi.TestDatabase;
import ru.sosedi.accounts.Actor;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Five hundred people at once for twenty seats, in groups of one to four, on two nodes of
 * the portal that share one database. The database itself writes down whatever must not
 * happen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeatRaceTests {

	private static final int PEOPLE = 500;

	private static final int SEATS = 20;

	/** Written down by the database, at the moment of the fault. */
	private static final String WATCH = """
			create table fault (what text not null);
			create function watch_seats() returns trigger language plpgsql as $$
			begin
				if new.capacity is not null and new.taken > new.capacity then
					insert into fault values ('oversold: ' || new.taken);
				end if;
				return null;
			end $$;
			create trigger watch_seats after update on seats for each row execute function watch_seats();
			create function watch_line() returns trigger language plpgsql as $$
			declare free int;
			begin
				if new.state = 'OFFERED' and old.state = 'WAITING' and new.reason is null then
					select capacity - taken into free from seats where occurrence_id = new.occurrence_id;
					insert into fault
					select 'passed over: ' || r.queue_number || ' (' || r.seats || ') by ' || new.queue_number
					from registration r
					where r.occurrence_id = new.occurrence_id and r.state = 'WAITING' and r.queue_number < new.queue_number
					and r.seats <= free limit 1;
				end if;
				if new.seats <> old.seats then
					insert into fault values ('split: ' || old.seats || ' became ' || new.seats);
				end if;
				return new;
			end $$;
			create trigger watch_line before update on registration for each row execute function watch_line();
			""";

	private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

	private JdbcClient jdbc;

	@BeforeAll
	void startTwoNodes() {
		JdbcConnectionDetails database = TestDatabase.create();
		for (int node = 0; node < 2; node++) {
			this.nodes
				.add(new SpringApplicationBuilder(Portal.class).run("--spring.datasource.url=" + database.getJdbcUrl(),
						"--spring.datasource.username=" + database.getUsername(),
						"--spring.datasource.password=" + database.getPassword(), "--server.port=0",
						// five hundred at once wait for their turn; in life they come
						// within seconds
						"--spring.datasource.hikari.connection-timeout=60000", "--portal.demo=false",
						"--spring.main.banner-mode=off",
						// the tests' own components that need a servlet mock stay out
						"--spring.main.lazy-initialization=true"));
		}
		this.jdbc = bean(0, JdbcClient.class);
		this.jdbc.sql(WATCH).update();
	}

	@AfterAll
	void stop() {
		this.nodes.forEach(ConfigurableApplicationContext::close);
	}

	@RepeatedTest(3)
	void twentySeatsAreSoldAndNoGroupIsSplitOrPassedOver() throws Exception {
		UUID date = date(SEATS);
		Random random = new Random(date.getLeastSignificantBits());
		List<Callable<Void>> people = new ArrayList<>();
		for (int i = 0; i < PEOPLE; i++) {
			long seed = random.nextLong();
			String name = "p" + i + "-" + date;
			people.add(() -> comeAndGo(new Random(seed), name, date));
		}
		AtomicBoolean over = new AtomicBoolean();
		Future<Void> librarian;
		try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
			librarian = all.submit(() -> promoteNowAndThen(date, over, new Random(random.nextLong())));
			try {
				atOnce(all, people);
			}
			finally {
				over.set(true);
			}
			librarian.get(1, TimeUnit.MINUTES);
		}
		settle(date);
		assertThat(faults()).isEmpty();
		assertThat(count(date, "state = 'CONFIRMED'", "sum(seats)")).as("sold").isEqualTo(SEATS);
		assertThat(this.jdbc.sql("select taken from seats where occurrence_id = ?")
			.param(date)
			.query(Integer.class)
			.single()).isEqualTo(SEATS);
		assertThat(this.jdbc.sql("""
				select recipient || ' ' || kind from outbox_message where recipient like :those
				group by recipient, kind having count(*) > 1""")
			.param("those", "%-" + date + "@%")
			.query(String.class)
			.list()).as("letters that somebody got twice").isEmpty();
		assertThat(count(date,
				"state = 'CONFIRMED' and not exists (select from outbox_message m "
						+ "where m.about = registration.id and m.kind = 'registrations.confirmed')",
				"count(*)"))
			.as("confirmed without a letter")
			.isZero();
		assertThat(count(date,
				"queue_number is not null and not exists (select from outbox_message m "
						+ "where m.about = registration.id and m.kind = 'registrations.waiting')",
				"count(*)"))
			.as("waiting without a letter")
			.isZero();
	}

	/** Without the lock the same race sells more than there is: the test can fail. */
	@Test
	void withoutTheLockTheSameRaceOversells() throws Exception {
		UUID date = date(SEATS);
		List<Callable<Void>> people = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			int node = i % 2;
			people.add(() -> {
				JdbcClient own = bean(node, JdbcClient.class);
				int taken = own.sql("select coalesce(sum(seats), 0) from registration where occurrence_id = ?")
					.param(date)
					.query(Integer.class)
					.single();
				if (taken + 1 <= SEATS) {
					UUID id = UUID.randomUUID();
					own.sql("""
							insert into registration (id, booking_id, occurrence_id, state, seats, language, source, name, email,
								created_at, changed_at)
							values (:id, :id, :date, 'CONFIRMED', 1, 'ru', 'SELF', 'x', cast(:id as text), now(), now())""")
						.param("id", id)
						.param("date", date)
						.update();
				}
				return null;
			});
		}
		try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
			atOnce(all, people);
		}
		assertThat(count(date, "state = 'CONFIRMED'", "sum(seats)")).isGreaterThan(SEATS);
		assertThat(faults()).isNotEmpty();
		this.jdbc.sql("delete from fault").update();
	}

	@Test
	void thirtyTriesOfOnePersonAtOnceAreOneSignUp() throws Exception {
		UUID date = date(SEATS);
		List<Callable<Void>> tries = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			int node = i % 2;
			tries.add(() -> {
				bean(node, SeatAllocation.class).signUp(RegistrationsWorld.person(date, "one-" + date, 2), null,
						Signer.person("192.0.2.1"));
				return null;
			});
		}
		try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
			atOnce(all, tries);
		}
		assertThat(count(date, "true", "count(*)")).isEqualTo(1);
		assertThat(count(date, "true", "sum(seats)")).isEqualTo(2);
	}

	private Void comeAndGo(Random random, String name, UUID date) {
		SeatAllocation seats = bean(random, SeatAllocation.class);
		SignUp person = RegistrationsWorld.person(date, name, 1 + random.nextInt(4));
		SeatHold hold = random.nextBoolean() ? seats.hold(date, person.seats()) : null;
		SignedUp outcome = seats.signUp(person, (hold != null) ? hold.id() : null, Signer.person("192.0.2.1"));
		if (outcome instanceof SignedUp.Refused) {
			outcome = seats.await(person, Signer.person("192.0.2.1"));
		}
		if (outcome instanceof SignedUp.Done done) {
			BookingService bookings = bean(random, BookingService.class);
			if (done.state() == RegistrationState.UNCONFIRMED) {
				bookings.confirm(done.bookingId());
			}
			if (random.nextInt(3) == 0) {
				bookings.cancelAll(done.bookingId());
			}
		}
		return null;
	}

	private Void promoteNowAndThen(UUID date, AtomicBoolean over, Random random) throws InterruptedException {
		while (!over.get()) {
			List<UUID> waiting = this.jdbc.sql(
					"select id from registration where occurrence_id = ? and state = 'WAITING' order by random() limit 1")
				.param(date)
				.query(UUID.class)
				.list();
			for (UUID id : waiting) {
				try {
					bean(random, RegistrationDesk.class).promote(Actor.portal(), id, "Ведёт группу");
				}
				catch (RefusedException taken) {
					// somebody else was quicker, or there is no room: nothing has changed
				}
			}
			TimeUnit.MILLISECONDS.sleep(20);
		}
		return null;
	}

	/** Everybody who was offered a seat says yes or no, until nothing is free. */
	private void settle(UUID date) {
		Random random = new Random(1);
		for (int round = 0; round < 200; round++) {
			List<UUID> offered = this.jdbc
				.sql("select booking_id from registration where occurrence_id = ? and state = 'OFFERED' order by id")
				.param(date)
				.query(UUID.class)
				.list();
			if (offered.isEmpty()) {
				return;
			}
			for (UUID booking : offered) {
				if (random.nextInt(3) > 0) {
					bean(random, BookingService.class).confirm(booking);
				}
				else {
					bean(random, BookingService.class).cancelAll(booking);
				}
			}
		}
	}

	private static void atOnce(ExecutorService threads, List<Callable<Void>> all) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Future<Void>> running = new ArrayList<>();
		List<Callable<Void>> shuffled = new ArrayList<>(all);
		Collections.shuffle(shuffled);
		for (Callable<Void> one : shuffled) {
			running.add(threads.submit(() -> {
				start.await();
				return one.call();
			}));
		}
		start.countDown();
		for (Future<Void> one : running) {
			one.get(2, TimeUnit.MINUTES);
		}
	}

	private UUID date(int capacity) {
		RegistrationsWorld world = bean(0, RegistrationsWorld.class);
		LocalDate day = LocalDate.now(bean(0, Clock.class)).plusDays(30);
		return world.dateOf(world.event(bean(0, NetworkWorld.class).zarechenskCentre(), "Мест " + capacity,
				new OccurrenceDetails(day, LocalTime.of(14, 0), LocalTime.of(16, 0), null, null, capacity)));
	}

	private int count(UUID date, String condition, String what) {
		return this.jdbc
			.sql("select coalesce(" + what + ", 0) from registration where occurrence_id = ? and " + condition)
			.param(date)
			.query(Integer.class)
			.single();
	}

	private List<String> faults() {
		return this.jdbc.sql("select what from fault").query(String.class).list();
	}

	private <T> T bean(Random random, Class<T> type) {
		return bean(random.nextInt(2), type);
	}

	private <T> T bean(int node, Class<T> type) {
		return this.nodes.get(node).getBean(type);
	}

}
