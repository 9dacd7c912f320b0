package ru.sosedi.network.web;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.LibrarySystem;
import ru.sosedi.network.LibrarySystemService;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class LibrarySystemControllerTests {

	private static final String SYSTEMS = "/admin/network/systems";

	@Autowired
	private Pages pages;

	@Autowired
	private NetworkWorld network;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private LibrarySystemService systems;

	@Test
	void systemIsAddedChangedAndRemoved() {
		Actor administrator = this.accounts.administrator();
		assertThat(this.pages.get(administrator, SYSTEMS + "/new")).hasStatusOk();
		assertThat(this.pages.post(administrator, SYSTEMS, "name", "Учреждение «Сельские библиотеки»", "shortName",
				"Сельские библиотеки", "inn", "0000 987 651", "ogrn", "1000000123452", "kpp", "000001001", "address",
				"с. Заречное"))
			.hasStatus3xxRedirection();
		LibrarySystem system = this.systems.all()
			.stream()
			.filter((one) -> one.inn().value().equals("0000987651"))
			.findFirst()
			.orElseThrow();
		assertThat(this.pages.get(administrator, SYSTEMS + "/" + system.id())).hasStatusOk();
		assertThat(Pages.html(this.pages.get(administrator, SYSTEMS)).select("h2").eachText())
			.contains("Сельские библиотеки");
		MvcTestResult stale = this.pages.post(administrator, SYSTEMS + "/" + system.id(), "name", "Другое", "shortName",
				"Другое", "inn", "0000987651", "ogrn", "1000000123452", "address", "с. Заречное", "version", "77");
		assertThat(stale).hasStatus(409);
		assertThat(Pages.html(stale).select("#conflict dd").eachText()).contains("Сельские библиотеки");
		assertThat(this.pages.get(administrator, SYSTEMS + "/" + system.id() + "/removal")).hasStatusOk();
		assertThat(this.pages.post(administrator, SYSTEMS + "/" + system.id() + "/removal")).hasStatus3xxRedirection();
		assertThat(this.pages.get(administrator, SYSTEMS + "/" + system.id())).hasStatus(404);
	}

	@Test
	void requisitesThatDoNotAddUpAreNamedWithTheirRule() {
		MvcTestResult refused = this.pages.post(this.accounts.administrator(), SYSTEMS, "name", "Имя", "shortName",
				"Имя", "inn", "0000123451", "ogrn", "1000000123453", "kpp", "12", "address", "Адрес", "email",
				"не почта");
		assertThat(refused).hasStatus(422);
		Document page = Pages.html(refused);
		assertThat(page.select("#inn-error").text()).contains("10 цифр", "контрольная");
		assertThat(page.select("#ogrn-error").text()).contains("13 цифр", "контрольная");
		assertThat(page.select("#kpp-error")).hasSize(1);
		assertThat(page.select("#inn").val()).isEqualTo("0000123451");
	}

	@Test
	void innIsUnique() {
		this.network.zarechenskSystem();
		MvcTestResult refused = this.pages.post(this.accounts.administrator(), SYSTEMS, "name", "Двойник", "shortName",
				"Двойник", "inn", "0000123450", "ogrn", "1000000123452", "address", "Адрес");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.html(refused).select("#inn-error").text()).contains("ЦБС Зареченска");
	}

	@Test
	void systemWithLibrariesIsNotRemoved() {
		this.network.library("Библиотека системы");
		MvcTestResult refused = this.pages.post(this.accounts.administrator(),
				SYSTEMS + "/" + this.network.zarechenskSystem().id() + "/removal");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.html(refused).select("[role=alert]").text()).contains("есть библиотеки");
	}

	@Test
	void librarianHasNoBusinessHere() {
		Actor librarian = this.accounts.librarian(this.network.library("Библиотека любопытных").id());
		assertThat(this.pages.get(librarian, SYSTEMS)).hasStatus(403);
		assertThat(this.pages.get(librarian, "/admin/network/settings")).hasStatus(403);
		assertThat(this.pages.get(librarian, "/admin/network")).hasStatus(403);
	}

}
