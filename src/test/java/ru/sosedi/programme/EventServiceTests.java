package ru.sosedi.programme;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock.MovableClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.network.CentreDetails;
import ru.sosedi.network.CentreService;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.ProgrammeWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ru.sosedi.world.ProgrammeWorld.SATURDAY;
import static ru.sosedi.world.ProgrammeWorld.details;
import static ru.sosedi.world.ProgrammeWorld.on;

@PortalTest
class EventServiceTests {

	@Autowired
	private EventService events;

	@Autowired
	private OccurrenceService occurrences;

	@Autowired
	private SeriesService series;

	@Autowired
	private Publication publication;

	@Autowired
	private PictureService pictures;

	@Autowired
	private DateCheck dateCheck;

	@Autowired
	private CentreService centreService;

	@Autowired
	private NetworkWorld network;

	@Autowired
	private ProgrammeWorld programme;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MovableClock clock;

	@Test
	void aDraftIsPublishedAndBecomesHeldWhenItsDatesAreOver() {
		Event event = this.programme.published(centre(), "Held");
		assertThat(event.state()).isEqualTo(EventState.PUBLISHED);
		assertThat(this.programme.occurrencesOf(event)).allMatch(Occurrence::isListed);
		try {
			this.clock.moveTo(SATURDAY.plusDays(1).atStartOfDay(NetworkWorld.ZONE).toInstant());
			assertThat(this.events.stateOf(event)).isEqualTo(EventState.HELD);
		}
		finally {
			this.clock.reset();
		}
	}

	@Test
	void whatIsMissingIsSaidBeforePublication() {
		EventDetails full = details("Missing");
		Event event = this.programme.draft(centre(),
				new EventDetails(full.form(), full.title(), "", "", full.ageMark(), Set.of(), full.deliveryMode(),
						Set.of(), List.of(), full.admission(), "ru", false, null, null, null, null));
		assertThat(this.publication.missing(event)).containsExactly("programme.event.publication.missing.date",
				"programme.event.publication.missing.summary", "programme.event.publication.missing.audience");
		assertRefused(() -> this.publication.publish(Actor.portal(), event.id()),
				"programme.event.publication.missing.date");
	}

	@Test
	void aCentreThatIsNotOpenPublishesNothing() {
		NeighbourhoodCentre planned = this.network.plannedCentre("Planned", this.network.library("At planned").id());
		Event event = this.programme.draft(planned, "Too early");
		this.occurrences.add(Actor.portal(), event.id(), on(SATURDAY));
		assertRefused(() -> this.publication.publish(Actor.portal(), event.id()),
				"programme.event.publication.missing.centre");
	}

	@Test
	void aLibrarianWorksInHerOwnLibrariesOnly() {
		NeighbourhoodCentre own = centre();
		NeighbourhoodCentre other = this.network.openCentre("Other centre");
		Actor librarian = this.accounts.librarian(own.library().id());
		Event mine = this.events.create(librarian, own.id(), details("Mine"));
		Event foreign = this.programme.published(other, "Foreign");
		assertThat(this.events.forChange(librarian, mine.id()).id()).isEqualTo(mine.id());
		for (ThrowingCallable act : List.<ThrowingCallable>of(
				() -> this.events.create(librarian, other.id(), details("x")),
				() -> this.events.forReading(librarian, foreign.id()),
				() -> this.events.change(librarian, foreign.id(), foreign.version(), details("x")),
				() -> this.events.copy(librarian, foreign.id()),
				() -> this.events.remove(librarian, foreign.id(), foreign.version()),
				() -> this.publication.withdraw(librarian, foreign.id()),
				() -> this.publication.cancel(librarian, foreign.id(), "x"),
				() -> this.occurrences.add(librarian, foreign.id(), on(SATURDAY)),
				() -> this.occurrences.cancel(librarian, this.programme.occurrencesOf(foreign).getFirst().id(), "x"),
				() -> this.series.plan(librarian, foreign.id(), weekly(SATURDAY, 3)))) {
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(act);
		}
	}

	@Test
	void aMethodologistSeesAllAndChangesNothing() {
		Actor methodologist = this.accounts.methodologist();
		Event event = this.programme.published(centre(), "Seen");
		assertThat(this.events.forReading(methodologist, event.id()).title()).isEqualTo("Seen");
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.events.change(methodologist, event.id(), event.version(), details("x")));
		Actor leader = new Actor(Ids.next(), "x", Set.of(Role.NGO_LEADER));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.events.forReading(leader, event.id()));
	}

	@Test
	void aStaleEditIsToldAndChangesNothing() {
		Event event = this.programme.draft(centre(), "First");
		this.events.change(Actor.portal(), event.id(), event.version(), details("Second"));
		assertThatExceptionOfType(StaleEditException.class)
			.isThrownBy(() -> this.events.change(Actor.portal(), event.id(), event.version(), details("Third")));
		assertThat(this.events.forReading(Actor.portal(), event.id()).title()).isEqualTo("Second");
	}

	@Test
	void aNewTitleRaisesTheSequenceOfDatesToCome() {
		Event event = this.programme.published(centre(), "Old title");
		this.events.change(Actor.portal(), event.id(), event.version(), details("New title"));
		assertThat(this.programme.occurrencesOf(event).getFirst().sequence()).isEqualTo(1);
	}

	@Test
	void aCopyHasNoDatesAndIsADraft() {
		Event copy = this.events.copy(Actor.portal(), this.programme.published(centre(), "Copied").id());
		assertThat(copy.state()).isEqualTo(EventState.DRAFT);
		assertThat(this.programme.occurrencesOf(copy)).isEmpty();
		assertThat(this.events.description(copy.id())).contains("**");
	}

	@Test
	void cancellationIsToldAtEveryDateToCome() {
		Event event = this.programme.published(centre(), details("Cancelled"), on(SATURDAY), on(SATURDAY.plusDays(7)));
		assertRefused(() -> this.publication.cancel(Actor.portal(), event.id(), " \u0000 "),
				"programme.event.cancellation.reason-missing");
		this.publication.cancel(Actor.portal(), event.id(), "Ремонт зала");
		assertThat(this.programme.occurrencesOf(event)).hasSize(2).allMatch(Occurrence::isListed).allSatisfy((date) -> {
			assertThat(date.state()).isEqualTo(OccurrenceState.CANCELLED);
			assertThat(date.cancellationReason()).isEqualTo("Ремонт зала");
			assertThat(date.sequence()).isEqualTo(1);
		});
		assertRefused(() -> this.occurrences.add(Actor.portal(), event.id(), on(SATURDAY.plusDays(14))),
				"programme.event.change.cancelled");
	}

	@Test
	void anEventIsWithdrawnOnlyBeforeItsFirstDate() {
		Event event = this.programme.published(centre(), "Withdrawn");
		this.publication.withdraw(Actor.portal(), event.id());
		assertThat(this.programme.occurrencesOf(event)).noneMatch(Occurrence::isListed);
		assertRefused(
				() -> this.events.remove(Actor.portal(), event.id(),
						this.events.forReading(Actor.portal(), event.id()).version()),
				"programme.event.removal.published");
		Event begun = this.programme.published(centre(), details("Begun"), on(LocalDate.of(2026, 11, 19)),
				on(SATURDAY));
		assertRefused(() -> this.publication.withdraw(Actor.portal(), begun.id()), "programme.event.withdrawal.begun");
	}

	@Test
	void aNewRuleKeepsThePastAndWhatWasChangedAlone() {
		Event event = this.programme.draft(centre(), "Series");
		LocalDate first = LocalDate.of(2026, 11, 14);
		this.series.plan(Actor.portal(), event.id(), weekly(first, 6));
		List<Occurrence> dates = this.programme.occurrencesOf(event);
		assertThat(dates).hasSize(6);
		Occurrence moved = dates.get(2);
		OccurrenceDetails evening = new OccurrenceDetails(moved.details().day(), LocalTime.of(18, 0),
				LocalTime.of(19, 0), null, null, 10);
		this.occurrences.change(Actor.portal(), moved.id(), moved.version(), evening);
		this.occurrences.cancel(Actor.portal(), dates.get(3).id(), "Праздник");
		OccurrenceDetails later = new OccurrenceDetails(first, LocalTime.of(16, 0), LocalTime.of(17, 0), null, null,
				null);
		this.series.plan(Actor.portal(), event.id(), new SeriesDetails(later,
				new Recurrence("FREQ=WEEKLY;BYDAY=SA;COUNT=8"), Set.of(LocalDate.of(2026, 12, 26))));
		List<Occurrence> after = this.programme.occurrencesOf(event);
		assertThat(after.stream().map((date) -> date.starts().toLocalDateTime().toString())).containsExactly(
				"2026-11-14T14:00", "2026-11-21T16:00", "2026-11-28T18:00", "2026-12-05T14:00", "2026-12-12T16:00",
				"2026-12-19T16:00", "2027-01-02T16:00");
		assertThat(after.get(1).id()).isEqualTo(dates.get(1).id());
		assertThat(after.get(2).isChangedAlone()).isTrue();
		assertThat(after.get(3).state()).isEqualTo(OccurrenceState.CANCELLED);
	}

	@Test
	void anExtraDateIsAddedOnce() {
		Event event = this.programme.draft(centre(), "Extra");
		this.occurrences.add(Actor.portal(), event.id(), on(SATURDAY));
		assertRefused(() -> this.occurrences.add(Actor.portal(), event.id(), on(SATURDAY)),
				"programme.occurrence.day.taken");
		this.series.plan(Actor.portal(), event.id(), weekly(SATURDAY, 3));
		assertThat(this.programme.occurrencesOf(event)).hasSize(3);
		assertRefused(() -> this.occurrences.add(Actor.portal(), event.id(), on(SATURDAY, UUID.randomUUID())),
				"programme.occurrence.room.unknown");
	}

	@Test
	void daysOffAndTakenRoomsAreWarnedOf() {
		NeighbourhoodCentre centre = this.network.openCentre("Warned");
		UUID room = this.network.room(centre.library().id(), "Hall").id();
		this.programme.published(centre, details("Takes the hall"), on(SATURDAY, room));
		OccurrenceDetails early = new OccurrenceDetails(SATURDAY.plusDays(1), LocalTime.of(8, 0), LocalTime.of(9, 0),
				room, null, 60);
		List<DateWarning> warnings = this.dateCheck.check(centre, true,
				List.of(on(SATURDAY.minusDays(1), room), on(SATURDAY, room), early, on(SATURDAY.plusDays(2), room)),
				null);
		assertThat(warnings).extracting(DateWarning::messageKey)
			.containsExactly("programme.occurrence.warning.maintenance", "programme.occurrence.warning.room-taken",
					"programme.occurrence.warning.before-opening", "programme.occurrence.warning.day-off");
		assertThat(warnings.get(1).arguments()).containsExactly("Takes the hall", "14:00", "15:30");
	}

	@Test
	void searchFindsAnEventByTheNewNameOfItsCentre() {
		NeighbourhoodCentre centre = this.network.openCentre("Before");
		Event event = this.programme.draft(centre, "Ёлочная игрушка");
		assertThat(found("журавлики", event)).isTrue();
		assertThat(found("елочные игрушки", event)).isTrue();
		assertThat(found("ёлочная", event)).isTrue();
		assertThat(found("workshops", event)).isTrue();
		assertThat(found("Прибрежный", event)).isFalse();
		this.centreService.change(Actor.portal(), centre.library().id(),
				new CentreDetails(centre.kind(), "Прибрежный", null, null, null), 1);
		assertThat(found("Прибрежный", event)).isTrue();
	}

	private boolean found(String query, Event event) {
		return this.jdbc.sql("select search @@ websearch_to_tsquery('russian', ?) from event_text where event_id = ?")
			.params(query, event.id())
			.query(Boolean.class)
			.single();
	}

	@Test
	void aPictureIsTheUploadersUntilItsEventIsListed() {
		NeighbourhoodCentre centre = this.network.openCentre("Pictured");
		Actor librarian = this.accounts.librarian(centre.library().id());
		Actor stranger = this.accounts.librarian(this.network.zarechenskCentre().library().id());
		UUID picture = this.pictures.keep(librarian, Pictures.jpeg(800, 600));
		assertThat(this.pictures.find(librarian, picture, PictureSize.SMALL).content()).isNotEmpty();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.pictures.find(null, picture, PictureSize.SMALL));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.pictures.find(stranger, picture, PictureSize.SMALL));
		assertRefused(() -> this.events.create(stranger, this.network.zarechenskCentre().id(), pictured(picture)),
				"programme.event.picture.foreign");
		Event event = this.events.create(librarian, centre.id(), pictured(picture));
		this.occurrences.add(librarian, event.id(), on(SATURDAY));
		this.publication.publish(librarian, event.id());
		assertThat(this.pictures.find(null, picture, PictureSize.LARGE).listed()).isTrue();
		this.pictures.removeUnused();
		assertThat(this.pictures.find(null, picture, PictureSize.LARGE).content()).isNotEmpty();
	}

	private static EventDetails pictured(UUID picture) {
		EventDetails full = details("Pictured");
		return new EventDetails(full.form(), full.title(), full.summary(), "", full.ageMark(), full.audiences(),
				full.deliveryMode(), full.themes(), List.of(), full.admission(), "ru", true, null, null, picture,
				"Журавлик");
	}

	@Test
	void everyChangeIsInTheTrail() {
		Actor librarian = this.accounts.librarian(centre().library().id());
		Event event = this.events.create(librarian, centre().id(), details("Trailed"));
		this.events.change(librarian, event.id(), event.version(), details("Trailed twice"));
		this.occurrences.add(librarian, event.id(), on(SATURDAY));
		this.publication.publish(librarian, event.id());
		this.publication.cancel(librarian, event.id(), "Болезнь");
		assertThat(this.jdbc.sql("select action from audit_record where subject_id = ? order by at, id")
			.param(event.id().toString())
			.query(String.class)
			.list()).containsExactly("programme.event.created", "programme.event.changed", "programme.occurrence.added",
					"programme.event.published", "programme.event.cancelled");
		assertThat(this.jdbc.sql(
				"select before ->> 'title' from audit_record where subject_id = ? and action = 'programme.event.changed'")
			.param(event.id().toString())
			.query(String.class)
			.single()).isEqualTo("Trailed");
	}

	private NeighbourhoodCentre centre() {
		return this.network.zarechenskCentre();
	}

	private static SeriesDetails weekly(LocalDate first, int count) {
		return new SeriesDetails(on(first), new Recurrence("FREQ=WEEKLY;BYDAY=SA;COUNT=" + count), Set.of());
	}

	private static void assertRefused(ThrowingCallable act, String messageKey) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(act)
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
	}

}
