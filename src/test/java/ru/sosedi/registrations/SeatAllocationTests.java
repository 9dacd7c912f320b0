package ru.sosedi.registrations;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.programme.Publication;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.ProgrammeWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class SeatAllocationTests {

	@Autowired
	SeatAllocation seats;

	@Autowired
	WaitingList waitingList;

	@Autowired
	BookingService bookings;

	@Autowired
	RegistrationsWorld world;

	@Autowired
	ProgrammeWorld programme;

	@Autowired
	NetworkWorld network;

	@Autowired
	OccurrenceService occurrences;

	@Autowired
	Publication publication;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@AfterEach
	void putTheClockBack() {
		((TestClock.MovableClock) this.clock).reset();
	}

	@Test
	void aSignUpTakesItsSeatsAndWaitsForTheLetter() {
		UUID date = date("Подтверждение", 3);
		UUID booking = this.world.unconfirmed(date, "anna-1", 2);
		assertThat(left(date)).isEqualTo(1);
		assertThat(only(booking).state()).isEqualTo(RegistrationState.UNCONFIRMED);
		assertThat(only(booking).expiresAt()).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(30)));
		assertThat(letters("anna-1")).containsExactly("registrations.confirm");
		assertThat(this.bookings.confirm(booking)).isEqualTo(RegistrationState.CONFIRMED);
		assertThat(letters("anna-1")).containsExactly("registrations.confirm", "registrations.confirmed");
		assertThat(this.bookings.confirm(booking)).as("twice").isEqualTo(RegistrationState.CONFIRMED);
		assertThat(letters("anna-1")).hasSize(2);
		assertThat(left(date)).isEqualTo(1);
	}

	@Test
	void consentIsKeptWithItsTextMomentAndAddress() {
		UUID booking = this.world.unconfirmed(date("Согласие", 3), "anna-2", 1);
		var consent = this.jdbc.sql("""
				select c.*, t.version as of_version from consent c join consent_text t on t.id = c.text_id
				where booking_id = ?""").param(booking).query().singleRow();
		assertThat(consent).containsEntry("purpose", "SIGN_UP").containsEntry("network_address", "192.0.2.1");
		assertThat(consent.get("operator").toString()).contains("Библиотеки Зареченска");
		assertThat(consent.get("withdrawn_at")).isNull();
	}

	@Test
	void whoDoesNotFitIsToldHowManySeatsThereAre() {
		UUID date = date("Полный зал", 3);
		this.world.confirmed(date, "anna-3", 2);
		assertThat(this.seats.signUp(RegistrationsWorld.person(date, "boris-3", 2), null, Signer.person(null)))
			.isEqualTo(new SignedUp.Refused(SignedUp.Reason.FULL, date, 1, 0));
		assertThat(left(date)).isEqualTo(1);
		assertThat(letters("boris-3")).isEmpty();
	}

	@Test
	void theSamePersonIsToldAndGetsTheLinkOnceAnHour() {
		UUID date = date("Дважды", 9);
		this.world.confirmed(date, "anna-4", 2);
		for (int i = 0; i < 3; i++) {
			assertThat(this.seats.signUp(RegistrationsWorld.person(date, "anna-4", 1), null, Signer.person(null)))
				.isEqualTo(new SignedUp.Refused(SignedUp.Reason.TWICE, date, 0, 0));
		}
		SeatHold hold = this.seats.hold(date, 1);
		assertThat(this.seats.signUp(RegistrationsWorld.person(date, "anna-4", 1), hold.id(), Signer.person(null)))
			.isEqualTo(new SignedUp.Refused(SignedUp.Reason.TWICE, date, 0, 0));
		assertThat(this.seats.hold(hold.id())).as("the form stays open").isPresent();
		assertThat(letters("anna-4")).containsExactly("registrations.confirmed", "registrations.again");
	}

	@Test
	void anOpenFormKeepsItsSeatsForAQuarterOfAnHourAndOnceMore() {
		UUID date = date("Форма", 2);
		SeatHold hold = this.seats.hold(date, 2);
		assertThat(this.seats.hold(date, 1)).as("nothing is left").isNull();
		advance(Duration.ofMinutes(14));
		assertThat(this.seats.extend(hold.id())).isTrue();
		assertThat(this.seats.extend(hold.id())).as("once").isFalse();
		advance(Duration.ofMinutes(14));
		assertThat(this.seats.hold(hold.id())).isPresent();
		SignedUp done = this.seats.signUp(RegistrationsWorld.person(date, "anna-5", 2), hold.id(), Signer.person(null));
		assertThat(done).isInstanceOf(SignedUp.Done.class);
		assertThat(left(date)).isZero();
	}

	@Test
	void aStaleFormNeverTakesASeatThatIsGone() {
		UUID date = date("Просрочено", 2);
		SeatHold hold = this.seats.hold(date, 2);
		advance(Duration.ofMinutes(16));
		UUID other = this.world.confirmed(date, "boris-6", 1);
		assertThat(only(other).state()).isEqualTo(RegistrationState.CONFIRMED);
		assertThat(this.seats.signUp(RegistrationsWorld.person(date, "anna-6", 2), hold.id(), Signer.person(null)))
			.isEqualTo(new SignedUp.Refused(SignedUp.Reason.FULL, date, 1, 0));
		assertThat(left(date)).isEqualTo(1);
	}

	@Test
	void aLeftFormGivesItsSeatsBack() {
		UUID date = date("Ушла", 2);
		SeatHold hold = this.seats.hold(date, 2);
		this.seats.release(hold.id());
		assertThat(left(date)).isEqualTo(2);
		this.seats.release(hold.id());
		assertThat(left(date)).as("once").isEqualTo(2);
	}

	@Test
	void groupsOfTheWaitingListComeWholeAndInTheirTurn() {
		UUID date = date("Очередь", 3);
		UUID first = this.world.confirmed(date, "anna-7", 2);
		UUID second = this.world.confirmed(date, "boris-7", 1);
		UUID family = this.world.waiting(date, "vera-7", 3);
		UUID pair = this.world.waiting(date, "gleb-7", 2);
		UUID single = this.world.waiting(date, "dina-7", 1);
		assertThat(this.waitingList.placeOf(only(pair))).isEqualTo(2);
		this.bookings.cancelAll(first);
		assertThat(only(family).state()).as("three do not fit into two").isEqualTo(RegistrationState.WAITING);
		assertThat(only(pair).state()).isEqualTo(RegistrationState.OFFERED);
		assertThat(only(single).state()).isEqualTo(RegistrationState.WAITING);
		assertThat(letters("gleb-7")).containsExactly("registrations.waiting", "registrations.offer");
		this.bookings.cancelAll(pair);
		assertThat(only(single).state()).isEqualTo(RegistrationState.OFFERED);
		this.bookings.cancelAll(second);
		assertThat(only(family).state()).isEqualTo(RegistrationState.WAITING);
		this.bookings.cancelAll(single);
		assertThat(only(family).state()).isEqualTo(RegistrationState.OFFERED);
		assertThat(this.bookings.confirm(family)).isEqualTo(RegistrationState.CONFIRMED);
		assertThat(left(date)).isZero();
	}

	@Test
	void anOfferThatNobodyTakesGoesOnToTheNext() {
		UUID date = date("Дальше", 1);
		UUID first = this.world.confirmed(date, "anna-8", 1);
		UUID second = this.world.waiting(date, "boris-8", 1);
		UUID third = this.world.waiting(date, "vera-8", 1);
		this.bookings.cancelAll(first);
		advance(Duration.between(this.clock.instant(), only(second).expiresAt()));
		this.waitingList.sweepAll();
		assertThat(only(second).state()).isEqualTo(RegistrationState.LAPSED);
		assertThat(only(third).state()).isEqualTo(RegistrationState.OFFERED);
		assertThat(this.bookings.confirm(second)).as("too late").isEqualTo(RegistrationState.LAPSED);
	}

	@Test
	void aConfirmationThatCameTooLateTakesSeatsWhileThereAreAny() {
		UUID date = date("Поздно", 1);
		UUID booking = this.world.unconfirmed(date, "anna-9", 1);
		advance(Duration.ofMinutes(31));
		this.waitingList.sweepAll();
		assertThat(only(booking).state()).isEqualTo(RegistrationState.LAPSED);
		assertThat(this.bookings.confirm(booking)).isEqualTo(RegistrationState.CONFIRMED);
		assertThat(left(date)).isZero();
	}

	@Test
	void moreRoomIsOfferedToThoseWhoWait() {
		Event event = this.world.event(centre(), "Больше мест", 2);
		UUID date = this.world.dateOf(event);
		this.world.confirmed(date, "anna-10", 2);
		UUID waiting = this.world.waiting(date, "boris-10", 2);
		var occurrence = this.programme.occurrencesOf(event).getFirst();
		this.occurrences.change(Actor.portal(), date, occurrence.version(), RegistrationsWorld.seats(4));
		assertThat(only(waiting).state()).isEqualTo(RegistrationState.OFFERED);
	}

	@Test
	void lessRoomThanPeopleIsRefused() {
		Event event = this.world.event(centre(), "Меньше мест", 5);
		UUID date = this.world.dateOf(event);
		this.world.confirmed(date, "anna-11", 3);
		var occurrence = this.programme.occurrencesOf(event).getFirst();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(
				() -> this.occurrences.change(Actor.portal(), date, occurrence.version(), RegistrationsWorld.seats(2)))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("capacity"));
		assertThat(left(date)).isEqualTo(2);
	}

	@Test
	void aCancelledDateTellsEverybodyAndTakesNobodyMore() {
		Event event = this.world.event(centre(), "Отмена", 2);
		UUID date = this.world.dateOf(event);
		UUID booking = this.world.confirmed(date, "anna-12", 2);
		UUID waiting = this.world.waiting(date, "boris-12", 1);
		this.publication.cancel(Actor.portal(), event.id(), "Заболел ведущий");
		assertThat(only(booking).state()).isEqualTo(RegistrationState.CANCELLED);
		assertThat(only(waiting).state()).as("nobody is offered a cancelled date")
			.isEqualTo(RegistrationState.CANCELLED);
		assertThat(letters("anna-12")).endsWith("registrations.cancelled");
		assertThat(letters("boris-12")).containsExactly("registrations.waiting", "registrations.cancelled");
		assertThat(this.seats.signUp(RegistrationsWorld.person(date, "vera-12", 1), null, Signer.person(null)))
			.isEqualTo(new SignedUp.Refused(SignedUp.Reason.NO_SIGN_UP, date, 0, 0));
	}

	@Test
	void aSeriesIsBookedWholeOrNotAtAll() {
		Event event = this.world.event(centre(), "Цикл", RegistrationsWorld.seats(2),
				ProgrammeWorld.on(ProgrammeWorld.SATURDAY.plusDays(7)));
		List<UUID> dates = this.programme.occurrencesOf(event).stream().map((one) -> one.id()).toList();
		SignUp all = RegistrationsWorld.person(dates.getFirst(), "anna-13", 2);
		all = new SignUp(dates, 2, all.name(), all.email(), null, all.language(), List.of(), all.answers(),
				all.consents());
		UUID booking = ((SignedUp.Done) this.seats.signUp(all, null, Signer.known(null))).bookingId();
		assertThat(this.bookings.booking(booking)).hasSize(2);
		assertThat(letters("anna-13")).containsExactly("registrations.confirmed");
		SignUp late = new SignUp(dates, 1, "boris", ru.sosedi.shared.Email.of("boris-13@zarechensk.example"), null,
				all.language(), List.of(), all.answers(), all.consents());
		assertThat(this.seats.signUp(late, null, Signer.known(null)))
			.isEqualTo(new SignedUp.Refused(SignedUp.Reason.FULL, dates.getFirst(), 0, 0));
		assertThat(this.seats.seats(dates.getLast()).orElseThrow().taken()).isEqualTo(2);
	}

	private UUID date(String title, int capacity) {
		return this.world.dateOf(this.world.event(centre(), title, capacity));
	}

	private ru.sosedi.network.NeighbourhoodCentre centre() {
		return this.network.zarechenskCentre();
	}

	private int left(UUID date) {
		Seats seats = this.seats.seats(date).orElseThrow();
		int counted = this.jdbc.sql("""
				select coalesce(sum(seats), 0) from registration where occurrence_id = ?
				and state in ('HELD', 'UNCONFIRMED', 'REQUESTED', 'CONFIRMED', 'OFFERED')""")
			.param(date)
			.query(Integer.class)
			.single();
		assertThat(seats.taken()).as("the counter").isEqualTo(counted);
		return seats.left();
	}

	private Registration only(UUID booking) {
		List<Registration> all = this.bookings.booking(booking);
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

	private List<String> letters(String name) {
		return this.jdbc.sql("select kind from outbox_message where recipient = ? order by id")
			.param(name + "@zarechensk.example")
			.query(String.class)
			.list();
	}

	private void advance(Duration time) {
		((TestClock.MovableClock) this.clock).advance(time);
	}

}
