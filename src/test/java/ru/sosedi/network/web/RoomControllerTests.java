package ru.sosedi.network.web;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.Library;
import ru.sosedi.network.Room;
import ru.sosedi.network.RoomDetails;
import ru.sosedi.network.RoomService;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class RoomControllerTests {

	@Autowired
	private Pages pages;

	@Autowired
	private NetworkWorld network;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private RoomService rooms;

	@Test
	void librarianAddsARoomToHerLibrary() {
		Library library = this.network.library("Библиотека с мастерской");
		Actor librarian = this.accounts.librarian(library.id());
		assertThat(this.pages.get(librarian, rooms(library) + "/new")).hasStatusOk();
		assertThat(this.pages.post(librarian, rooms(library), "name", "Мастерская", "kind", "WORKSHOP", "seats", "12",
				"area", "31,5", "equipment", "Швейная машина\nСтол\n\nСтол", "noise", "NOISY", "stepFree", "true"))
			.hasStatus3xxRedirection();
		RoomDetails details = this.rooms.of(library.id()).getFirst().details();
		assertThat(details.area()).isEqualByComparingTo("31.5");
		assertThat(details.equipment()).containsExactly("Швейная машина", "Стол");
		assertThat(details.stepFree()).isTrue();
		assertThat(details.needsStaff()).isFalse();
		Document list = Pages.html(this.pages.get(librarian, rooms(library)));
		assertThat(list.select("ul.entries").text()).contains("Мастерская", "12 мест", "31,5 м²");
	}

	@Test
	void whatCannotBeIsNamedAndKept() {
		Library library = this.network.library("Библиотека с ошибками");
		MvcTestResult refused = this.pages.post(this.accounts.librarian(library.id()), rooms(library), "name", "",
				"kind", "SAUNA", "seats", "много", "area", "-5", "equipment", "Печь", "noise", "LOUD");
		assertThat(refused).hasStatus(422);
		Document page = Pages.html(refused);
		assertThat(page.select(".error-summary a").eachAttr("href")).contains("#name", "#kind", "#seats", "#noise");
		assertThat(page.select("#equipment").text()).isEqualTo("Печь");
		assertThat(this.rooms.of(library.id())).isEmpty();
	}

	@Test
	void nameIsUniqueInItsLibrary() {
		Library library = this.network.library("Библиотека двух залов");
		this.network.room(library.id(), "Зал");
		MvcTestResult refused = this.pages.post(this.accounts.administrator(), rooms(library), "name", " Зал ", "kind",
				"LOUNGE", "noise", "QUIET");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.html(refused).select("#name-error")).hasSize(1);
	}

	@Test
	void staleEditShowsBothTexts() {
		Library library = this.network.library("Библиотека спорного зала");
		Room room = this.network.room(library.id(), "Спорный зал");
		this.rooms.change(Actor.portal(), room.id(), NetworkWorld.roomDetails("Большой зал"), room.version());
		MvcTestResult stale = this.pages.post(this.accounts.librarian(library.id()), rooms(library) + "/" + room.id(),
				"name", "Малый зал", "kind", "EVENT_HALL", "seats", "40", "area", "52.5", "equipment",
				"Проектор\r\nЭкран", "noise", "NOISY", "stepFree", "true", "version", room.version().toString());
		assertThat(stale).hasStatus(409);
		assertThat(Pages.html(stale).select("#conflict dd").eachText()).isEqualTo(List.of("Большой зал"));
		assertThat(Pages.html(stale).select("#name").val()).isEqualTo("Малый зал");
	}

	@Test
	void roomIsReachedOnlyThroughItsOwnLibrary() {
		Library library = this.network.library("Библиотека первого зала");
		Library other = this.network.library("Библиотека второго зала");
		Room room = this.network.room(other.id(), "Второй зал");
		Actor librarian = this.accounts.librarian(library.id());
		for (String address : List.of(rooms(library) + "/" + room.id(), rooms(other) + "/" + room.id())) {
			assertThat(this.pages.get(librarian, address)).hasStatus(404);
			assertThat(this.pages.get(librarian, address + "/removal")).hasStatus(404);
			assertThat(this.pages.post(librarian, address, "name", "Мой")).hasStatus(404);
			assertThat(this.pages.post(librarian, address + "/removal")).hasStatus(404);
		}
	}

	@Test
	void roomIsRemoved() {
		Library library = this.network.library("Библиотека без зала");
		Room room = this.network.room(library.id(), "Лишний зал");
		Actor librarian = this.accounts.librarian(library.id());
		assertThat(this.pages.get(librarian, rooms(library) + "/" + room.id() + "/removal")).hasStatusOk();
		assertThat(this.pages.post(librarian, rooms(library) + "/" + room.id() + "/removal")).hasStatus3xxRedirection();
		assertThat(this.rooms.of(library.id())).isEmpty();
	}

	private static String rooms(Library library) {
		return "/admin/network/libraries/" + library.id() + "/rooms";
	}

}
