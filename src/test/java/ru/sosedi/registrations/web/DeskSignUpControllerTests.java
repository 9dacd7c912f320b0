package ru.sosedi.registrations.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import jakarta.servlet.http.Cookie;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.registrations.AdmissionPolicyService;
import ru.sosedi.registrations.AdmissionQuestion;
import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.registrations.Booking;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.ProgrammeWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class DeskSignUpControllerTests {

	private static final String DATES = "/desk/registrations/occurrences/";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	RegistrationsWorld world;

	@Autowired
	NetworkWorld network;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	AdmissionPolicyService policies;

	@Autowired
	SqlStatements statements;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	NeighbourhoodCentre centre;

	Actor librarian;

	DeskPages pages;

	@BeforeEach
	void aLibrarian() {
		this.centre = this.network.zarechenskCentre();
		this.librarian = this.accounts.librarian(this.centre.library().id());
		this.pages = new DeskPages(this.mvc, this.librarian);
	}

	@Test
	void aNameAPhoneAndATickAreEnough() {
		UUID date = date("У стойки", 4);
		Document form = this.pages.page(DATES + date + "/new");
		assertThat(form.select("input[name=consents][checked]")).as("nothing is ticked beforehand").isEmpty();
		assertThat(form.select("input[name=seats]").val()).isEqualTo("1");
		assertThat(form.select(".consents").text()).contains("Я даю согласие оператору", "Библиотеки Зареченска");
		MvcTestResult result = this.pages.post(DATES + date + "/new", fields("Анна", "8 900 000-20-01", "2"));
		assertThat(result).hasStatus3xxRedirection();
		Document card = this.pages.page(result.getResponse().getRedirectedUrl());
		assertThat(card.select("h1").text()).isEqualTo("Анна");
		assertThat(card.select("main").text()).contains("место есть", "+7 900 000-20-01",
				"Записано в библиотеке: " + this.librarian.name(), "Получено согласие: обработка данных для записи");
		assertThat(card.select("a[href$=/slip]").text()).isEqualTo("Распечатать талон");
		assertThat(taken(date)).isEqualTo(2);
		assertThat(this.jdbc.sql("""
				select network_address is null and taken_by = ? from consent c join registration r using (booking_id)
				where r.occurrence_id = ?""").params(this.librarian.accountId(), date).query(Boolean.class).single())
			.isTrue();
	}

	@Test
	void theSamePersonTwiceIsToldAndLedToHerCard() {
		UUID date = date("Дважды у стойки", 4);
		MultiValueMap<String, String> fields = fields("Борис", "8 900 000-20-02", "1");
		String card = this.pages.post(DATES + date + "/new", fields).getResponse().getRedirectedUrl();
		MvcTestResult again = this.pages.post(DATES + date + "/new", fields);
		assertThat(again).hasStatus(422);
		Document page = DeskPages.page(again);
		assertThat(page.select("#errors").text()).contains("уже записались");
		assertThat(page.select("#errors a").attr("href")).isEqualTo(card);
		assertThat(page.select("#name").val()).isEqualTo("Борис");
		assertThat(taken(date)).isEqualTo(1);
	}

	@Test
	void aFullDateOffersTheWaitingListAndKeepsWhatWasTyped() {
		UUID date = date("Полная дата", 3);
		this.world.confirmed(date, "new-vera", 2);
		MultiValueMap<String, String> fields = fields("Галина", "8 900 000-20-03", "2");
		fields.set("children", "Маша 6");
		MvcTestResult full = this.pages.post(DATES + date + "/new", fields);
		assertThat(full).hasStatus(422);
		Document page = DeskPages.page(full);
		assertThat(page.select("#seats-error").text()).contains("свободно 1");
		assertThat(page.select("#name").val()).isEqualTo("Галина");
		assertThat(page.select("#children").val()).isEqualTo("Маша 6");
		assertThat(page.select("input[name=consents][checked]")).hasSize(1);
		assertThat(page.select("button[name=waiting]").text()).isEqualTo("Записать в лист ожидания");
		assertThat(page.select(".note").text()).contains("будет первой");
		assertThat(taken(date)).isEqualTo(2);
		fields.set("waiting", "yes");
		MvcTestResult waiting = this.pages.post(DATES + date + "/new", fields);
		assertThat(waiting).hasStatus3xxRedirection();
		assertThat(this.pages.page(waiting.getResponse().getRedirectedUrl()).select("main").text())
			.contains("в листе ожидания", "Маша, 6 лет");
		assertThat(this.pages.get(waiting.getResponse().getRedirectedUrl() + "/slip")).hasStatus(404);
	}

	@Test
	void whatMakesNoSenseIsRefusedAtItsFieldAndChangesNothing() {
		UUID date = date("Странный ввод", 30);
		String address = DATES + date + "/new";
		String[][] bad = { { "name", "", "name" }, { "name", "<script>alert(1)</script>", "name" },
				{ "name", "x".repeat(10_000), "name" }, { "seats", "0", "seats" }, { "seats", "-1", "seats" },
				{ "seats", "1000", "seats" }, { "seats", "21", "seats" }, { "seats", "два", "seats" },
				{ "seats", "99999999999", "seats" }, { "phone", "абв", "phone" }, { "phone", "", "email" },
				{ "email", "a@b", "email" }, { "email", "a@b.example\r\nBcc: x@y.example", "email" },
				{ "consents", "", "consent" }, { "consents", "PHOTO", "consent" }, { "children", "Маша", "children" },
				{ "children", "Маша 40", "children" }, { "counts.FROM_55", "-3", "counts.FROM_55" },
				{ "counts.FROM_55", "5", "seats" } };
		for (String[] one : bad) {
			MultiValueMap<String, String> fields = fields("Дина", "8 900 000-20-04", "2");
			fields.set(one[0], one[1]);
			MvcTestResult result = this.pages.post(address, fields);
			String what = one[0] + "=" + one[1].substring(0, Math.min(20, one[1].length()));
			assertThat(result).as(what).hasStatus(422);
			Document page = DeskPages.page(result);
			assertThat(page.select("#errors a").attr("href")).as(what).isEqualTo("#" + one[2]);
			assertThat(page.select("[id='" + one[2] + "']")).as(what).hasSize(1);
			assertThat(page.select("main script")).isEmpty();
		}
		assertThat(taken(date)).isZero();
		MultiValueMap<String, String> lines = fields("Дина\r\nX-Header: 1", "8 900 000-20-04", "20");
		MvcTestResult result = this.pages.post(address, lines);
		assertThat(this.pages.page(result.getResponse().getRedirectedUrl()).select("h1").text())
			.isEqualTo("Дина X-Header: 1");
	}

	@Test
	void peopleAreCountedByAgeAndChildrenNamed() {
		UUID date = date("Семья", 9);
		MultiValueMap<String, String> fields = fields("Елена", "8 900 000-20-05", "4");
		fields.set("children", "Маша 6\r\n\r\nПётр Ильич, 13 лет");
		fields.set("counts.FROM_31_TO_54", "1");
		MvcTestResult result = this.pages.post(DATES + date + "/new", fields);
		assertThat(result).hasStatus3xxRedirection();
		assertThat(this.pages.page(result.getResponse().getRedirectedUrl()).select(".facts").text())
			.contains("Маша, 6 лет; Пётр Ильич, 13 лет; 31–54 года: 1");
	}

	@Test
	void questionsAreAnsweredAtTheDeskToo() {
		Event event = this.world.event(this.centre, "Вопросы у стойки", 9);
		this.policies.ask(this.librarian, event.id(),
				List.of(new AdmissionQuestion(null, AdmissionQuestion.Kind.NUMBER, "Размер обуви", List.of(), true)));
		String question = this.policies.questions(event.id()).getFirst().field();
		String address = DATES + this.world.dateOf(event) + "/new";
		MultiValueMap<String, String> fields = fields("Жанна", "8 900 000-20-06", "1");
		assertThat(DeskPages.page(this.pages.post(address, fields)).select("#errors").text())
			.contains("Ответьте на этот вопрос");
		fields.set(question, "38");
		MvcTestResult result = this.pages.post(address, fields);
		assertThat(this.pages.page(result.getResponse().getRedirectedUrl()).select(".facts").text())
			.contains("Размер обуви 38");
	}

	@Test
	void nobodyIsSignedUpForADraftACancelledDateOrAnotherLibrary() {
		UUID date = date("Закрытые двери", 9);
		Actor elsewhere = this.accounts.librarian(this.network.library("Соседняя библиотека").id());
		assertThat(
				new DeskPages(this.mvc, elsewhere).post(DATES + date + "/new", fields("Зина", "8 900 000-20-07", "1")))
			.hasStatus(404);
		this.jdbc.sql("update seats set signs_up = false where occurrence_id = ?").param(date).update();
		MvcTestResult result = this.pages.post(DATES + date + "/new", fields("Зина", "8 900 000-20-07", "1"));
		assertThat(result).hasStatus(422);
		assertThat(DeskPages.page(result).select("#errors").text()).contains("не записываются");
		assertThat(taken(date)).isZero();
	}

	@Test
	void aSeriesThatIsBookedWholeIsBookedWholeAtTheDeskToo() {
		Event event = this.world.event(this.centre, "Вся серия", RegistrationsWorld.seats(9), new OccurrenceDetails(
				ProgrammeWorld.SATURDAY.plusDays(7), LocalTime.of(14, 0), LocalTime.of(15, 30), null, null, 2));
		List<UUID> dates = this.jdbc.sql("select id from occurrence where event_id = ? order by starts_at")
			.param(event.id())
			.query(UUID.class)
			.list();
		String address = DATES + dates.getFirst() + "/new";
		assertThat(this.pages.page(address).select("input[name=whole]")).as("single dates").isEmpty();
		this.policies.change(this.librarian, event.id(),
				new AdmissionTerms(null, null, 0, 5, true, null, false, false, Booking.WHOLE), -1);
		assertThat(this.pages.page(address).select("input[name=whole][checked]")).hasSize(1);
		MultiValueMap<String, String> fields = fields("Лида", "8 900 000-20-10", "3");
		fields.set("whole", "yes");
		MvcTestResult full = this.pages.post(address, fields);
		assertThat(full).as("two seats on the second date").hasStatus(422);
		assertThat(DeskPages.page(full).select("button[name=waiting]")).isEmpty();
		assertThat(taken(dates.getFirst())).as("all dates or none").isZero();
		fields.set("seats", "2");
		MvcTestResult done = this.pages.post(address, fields);
		assertThat(done).hasStatus3xxRedirection();
		assertThat(this.pages.page(done.getResponse().getRedirectedUrl()).select(".facts").text())
			.contains("суббота, 28 ноября");
		assertThat(List.of(taken(dates.getFirst()), taken(dates.getLast()))).containsExactly(2, 2);
		fields = fields("Майя", "8 900 000-20-11", "1");
		assertThat(this.pages.post(address, fields)).as("one date alone").hasStatus3xxRedirection();
		assertThat(List.of(taken(dates.getFirst()), taken(dates.getLast()))).containsExactly(3, 2);
	}

	@Test
	void nobodyIsSignedUpForADateThatIsOver() {
		UUID date = date("Прошло", 9);
		try {
			((TestClock.MovableClock) this.clock).advance(Duration.ofDays(9));
			MvcTestResult result = this.pages.post(DATES + date + "/new", fields("Нина", "8 900 000-20-12", "1"));
			assertThat(result).hasStatus(422);
			assertThat(DeskPages.page(result).select("#errors").text()).contains("Эта дата уже прошла");
			assertThat(this.pages.page(DATES + date).select("a[href$=/new]")).isEmpty();
		}
		finally {
			((TestClock.MovableClock) this.clock).reset();
		}
		assertThat(taken(date)).isZero();
	}

	@Test
	void thePagesSpeakEnglishToo() {
		UUID date = date("English", 2);
		this.world.confirmed(date, "new-english", 2);
		this.world.waiting(date, "new-waiting", 1);
		for (String address : List.of(DATES + date, DATES + date + "/new", DATES + date + "/terms",
				"/desk/registrations/" + this.world.requested(date("English 2", 2), "Oleg", "8 900 000-20-13", 1))) {
			MvcTestResult page = this.mvc.get()
				.uri(address + "?lang=en")
				.cookie(new Cookie("lang", "en"))
				.with(SignIn.as(this.librarian))
				.exchange();
			assertThat(
					DeskPages.page(page).select("main h2, main label, main legend, main .button, main .state").text())
				.as(address)
				.doesNotContainPattern("\\p{IsCyrillic}");
		}
	}

	@Test
	void theSlipIsAPieceOfPaperWithAllThatIsNeeded() throws Exception {
		UUID date = date("Талон", 9);
		String card = this.pages.post(DATES + date + "/new", fields("Ирина Ключева", "8 900 000-20-08", "3"))
			.getResponse()
			.getRedirectedUrl();
		MvcTestResult slip = this.pages.get(card + "/slip");
		assertThat(slip).hasStatusOk().hasContentType("application/pdf");
		try (PDDocument document = Loader.loadPDF(slip.getResponse().getContentAsByteArray())) {
			assertThat(document.getNumberOfPages()).isEqualTo(1);
			assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(290f, 300f);
			assertThat(new PDFTextStripper().getText(document)).contains("Талон»", "Ирина Ключева", "3 места",
					"суббота, 28 ноября", "+7 000 000-00-01");
			assertThat(document.getPage(0).getResources().getXObjectNames()).as("the code").isNotEmpty();
		}
	}

	@Test
	void theFormKeepsToItsBudget() {
		UUID date = date("Бюджет формы", 9);
		this.pages.get(DATES + date + "/new");
		assertThat(this.statements.during(() -> this.pages.get(DATES + date + "/new"))).hasSizeLessThanOrEqualTo(14);
		String card = this.pages.post(DATES + date + "/new", fields("Кира", "8 900 000-20-09", "1"))
			.getResponse()
			.getRedirectedUrl();
		assertThat(this.statements.during(() -> this.pages.get(card))).hasSizeLessThanOrEqualTo(18);
	}

	private MultiValueMap<String, String> fields(String name, String phone, String seats) {
		return DeskPages.fields("name", name, "phone", phone, "seats", seats, "consents", "SIGN_UP");
	}

	private UUID date(String title, int capacity) {
		return this.world.dateOf(this.world.event(this.centre, title, capacity));
	}

	private int taken(UUID date) {
		return this.jdbc.sql("select taken from seats where occurrence_id = ?")
			.param(date)
			.query(Integer.class)
			.single();
	}

}
