package ru.sosedi.network.web;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.Badge;
import ru.sosedi.network.Library;
import ru.sosedi.network.LibraryDetails;
import ru.sosedi.network.LibraryKey;
import ru.sosedi.network.LibraryService;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class LibraryControllerTests {

	private static final String LIBRARIES = "/admin/network/libraries";

	@Autowired
	private Pages pages;

	@Autowired
	private NetworkWorld network;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private LibraryService libraries;

	@Test
	void overviewCountsTheNetwork() {
		this.network.zarechenskCentre();
		MvcTestResult page = this.pages.get(this.accounts.administrator(), "/admin/network");
		assertThat(page).hasStatusOk();
		assertThat(Pages.html(page).select("main a[href=/admin/network/libraries]").text()).matches("[1-9][0-9]*");
	}

	@Test
	void listFindsByWordsNumberAndDistrict() {
		Library library = this.network.library("Библиотека у Семи Ветров");
		Actor administrator = this.accounts.administrator();
		assertThat(Pages.html(this.pages.get(administrator, LIBRARIES + "?q=ветров речная")).select("main h2").text())
			.contains("Библиотека у Семи Ветров");
		assertThat(Pages.html(this.pages.get(administrator, LIBRARIES + "?q=" + library.number())).select("main h2"))
			.isNotEmpty();
		assertThat(Pages.html(this.pages.get(administrator, LIBRARIES + "?district=Нигде")).select("main .empty"))
			.hasSize(1);
		assertThat(this.pages.get(administrator, LIBRARIES + "?q=100%25_&after=x")).hasStatusOk();
	}

	@Test
	void listGoesOnWhereItEnded() {
		for (int i = 0; i < 52; i++) {
			this.network.library("Зимняя библиотека " + i);
		}
		Document first = Pages.html(this.pages.get(this.accounts.administrator(), LIBRARIES + "?q=Зимняя"));
		assertThat(first.select("ul.entries > li")).hasSize(50);
		Document second = Pages
			.html(this.pages.get(this.accounts.administrator(), first.select("p.more a").attr("href")));
		assertThat(second.select("ul.entries > li")).hasSize(2);
		assertThat(second.select("p.more")).isEmpty();
	}

	@Test
	void libraryIsAddedWithDecimalCommas() {
		MvcTestResult saved = this.pages.post(this.accounts.administrator(), LIBRARIES, "systemId", system(), "name",
				"Новая библиотека «Якорь»", "address", "г. Зареченск, ул. Новая, 5", "latitude", "57,1522", "longitude",
				"65,5272", "timeZone", "Asia/Irkutsk", "badges", "CHILDREN", "services", "Wi-Fi\r\nКопирование\r\n",
				"mobilityLevel", "PARTIAL", "mobilityNote", "Пандус", "foundedYear", "1961", "site", "yakor.example");
		assertThat(saved).hasStatus3xxRedirection();
		LibraryKey key = this.libraries.keysOf(this.network.zarechenskSystem().id())
			.stream()
			.filter((one) -> one.name().equals("Новая библиотека «Якорь»"))
			.findFirst()
			.orElseThrow();
		LibraryDetails details = this.libraries.detailsOf(List.of(key.id())).get(key.id());
		assertThat(details.place().latitude()).isEqualTo(57.1522);
		assertThat(details.timeZone().getId()).isEqualTo("Asia/Irkutsk");
		assertThat(details.badges()).containsExactly(Badge.CHILDREN);
		assertThat(details.services()).containsExactly("Wi-Fi", "Копирование");
		assertThat(details.site()).isEqualTo("https://yakor.example");
	}

	@Test
	void everyFieldAtFaultIsNamedAndWhatWasTypedIsKept() {
		MvcTestResult refused = this.pages.post(this.accounts.administrator(), LIBRARIES, "systemId", "нет", "number",
				"сорок", "name", " ", "address", "ул. <b>Кривая</b>", "latitude", "91,5x", "longitude", "", "timeZone",
				"Mars/Base", "foundedYear", "12", "visionNote", "Шрифт Брайля");
		assertThat(refused).hasStatus(422);
		Document page = Pages.html(refused);
		assertThat(page.select(".error-summary a").eachAttr("href")).contains("#systemId", "#number", "#name",
				"#latitude", "#timeZone", "#visionLevel");
		assertThat(page.select("#address").val()).isEqualTo("ул. <b>Кривая</b>");
		assertThat(page.select("#latitude").val()).isEqualTo("91,5x");
		assertThat(page.select("#number").val()).isEqualTo("сорок");
	}

	@Test
	void numberIsUniqueWithinItsSystem() {
		Library library = this.network.library("Библиотека с номером");
		MvcTestResult refused = this.pages.post(this.accounts.administrator(), LIBRARIES, "systemId", system(),
				"number", library.number().toString(), "name", "Другая", "address", "Там же", "timeZone",
				"Asia/Yekaterinburg");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.html(refused).select("#number-error").text()).contains("Библиотека с номером");
	}

	@Test
	void staleEditShowsWhatIsStoredAndKeepsWhatWasTyped() {
		Library library = this.network.library("Библиотека двух писателей");
		this.libraries.change(Actor.portal(), library.id(), changed(library, "г. Зареченск, ул. Первая, 1"),
				library.version());
		MvcTestResult stale = this.pages.post(this.accounts.administrator(), LIBRARIES + "/" + library.id(), "systemId",
				system(), "name", library.name(), "address", "г. Зареченск, ул. Вторая, 2", "timeZone",
				"Asia/Yekaterinburg", "version", library.version().toString());
		assertThat(stale).hasStatus(409);
		Document page = Pages.html(stale);
		assertThat(page.select("#conflict dd").eachText()).contains("г. Зареченск, ул. Первая, 1");
		assertThat(page.select("#address").val()).isEqualTo("г. Зареченск, ул. Вторая, 2");
		assertThat(page.select("main form input[name=version]").val())
			.isEqualTo(this.libraries.forKeeping(Actor.portal(), library.id()).version().toString());
	}

	@Test
	void librarianChangesWhatHerLibraryOffersAndNothingElse() {
		Library library = this.network.library("Библиотека Лидии");
		Actor librarian = this.accounts.librarian(library.id());
		Document page = Pages.html(this.pages.get(librarian, LIBRARIES + "/" + library.id()));
		assertThat(page.select("#name, #latitude, #badges")).isEmpty();
		assertThat(this.pages.post(librarian, LIBRARIES + "/" + library.id(), "systemId", system(), "name",
				"Захваченная", "address", "Нигде", "timeZone", "Europe/Moscow", "about", "Чай по средам.", "services",
				"Чай", "version", library.version().toString()))
			.hasStatus3xxRedirection();
		LibraryDetails now = this.libraries.forKeeping(Actor.portal(), library.id()).details();
		assertThat(now.about()).isEqualTo("Чай по средам.");
		assertThat(now.services()).containsExactly("Чай");
		assertThat(now.name()).isEqualTo("Библиотека Лидии");
		assertThat(now.timeZone()).isEqualTo(NetworkWorld.ZONE);
		assertThat(now.number()).isEqualTo(library.number());
		assertThat(now.badges()).containsExactly(Badge.MODEL_LIBRARY);
	}

	@Test
	void anothersLibraryIsNotThere() {
		Library library = this.network.library("Чужая библиотека");
		Actor librarian = this.accounts.librarian(this.network.library("Своя библиотека").id());
		String address = LIBRARIES + "/" + library.id();
		for (String part : List.of("", "/hours", "/rooms", "/rooms/new")) {
			assertThat(this.pages.get(librarian, address + part)).as(part).hasStatus(404);
		}
		assertThat(this.pages.post(librarian, address)).hasStatus(404);
		assertThat(this.pages.post(librarian, address + "/hours")).hasStatus(404);
		assertThat(this.pages.post(librarian, address + "/rooms")).hasStatus(404);
		assertThat(this.pages.post(librarian, address + "/closures")).hasStatus(404);
		assertThat(this.pages.get(librarian, address + "/centre")).hasStatus(403);
		assertThat(Pages.html(this.pages.get(librarian, LIBRARIES)).select("ul.entries h2").eachText())
			.containsExactly("Своя библиотека");
		assertThat(this.pages.get(librarian, LIBRARIES + "/no-id")).hasStatus(404);
	}

	@Test
	void libraryWithACentreIsNotRemoved() {
		Library library = this.network.library("Библиотека под центром");
		this.network.openCentre("Центр над библиотекой", library.id());
		MvcTestResult refused = this.pages.post(this.accounts.administrator(),
				LIBRARIES + "/" + library.id() + "/removal");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.html(refused).select("[role=alert]").text()).contains("Нельзя удалить");
		Library free = this.network.library("Ничья библиотека");
		assertThat(this.pages.get(this.accounts.administrator(), LIBRARIES + "/" + free.id() + "/removal"))
			.hasStatusOk();
		assertThat(this.pages.post(this.accounts.administrator(), LIBRARIES + "/" + free.id() + "/removal"))
			.hasStatus3xxRedirection();
		assertThat(this.pages.get(this.accounts.administrator(), LIBRARIES + "/" + free.id())).hasStatus(404);
	}

	@Test
	void slugStaysAndIsUnique() {
		Library one = this.network.library("Библиотека «Тёзка»");
		Library other = this.network.library("Библиотека «Тёзка»");
		assertThat(other.slug()).isNotEqualTo(one.slug()).startsWith(one.slug());
		this.libraries.change(Actor.portal(), one.id(), changed(one, "г. Зареченск, ул. Третья, 3"), one.version());
		assertThat(this.libraries.forKeeping(Actor.portal(), one.id()).slug()).isEqualTo(one.slug());
	}

	@Test
	void pagesAreInEnglishToo() {
		MvcTestResult page = this.pages.get(this.accounts.administrator(), LIBRARIES + "/new?lang=en");
		assertThat(Pages.html(page).select("h1").text()).isEqualTo("Add a library");
		assertThat(Pages.html(page).select("main").text()).doesNotContain("??");
	}

	private String system() {
		return this.network.zarechenskSystem().id().toString();
	}

	private static LibraryDetails changed(Library library, String address) {
		LibraryDetails it = library.details();
		return new LibraryDetails(it.systemId(), it.number(), it.name(), address, it.district(), it.place(),
				it.timeZone(), it.foundedYear(), it.phone(), it.email(), it.site(), it.about(), it.badges(),
				it.services(), it.accessibility(), it.seasons(), it.maintenance());
	}

}
