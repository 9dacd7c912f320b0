package ru.sosedi.registrations;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Event;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class RegistrationDeskTests {

	@Autowired
	RegistrationDesk desk;

	@Autowired
	RegistrationHistory history;

	@Autowired
	RegistrationRepository registrations;

	@Autowired
	SeatAllocation seats;

	@Autowired
	AdmissionPolicyService policies;

	@Autowired
	RegistrationsWorld world;

	@Autowired
	NetworkWorld network;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	JdbcClient jdbc;

	NeighbourhoodCentre centre;

	Actor librarian;

	@BeforeEach
	void aLibrarian() {
		this.centre = this.network.zarechenskCentre();
		this.librarian = this.accounts.librarian(this.centre.library().id());
	}

	@Test
	void whoLeftAPhoneNumberIsConfirmedAfterTheCall() {
		UUID date = date("Звонок", 4);
		UUID id = this.world.requested(date, "Анна", "8 900 000-10-01", 2);
		assertThat(state(id)).isEqualTo(RegistrationState.REQUESTED);
		this.desk.confirm(this.librarian, id);
		assertThat(state(id)).isEqualTo(RegistrationState.CONFIRMED);
		assertThat(trail(id)).containsExactly("registrations.registration.confirmed");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.desk.confirm(this.librarian, id))
			.returns("registrations.refused.state.CONFIRMED", RefusedException::messageKey);
		assertThat(trail(id)).hasSize(1);
	}

	@Test
	void anUnconfirmedOneIsConfirmedByPhone() {
		UUID id = this.world.unconfirmed(date("Почта не читается", 4), "desk-anna", 1);
		this.desk.confirm(this.librarian, id);
		assertThat(this.registrations.findById(id).orElseThrow().expiresAt()).isNull();
		assertThat(state(id)).isEqualTo(RegistrationState.CONFIRMED);
	}

	@Test
	void whoeverIsDeclinedIsToldWhyAndTheNextGroupIsOffered() {
		Event event = this.world.event(this.centre, "По согласию", 2);
		this.policies.change(this.librarian, event.id(),
				new AdmissionTerms(null, null, 0, 5, true, null, true, false, Booking.SINGLE), -1);
		UUID date = this.world.dateOf(event);
		UUID first = this.world.confirmed(date, "desk-boris", 2);
		UUID next = this.world.waiting(date, "desk-vera", 1);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.desk.decline(this.librarian, first, " \n"))
			.returns("reason", RefusedException::field);
		assertThat(state(first)).isEqualTo(RegistrationState.REQUESTED);
		this.desk.decline(this.librarian, first, "Группа для детей от 7 лет");
		assertThat(this.registrations.findById(first).orElseThrow().reason()).isEqualTo("Группа для детей от 7 лет");
		assertThat(state(next)).isEqualTo(RegistrationState.OFFERED);
		assertThat(letters(first)).contains("registrations.declined");
		assertThat(letters(next)).contains("registrations.offer");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.desk.decline(this.librarian, first, "ещё раз"))
			.returns("registrations.refused.state.DECLINED", RefusedException::messageKey);
	}

	@Test
	void cancelledSeatsGoToTheGroupsThatFitAndTheEffectIsKnownBefore() {
		UUID date = date("Отмена", 4);
		UUID big = this.world.confirmed(date, "desk-galina", 3);
		this.world.confirmed(date, "desk-dina", 1);
		UUID four = this.world.waiting(date, "desk-elena", 4);
		UUID two = this.world.waiting(date, "desk-zhanna", 2);
		UUID one = this.world.waiting(date, "desk-zina", 1);
		assertThat(this.desk.followers(this.librarian, big)).isEqualTo(2);
		assertThat(this.desk.followers(this.librarian, two)).as("gives no seats back").isZero();
		this.desk.cancel(this.librarian, big, "По просьбе");
		assertThat(List.of(state(big), state(four), state(two), state(one))).containsExactly(
				RegistrationState.CANCELLED, RegistrationState.WAITING, RegistrationState.OFFERED,
				RegistrationState.OFFERED);
		assertThat(this.seats.seats(date).orElseThrow().left()).isZero();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.desk.cancel(this.librarian, big, "ещё раз"));
		assertThat(trail(big)).containsExactly("registrations.registration.cancelled");
	}

	@Test
	void aGroupIsServedOutOfTurnOnlyWithAReasonAndOnlyWhereItFits() {
		Event event = this.world.event(this.centre, "Вне очереди", 2);
		UUID date = this.world.dateOf(event);
		UUID there = this.world.confirmed(date, "desk-irina", 2);
		UUID first = this.world.waiting(date, "desk-kira", 2);
		UUID second = this.world.waiting(date, "desk-lida", 1);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.desk.promote(this.librarian, second, "Издалека"))
			.returns("registrations.desk.promotion.full", RefusedException::messageKey);
		assertThat(state(second)).isEqualTo(RegistrationState.WAITING);
		this.jdbc.sql("update occurrence set capacity = 3 where id = ?").param(date).update();
		this.jdbc.sql("update seats set capacity = 3 where occurrence_id = ?").param(date).update();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.desk.promote(this.librarian, second, ""))
			.returns("reason", RefusedException::field);
		this.desk.promote(this.librarian, second, "Издалека");
		assertThat(state(second)).isEqualTo(RegistrationState.OFFERED);
		assertThat(state(first)).isEqualTo(RegistrationState.WAITING);
		assertThat(this.registrations.findById(second).orElseThrow().reason()).isEqualTo("Издалека");
		assertThat(trail(second)).containsExactly("registrations.registration.promoted");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.desk.promote(this.librarian, there, "Издалека"))
			.returns("registrations.refused.state.CONFIRMED", RefusedException::messageKey);
	}

	@Test
	void seatsAreChangedAboveTheLargestGroupButNeverAboveTheCapacity() {
		UUID date = date("Число мест", 8);
		UUID id = this.world.confirmed(date, "desk-maria", 2);
		this.world.confirmed(date, "desk-nina", 1);
		this.desk.changeSeats(this.librarian, id, 7);
		assertThat(this.seats.seats(date).orElseThrow().left()).isZero();
		for (int number : new int[] { 8, 0, -1, 1000 }) {
			assertThatExceptionOfType(RefusedException.class).as("%d", number)
				.isThrownBy(() -> this.desk.changeSeats(this.librarian, id, number))
				.returns("seats", RefusedException::field);
		}
		assertThat(this.registrations.findById(id).orElseThrow().seats()).isEqualTo(7);
		UUID waiting = this.world.waiting(date, "desk-olga", 3);
		this.desk.changeSeats(this.librarian, id, 4);
		assertThat(state(waiting)).as("what came free is offered").isEqualTo(RegistrationState.OFFERED);
		assertThat(trail(id)).containsExactly("registrations.registration.seats", "registrations.registration.seats");
	}

	@Test
	void anotherLibrarysSignUpsDoNotExistAndAMethodologistHasNone() {
		UUID id = this.world.confirmed(date("Чужая", 4), "desk-polina", 1);
		Actor elsewhere = this.accounts.librarian(this.network.library("Другая библиотека для записей").id());
		for (Actor actor : List.of(elsewhere, this.accounts.methodologist(), this.accounts.coordinator())) {
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.desk.forChange(actor, id));
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.desk.confirm(actor, id));
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.desk.cancel(actor, id, "x"));
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.desk.decline(actor, id, "x"));
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.desk.promote(actor, id, "x"));
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.desk.changeSeats(actor, id, 2));
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.desk.followers(actor, id));
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.history.of(actor, id));
		}
		assertThat(state(id)).isEqualTo(RegistrationState.CONFIRMED);
		assertThat(this.desk.forChange(this.accounts.administrator(), id).id()).isEqualTo(id);
	}

	@Test
	void theHistorySaysConsentsLettersAndTheLastChange() {
		UUID id = this.world.unconfirmed(date("История", 4), "desk-raisa", 1);
		this.desk.confirm(this.librarian, id);
		assertThat(this.history.of(this.librarian, id)).extracting(RegistrationHistory.Step::messageKey)
			.contains("registrations.desk.history.SELF", "registrations.desk.history.agreed");
		assertThat(this.history.of(this.librarian, id)).extracting(RegistrationHistory.Step::detail)
			.contains("registrations.desk.purpose.SIGN_UP", "registrations.desk.letter.confirm",
					"registrations.desk.letter.confirmed");
	}

	@Test
	void theTrailTellsWhatWasDoneAndNothingAboutThePerson() {
		UUID id = this.world.confirmed(date("След", 4), "desk-sofia", 1);
		this.desk.cancel(this.librarian, id, "По просьбе");
		List<Map<String, Object>> rows = this.jdbc.sql("select * from audit_record where subject_id = ?")
			.param(id.toString())
			.query()
			.listOfRows();
		assertThat(rows).hasSize(1);
		assertThat(rows.toString()).contains("CANCELLED", this.librarian.name())
			.doesNotContain("desk-sofia", "По просьбе");
		assertThat(this.registrations.findById(id).orElseThrow().reason()).isEqualTo("По просьбе");
	}

	private UUID date(String title, int capacity) {
		return this.world.dateOf(this.world.event(this.centre, title, capacity));
	}

	private RegistrationState state(UUID id) {
		return this.registrations.findById(id).orElseThrow().state();
	}

	private List<String> trail(UUID id) {
		return this.jdbc.sql("select action from audit_record where subject_id = ? order by at, id")
			.param(id.toString())
			.query(String.class)
			.list();
	}

	private List<String> letters(UUID id) {
		return this.jdbc.sql("select kind from outbox_message where about = ?").param(id).query(String.class).list();
	}

}
