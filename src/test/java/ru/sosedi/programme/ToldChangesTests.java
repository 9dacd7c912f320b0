package ru.sosedi.programme;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.ProgrammeWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ru.sosedi.world.ProgrammeWorld.SATURDAY;
import static ru.sosedi.world.ProgrammeWorld.details;
import static ru.sosedi.world.ProgrammeWorld.on;

/** What the programme tells the modules above, asks them, and answers them. */
@PortalTest
class ToldChangesTests {

	private static final Actor PORTAL = Actor.portal();

	@Autowired
	private EventService events;

	@Autowired
	private OccurrenceService occurrences;

	@Autowired
	private SeriesService series;

	@Autowired
	private Publication publication;

	@Autowired
	private OccurrenceDirectory directory;

	@Autowired
	private HeardChanges heard;

	@Autowired
	private NetworkWorld network;

	@Autowired
	private ProgrammeWorld programme;

	@Autowired
	private RegistrationsWorld registrations;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private SqlStatements sqlStatements;

	@Test
	void everyWriteTellsOfTheEventOnceItsRowsAreThere() {
		Event event = this.programme.draft(centre(), "Told");
		UUID id = event.id();
		assertThat(changed(() -> this.occurrences.add(PORTAL, id, on(SATURDAY))))
			.isEqualTo("Told DRAFT 28.11 14:00 SCHEDULED");
		assertThat(changed(() -> this.series.plan(PORTAL, id, weekly(2, 14, 20))))
			.isEqualTo("Told DRAFT 28.11 14:00 SCHEDULED; 05.12 14:00 SCHEDULED");
		UUID last = this.programme.occurrencesOf(event).getLast().id();
		assertThat(changed(() -> this.occurrences.remove(PORTAL, last))).isEqualTo("Told DRAFT 28.11 14:00 SCHEDULED");
		assertThat(changed(() -> this.events.change(PORTAL, id, version(event), details("Again"))))
			.isEqualTo("Again DRAFT 28.11 14:00 SCHEDULED");
		assertThat(changed(() -> this.publication.publish(PORTAL, id)))
			.isEqualTo("Again PUBLISHED 28.11 14:00 SCHEDULED listed");
		assertThat(changed(() -> this.publication.withdraw(PORTAL, id))).isEqualTo("Again DRAFT 28.11 14:00 SCHEDULED");
		this.publication.publish(PORTAL, id);
		assertThat(changed(() -> move(event, SATURDAY, 16, null, 20)))
			.isEqualTo("Again PUBLISHED 28.11 16:00 SCHEDULED listed");
		this.occurrences.add(PORTAL, id, on(SATURDAY.plusDays(1)));
		assertThat(changed(
				() -> this.occurrences.cancel(PORTAL, this.programme.occurrencesOf(event).getFirst().id(), "x")))
			.isEqualTo("Again PUBLISHED 28.11 16:00 CANCELLED listed; 29.11 14:00 SCHEDULED listed");
		assertThat(changed(() -> this.publication.cancel(PORTAL, id, "x")))
			.isEqualTo("Again CANCELLED 28.11 16:00 CANCELLED listed; 29.11 14:00 CANCELLED listed");
	}

	@Test
	void aDateThatMovedIsToldWithWhereItWas() {
		Event event = this.programme.published(centre(), "Moves");
		Occurrence before = this.programme.occurrencesOf(event).getFirst();
		assertThat(moved(() -> move(event, SATURDAY, 14, null, 30))).as("more seats").isEmpty();
		assertThat(moved(() -> move(event, SATURDAY, 16, null, 30)))
			.containsExactly(new Occurrence.Moved(before.id(), before.startsAt(), before.endsAt(), before.where()));
		assertThat(moved(() -> move(event, SATURDAY, 16, "во дворе", 30))).hasSize(1);
		assertThat(moved(() -> move(event, SATURDAY, 16, "во дворе", 30))).isEmpty();
		assertThat(moved(() -> this.events.change(PORTAL, event.id(), version(event), details("Renamed")))).isEmpty();
	}

	@Test
	void ofWhatResidentsDoNotSeeOrHasBegunNobodyIsTold() {
		Event draft = this.programme.draft(centre(), "Unseen");
		this.occurrences.add(PORTAL, draft.id(), on(SATURDAY));
		assertThat(moved(() -> move(draft, SATURDAY, 16, null, 20))).isEmpty();
		// the test clock stands at 09:00 of 20 November in Yekaterinburg
		OccurrenceDetails running = new OccurrenceDetails(LocalDate.of(2026, 11, 20), LocalTime.of(8, 0),
				LocalTime.of(20, 0), null, null, 20);
		Event begun = this.programme.published(centre(), details("Begun"), running, on(SATURDAY));
		assertThat(moved(() -> {
			Occurrence date = this.programme.occurrencesOf(begun).getFirst();
			this.occurrences.change(PORTAL, date.id(), date.version(),
					new OccurrenceDetails(running.day(), running.starts(), LocalTime.of(21, 0), null, null, 20));
		})).isEmpty();
	}

	@Test
	void aNewRuleTellsOfTheDatesThatItMoved() {
		Event event = series(3, 20);
		List<UUID> dates = ids(event);
		assertThat(moved(() -> this.series.plan(PORTAL, event.id(), weekly(4, 14, 20)))).as("one more").isEmpty();
		assertThat(moved(() -> this.series.plan(PORTAL, event.id(), weekly(3, 17, 20))))
			.extracting(Occurrence.Moved::occurrenceId)
			.containsExactlyElementsOf(dates);
	}

	@Test
	void everyCancelledDateIsToldWithItsReason() {
		Event event = series(3, 20);
		List<UUID> dates = ids(event);
		assertThat(cancelled(() -> this.occurrences.cancel(PORTAL, dates.get(1), "Санитарный день")))
			.containsExactly(new Occurrence.Cancelled(dates.get(1), "Санитарный день"));
		assertThat(cancelled(() -> this.publication.cancel(PORTAL, event.id(), "Ремонт"))).containsExactly(
				new Occurrence.Cancelled(dates.get(0), "Ремонт"), new Occurrence.Cancelled(dates.get(2), "Ремонт"));
	}

	@Test
	void datesThatPeopleSignedUpForStayAndSoDoesTheEvent() {
		Event event = series(3, 20);
		List<UUID> dates = ids(event);
		this.registrations.confirmed(dates.get(2), "anna", 2);
		assertRefused(() -> this.series.plan(PORTAL, event.id(), weekly(2, 14, 20)), "programme.occurrence.claimed");
		assertThat(ids(event)).isEqualTo(dates);
		assertRefused(() -> this.publication.withdraw(PORTAL, event.id()), "programme.event.withdrawal.claimed");
		assertThat(this.programme.occurrencesOf(event)).allMatch(Occurrence::isListed);
		assertThat(this.publication.withdrawalRefusal(this.events.forReading(PORTAL, event.id())))
			.isEqualTo("programme.event.withdrawal.claimed");
		this.series.plan(PORTAL, event.id(), weekly(4, 14, 20));
		assertThat(ids(event)).hasSize(4).startsWith(dates.toArray(UUID[]::new));
	}

	@Test
	void anUnconfirmedSignUpCountsToo() {
		Event event = this.registrations.event(centre(), "Counted", 2);
		UUID date = this.registrations.dateOf(event);
		this.registrations.unconfirmed(date, "boris", 2);
		assertRefused(() -> this.publication.withdraw(PORTAL, event.id()), "programme.event.withdrawal.claimed");
		Event free = this.registrations.event(centre(), "Free", 2);
		this.publication.withdraw(PORTAL, free.id());
		assertThat(this.programme.occurrencesOf(free)).noneMatch(Occurrence::isListed);
	}

	@Test
	void thereAreNeverFewerSeatsThanPeople() {
		Event event = series(2, 20);
		UUID first = ids(event).getFirst();
		this.registrations.confirmed(first, "vera", 3);
		assertRefused(() -> move(event, SATURDAY, 14, null, 2), "registrations.capacity.taken");
		assertRefused(() -> this.series.plan(PORTAL, event.id(), weekly(2, 14, 2)), "registrations.capacity.taken");
		assertThat(this.programme.occurrencesOf(event)).extracting(Occurrence::capacity).containsOnly(20);
		this.series.plan(PORTAL, event.id(), weekly(2, 14, 3));
		assertThat(this.programme.occurrencesOf(event)).extracting(Occurrence::capacity).containsOnly(3);
	}

	@Test
	void theDirectoryAnswersEachByTheirRole() {
		NeighbourhoodCentre own = centre();
		Event event = this.registrations.event(own, "Directory", 7);
		UUID date = this.registrations.dateOf(event);
		Actor librarian = this.accounts.librarian(own.library().id());
		for (Actor actor : List.of(librarian, this.accounts.administrator())) {
			assertThat(this.directory.forStaff(actor, date).capacity()).isEqualTo(7);
			assertThat(this.directory.forReading(actor, date).id()).isEqualTo(date);
		}
		Actor methodologist = this.accounts.methodologist();
		assertThat(this.directory.forReading(methodologist, date).title()).isEqualTo("Directory");
		Actor stranger = this.accounts.librarian(this.network.openCentre("Strangers").library().id());
		for (ThrowingCallable act : List.<ThrowingCallable>of(() -> this.directory.forStaff(methodologist, date),
				() -> this.directory.forStaff(stranger, date), () -> this.directory.forReading(stranger, date),
				() -> this.directory.forStaff(this.accounts.coordinator(), date),
				() -> this.directory.forReading(this.accounts.ngoLeader(Ids.next()), date),
				() -> this.directory.forStaff(this.accounts.administrator(), UUID.randomUUID()))) {
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(act);
		}
	}

	@Test
	void theDirectorySaysAllOfADateInOneStatement() {
		Event event = this.programme.published(centre(), details("Facts"), on(SATURDAY), new OccurrenceDetails(
				SATURDAY.plusDays(1), LocalTime.of(10, 0), LocalTime.of(11, 0), null, "Сквер", null));
		List<UUID> dates = ids(event);
		this.occurrences.cancel(PORTAL, dates.getFirst(), "Санитарный день");
		assertThat(this.sqlStatements.during(() -> this.directory.find(dates))).hasSize(1);
		List<OccurrenceFacts> facts = this.directory.find(dates.reversed());
		assertThat(facts).extracting(OccurrenceFacts::id).isEqualTo(dates);
		assertThat(facts).isEqualTo(this.directory.ofEvent(event.id()));
		assertThat(facts.getFirst().cancellation()).isEqualTo("Санитарный день");
		OccurrenceFacts second = facts.getLast();
		assertThat(second.isCancelled()).isFalse();
		assertThat(second.place()).isEqualTo("Сквер");
		assertThat(second.capacity()).isNull();
		assertThat(second.audiences()).containsExactlyInAnyOrder(Audience.CHILDREN, Audience.FAMILIES);
		assertThat(second.startsAt().toLocalTime()).isEqualTo(LocalTime.of(10, 0));
		assertThat(second.page()).startsWith("/events/" + event.id() + "/").endsWith("?on=2026-11-29");
	}

	private String changed(Runnable act) {
		List<HeardChanges.Heard> all = this.heard.during(act)
			.stream()
			.filter((one) -> one.change() instanceof Event.Changed)
			.toList();
		assertThat(all).hasSize(1);
		return all.getFirst().rows();
	}

	private List<Occurrence.Moved> moved(Runnable act) {
		return told(act, Occurrence.Moved.class);
	}

	private List<Occurrence.Cancelled> cancelled(Runnable act) {
		return told(act, Occurrence.Cancelled.class);
	}

	private <T> List<T> told(Runnable act, Class<T> type) {
		return this.heard.during(act)
			.stream()
			.map(HeardChanges.Heard::change)
			.filter(type::isInstance)
			.map(type::cast)
			.toList();
	}

	private void move(Event event, LocalDate day, int hour, String place, Integer capacity) {
		Occurrence date = this.programme.occurrencesOf(event).getFirst();
		this.occurrences.change(PORTAL, date.id(), date.version(),
				new OccurrenceDetails(day, LocalTime.of(hour, 0), LocalTime.of(hour + 1, 30), null, place, capacity));
	}

	private Event series(int count, int capacity) {
		Event event = this.programme.draft(centre(), RegistrationsWorld.signUp(details("Series of " + count)));
		this.series.plan(PORTAL, event.id(), weekly(count, 14, capacity));
		this.publication.publish(PORTAL, event.id());
		return this.events.forReading(PORTAL, event.id());
	}

	private static SeriesDetails weekly(int count, int hour, int capacity) {
		return new SeriesDetails(new OccurrenceDetails(SATURDAY, LocalTime.of(hour, 0), LocalTime.of(hour + 1, 30),
				null, null, capacity), new Recurrence("FREQ=WEEKLY;BYDAY=SA;COUNT=" + count), Set.of());
	}

	private List<UUID> ids(Event event) {
		return this.programme.occurrencesOf(event).stream().map(Occurrence::id).toList();
	}

	private long version(Event event) {
		return this.events.forReading(PORTAL, event.id()).version();
	}

	private NeighbourhoodCentre centre() {
		return this.network.zarechenskCentre();
	}

	private static void assertRefused(ThrowingCallable act, String messageKey) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(act)
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
	}

}
