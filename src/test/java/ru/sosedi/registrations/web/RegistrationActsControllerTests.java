package ru.sosedi.registrations.web;

import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.registrations.BookingService;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class RegistrationActsControllerTests {

	private static final String CARDS = "/desk/registrations/";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	RegistrationsWorld world;

	@Autowired
	NetworkWorld network;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	BookingService bookings;

	NeighbourhoodCentre centre;

	DeskPages pages;

	@BeforeEach
	void aLibrarian() {
		this.centre = this.network.zarechenskCentre();
		this.pages = new DeskPages(this.mvc, this.accounts.librarian(this.centre.library().id()));
	}

	@Test
	void theEffectOfACancellationIsShownFirst() {
		UUID date = date("Действия", 3);
		UUID id = this.world.confirmed(date, "acts-anna", 3);
		this.world.waiting(date, "acts-boris", 2);
		this.world.waiting(date, "acts-vera", 1);
		Document page = this.pages.page(CARDS + id + "/cancellation");
		assertThat(page.select(".effect").text()).contains("acts-anna, 3 места",
				"Свободные места предложим 2 группам из листа ожидания.", "письмо с причиной");
		MvcTestResult refused = this.pages.post(CARDS + id + "/cancellation", "reason", " ");
		assertThat(refused).hasStatus(422);
		assertThat(DeskPages.page(refused).select("#reason-error").text()).isEqualTo("Напишите причину");
		assertThat(this.pages.post(CARDS + id + "/cancellation", "reason", "x".repeat(301))).hasStatus(422);
		MvcTestResult hostile = this.pages.post(CARDS + id + "/decline", "reason", "\"><script>alert(1)</script>");
		assertThat(hostile).as("nothing to decline").hasStatus(422);
		assertThat(DeskPages.page(hostile).select("main script")).isEmpty();
		assertThat(state(id)).isEqualTo(RegistrationState.CONFIRMED);
		assertThat(this.pages.post(CARDS + id + "/cancellation", "reason", "По просьбе"))
			.hasRedirectedUrl("/desk/registrations/occurrences/" + date);
		assertThat(state(id)).isEqualTo(RegistrationState.CANCELLED);
		MvcTestResult twice = this.pages.post(CARDS + id + "/cancellation", "reason", "По просьбе");
		assertThat(twice).as("meanwhile it is cancelled").hasStatus(422);
		assertThat(DeskPages.page(twice).select("#errors").text()).contains("Эта запись отменена");
		assertThat(DeskPages.page(twice).select("form.confirm")).isEmpty();
		assertThat(this.pages.page(CARDS + id).select("main").text()).contains("запись отменена", "По просьбе",
				"больше не действует");
	}

	@Test
	void aConfirmationThatComesTooLateIsSaidOnTheCard() {
		UUID id = this.world.requested(date("Поздно", 3), "Галина", "8 900 000-30-01", 1);
		assertThat(this.pages.post(CARDS + id + "/confirmation")).hasRedirectedUrl(CARDS + id);
		MvcTestResult again = this.pages.post(CARDS + id + "/confirmation");
		assertThat(again).hasStatus(422);
		assertThat(DeskPages.page(again).select("#errors").text()).contains("уже подтверждена");
		assertThat(state(id)).isEqualTo(RegistrationState.CONFIRMED);
	}

	@Test
	void fromTheListOneComesBackToTheList() {
		UUID date = date("Назад", 3);
		UUID id = this.world.requested(date, "Дина", "8 900 000-30-02", 1);
		assertThat(this.pages.post(CARDS + id + "/confirmation", "to", "list"))
			.hasRedirectedUrl("/desk/registrations/occurrences/" + date);
	}

	@Test
	void aPromotionThatDoesNotFitIsRefusedInWords() {
		UUID date = date("Вне очереди, страница", 2);
		UUID there = this.world.confirmed(date, "acts-elena", 2);
		UUID waiting = this.world.waiting(date, "acts-zhanna", 1);
		MvcTestResult result = this.pages.post(CARDS + waiting + "/promotion", "reason", "Издалека");
		assertThat(result).hasStatus(422);
		assertThat(DeskPages.page(result).select("#errors").text()).contains("свободно 0");
		assertThat(DeskPages.page(result).select("#reason").val()).isEqualTo("Издалека");
		assertThat(state(waiting)).isEqualTo(RegistrationState.WAITING);
		assertThat(this.pages.page(CARDS + there + "/promotion").select("form.confirm")).isEmpty();
	}

	@Test
	void theNumberOfSeatsIsChangedOnTheCard() {
		UUID date = date("Места на карточке", 7);
		UUID id = this.world.confirmed(date, "acts-zina", 2);
		assertThat(this.pages.post(CARDS + id + "/seats", "seats", "7")).hasRedirectedUrl(CARDS + id);
		for (String seats : List.of("8", "0", "-1", "1000", "", "семь")) {
			MvcTestResult result = this.pages.post(CARDS + id + "/seats", "seats", seats);
			assertThat(result).as(seats).hasStatus(422);
			assertThat(DeskPages.page(result).select("#seats-error")).as(seats).hasSize(1);
			assertThat(DeskPages.page(result).select("#seats").val()).isEqualTo(seats);
		}
		assertThat(this.bookings.booking(id).getFirst().seats()).isEqualTo(7);
	}

	@Test
	void whereNoLetterGoesTheNumberToCallIsSaid() {
		UUID id = this.world.requested(date("Телефон", 3), "Ирина", "8 900 000-30-03", 1);
		assertThat(this.pages.page(CARDS + id + "/decline").select(".effect").text())
			.contains("позвоните: +7 900 000-30-03");
	}

	@Test
	void othersSignUpsAreNotFound() {
		UUID id = this.world.confirmed(date("Чужая карточка", 3), "acts-kira", 1);
		Actor elsewhere = this.accounts.librarian(this.network.library("Дальняя библиотека").id());
		DeskPages others = new DeskPages(this.mvc, elsewhere);
		for (String address : List.of("", "/slip", "/cancellation", "/decline", "/promotion")) {
			assertThat(others.get(CARDS + id + address)).as(address).hasStatus(404);
			assertThat(new DeskPages(this.mvc, this.accounts.methodologist()).get(CARDS + id + address)).as(address)
				.hasStatus(403);
		}
		for (String address : List.of("/confirmation", "/seats", "/cancellation", "/decline", "/promotion")) {
			assertThat(others.post(CARDS + id + address, "reason", "x", "seats", "2")).as(address).hasStatus(404);
		}
		assertThat(this.pages.get(CARDS + UUID.randomUUID())).hasStatus(404);
		assertThat(this.pages.get(CARDS + "1%27%20or%201=1")).hasStatus4xxClientError();
		assertThat(state(id)).isEqualTo(RegistrationState.CONFIRMED);
	}

	private UUID date(String title, int capacity) {
		return this.world.dateOf(this.world.event(this.centre, title, capacity));
	}

	private RegistrationState state(UUID id) {
		return this.bookings.booking(id).getFirst().state();
	}

}
