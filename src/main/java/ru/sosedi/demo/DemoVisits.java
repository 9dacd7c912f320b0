package ru.sosedi.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.attendance.CloseOut;
import ru.sosedi.attendance.CloseOutDetails;
import ru.sosedi.attendance.CloseOuts;
import ru.sosedi.programme.Admission;
import ru.sosedi.programme.FeedEntry;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.programme.ProgrammeFeed;
import ru.sosedi.programme.ProgrammeFilter;
import ru.sosedi.registrations.ConsentPurpose;
import ru.sosedi.registrations.SeatAllocation;
import ru.sosedi.registrations.SignUp;
import ru.sosedi.registrations.SignedUp;
import ru.sosedi.registrations.Signer;
import ru.sosedi.shared.PhoneNumber;

/**
 * People of the invented city who sign up and come. They have first names and numbers
 * that nobody has; no letter leaves for them.
 */
@Component
@Conditional(DemoWanted.class)
class DemoVisits {

	private static final Duration AHEAD = Duration.ofDays(14);

	private static final Duration LEFT_OPEN = Duration.ofDays(2);

	private static final int MOST_DATES = 16;

	private static final int LARGEST_GROUP = 3;

	private final ProgrammeFeed programme;

	private final OccurrenceDirectory occurrences;

	private final SeatAllocation seats;

	private final CloseOuts closeOuts;

	private final MessageSource messages;

	private final Clock clock;

	// the same city at each start
	private final Random random = new Random(1);

	private int numbers;

	DemoVisits(ProgrammeFeed programme, OccurrenceDirectory occurrences, SeatAllocation seats, CloseOuts closeOuts,
			MessageSource messages, Clock clock) {
		this.programme = programme;
		this.occurrences = occurrences;
		this.seats = seats;
		this.closeOuts = closeOuts;
		this.messages = messages;
		this.clock = clock;
	}

	void fill(Actor actor) {
		Instant now = this.clock.instant();
		List<OccurrenceFacts> dates = this.occurrences
			.find(this.programme.calendar(ProgrammeFilter.ALL).stream().map(FeedEntry::occurrenceId).toList());
		List<String> names = List.of(this.messages.getMessage("demo.names", null, Locale.of("ru")).split(",\\s*"));
		dates.stream()
			.filter((date) -> date.admission() == Admission.SIGN_UP && !date.isCancelled() && !date.hasBegun(now)
					&& date.startsAt().toInstant().isBefore(now.plus(AHEAD)))
			.limit(MOST_DATES)
			.forEach((date) -> signUp(actor, date, names));
		dates.stream()
			.filter((date) -> !date.isCancelled() && date.isOver(now.minus(LEFT_OPEN)))
			.forEach((date) -> close(actor, date));
	}

	/** Some dates fill up, and then a few people wait. */
	private void signUp(Actor actor, OccurrenceFacts date, List<String> names) {
		int capacity = (date.capacity() == null) ? 12 : date.capacity();
		int wanted = (this.random.nextInt(4) == 0) ? capacity + 4 : this.random.nextInt(capacity);
		for (int taken = 0; taken < wanted;) {
			int group = 1 + this.random.nextInt(LARGEST_GROUP);
			SignUp person = new SignUp(List.of(date.id()), group, names.get(this.random.nextInt(names.size())), null,
					new PhoneNumber("+7000%07d".formatted(++this.numbers)), Locale.of("ru"), List.of(), Map.of(),
					Set.of(ConsentPurpose.SIGN_UP));
			if (this.seats.signUp(person, null, Signer.desk(actor)) instanceof SignedUp.Refused) {
				this.seats.await(person, Signer.desk(actor));
			}
			taken += group;
		}
	}

	private void close(Actor actor, OccurrenceFacts date) {
		int room = (date.capacity() == null) ? 12 : date.capacity();
		CloseOutDetails details = new CloseOutDetails(some(room / 3), some(room / 4), some(room / 4),
				1 + some(room / 4), 0, null,
				(this.random.nextInt(3) == 0) ? CloseOut.Source.COUNT : CloseOut.Source.CHECK_IN, null);
		this.closeOuts.close(actor, date.id(), details, false, List.of(), null);
	}

	private int some(int most) {
		return this.random.nextInt(Math.max(1, most) + 1);
	}

}
