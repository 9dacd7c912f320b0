package ru.sosedi.registrations.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.programme.Admission;
import ru.sosedi.programme.Audience;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventDetails;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.registrations.BookingService;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.registrations.SeatAllocation;
import ru.sosedi.registrations.WaitingList;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.ProgrammeWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class SignUpControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	RegistrationsWorld world;

	@Autowired
	ProgrammeWorld programme;

	@Autowired
	NetworkWorld network;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	SeatAllocation seats;

	@Autowired
	BookingService bookings;

	@Autowired
	BookingLinks links;

	@Autowired
	WaitingList waitingList;

	@Autowired
	OccurrenceService occurrences;

	@Autowired
	SqlStatements sqlStatements;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@AfterEach
	void putTheClockBack() {
		((TestClock.MovableClock) this.clock).reset();
	}

	@Test
	void theEventPageTellsTheSeatsAndLeadsToTheFormWithoutACookie() {
		Event event = adults("Оригами для взрослых", 12);
		UUID date = this.world.dateOf(event);
		this.world.confirmed(date, "w1", 2);
		MvcTestResult page = this.mvc.get().uri("/events/" + event.id() + "/" + event.slug()).exchange();
		assertThat(page).hasStatusOk().doesNotContainHeader("Set-Cookie");
		Document html = html(page);
		assertThat(html.text()).contains("осталось 10 мест");
		assertThat(html.selectFirst("a:contains(Записаться)").attr("href"))
			.isEqualTo("/registrations/new?date=" + date);
		assertThat(this.sqlStatements
			.during(() -> this.mvc.get().uri("/events/" + event.id() + "/" + event.slug()).exchange()))
			.hasSizeLessThanOrEqualTo(4);
	}

	@Test
	void listsSayHowManySeatsAreLeftAtThisMoment() {
		Event event = adults("Редкое занятие маятника", 3);
		UUID date = this.world.dateOf(event);
		assertThat(listed("маятника")).contains("осталось 3 места");
		this.seats.hold(date, 2);
		assertThat(listed("маятника")).contains("осталось 1 место");
		advance(Duration.ofMinutes(15));
		assertThat(listed("маятника")).as("a lapsed form keeps nothing").contains("осталось 3 места");
		this.world.confirmed(date, "w2", 3);
		assertThat(listed("маятника")).contains("мест нет, есть лист ожидания");
	}

	@Test
	void aPersonSignsUpInTwoStepsAndIsToldToLookIntoTheMail() {
		UUID date = this.world.dateOf(adults("Два шага", 5));
		Document step = html(this.mvc.get().uri("/registrations/new?date=" + date).exchange());
		assertThat(step.select("input[name=seats]")).hasSize(5);
		String form = post("/registrations/holds", Map.of("date", date.toString(), "seats", "2")).getResponse()
			.getRedirectedUrl();
		assertThat(form).startsWith("/registrations/holds/");
		Document page = html(this.mvc.get().uri(form).exchange());
		assertThat(page.text()).contains("2 места за вами").contains("Согласие на обработку персональных данных");
		assertThat(page.select("input[type=checkbox][checked]")).as("nothing is ticked beforehand").isEmpty();
		assertThat(page.select(".person")).as("adults are not asked for their age").isEmpty();
		Map<String, String> fields = person(date, "two-steps", 2);
		fields.put("hold", form.replaceAll(".*/", ""));
		MvcTestResult done = post("/registrations", fields);
		assertThat(done).hasRedirectedUrl("/registrations/sent?date=" + date + "&state=unconfirmed");
		assertThat(html(this.mvc.get().uri(done.getResponse().getRedirectedUrl()).exchange()).text())
			.contains("Проверьте почту");
		assertThat(done.getResponse().getCookie("SESSION")).isNull();
		assertThat(this.seats.seats(date).orElseThrow().taken()).isEqualTo(2);
	}

	@Test
	void aParentSignsChildrenUpByFirstNameAndAge() {
		Event event = this.world.event(this.network.zarechenskCentre(), "Семейное оригами", 9);
		UUID date = this.world.dateOf(event);
		Map<String, String> fields = person(date, "parent", 3);
		fields.put("people[0].band", "FROM_31_TO_54");
		fields.put("people[1].band", "TO_14");
		fields.put("people[1].name", "Миша, он же Медвежонок");
		fields.put("people[1].age", "9");
		fields.put("people[2].band", "TO_14");
		fields.put("people[2].name", "");
		fields.put("people[2].age", "40");
		Document refused = html(post("/registrations", fields));
		assertThat(refused.select(".error-summary a").eachAttr("href")).containsExactly("#people[2].age");
		assertThat(refused.selectFirst("[name=people[1].name]").val()).isEqualTo("Миша, он же Медвежонок");
		fields.put("people[2].age", "6");
		assertThat(html(post("/registrations", fields)).text()).contains("Напишите имя ребёнка");
		fields.put("people[2].name", "Катя");
		assertThat(post("/registrations", fields)).hasStatus(302);
		assertThat(this.jdbc.sql("""
				select coalesce(name, '-') || ' ' || age_band || ' ' || coalesce(age, -1) from participant
				where booking_id = (select booking_id from registration where email = 'parent@zarechensk.example')
				order by position""").query(String.class).list()).containsExactly("- FROM_31_TO_54 -1",
				"Миша, он же Медвежонок TO_14 9", "Катя TO_14 6");
	}

	@Test
	void whatIsMissingIsToldAllAtOnceAndNothingIsLost() {
		UUID date = this.world.dateOf(adults("Ошибки", 5));
		MvcTestResult refused = post("/registrations",
				Map.of("dates", date.toString(), "seats", "2", "name", " ", "email", "не почта"));
		assertThat(refused).hasStatus(422);
		Document page = html(refused);
		assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#name", "#email", "#consent");
		assertThat(page.getElementById("email").val()).isEqualTo("не почта");
		assertThat(this.seats.seats(date).orElseThrow().taken()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "1000", "2147483648", "два", "", "1e1", "١" })
	void absurdNumbersOfSeatsTakeNone(String number) {
		UUID date = this.world.dateOf(adults("Числа", 5));
		assertThat(post("/registrations/holds", Map.of("date", date.toString(), "seats", number))).hasStatus(422);
		Map<String, String> fields = person(date, "absurd", 1);
		fields.put("seats", number);
		assertThat(post("/registrations", fields)).hasStatus(422);
		assertThat(this.seats.seats(date).orElseThrow().taken()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "<script>alert(1)</script>", "Анна http://x.example", "'Анна\r\nBcc: all@zarechensk.example'" })
	void namesAreNoMarkUpNoAddressAndOneLine(String name) {
		UUID date = this.world.dateOf(adults("Имена", 5));
		Map<String, String> fields = person(date, "names", 1);
		fields.put("name", name);
		MvcTestResult answer = post("/registrations", fields);
		assertThat(answer).hasStatus(422);
		assertThat(answer.getResponse().getContentType()).startsWith("text/html");
		assertThat(new String(answer.getResponse().getContentAsByteArray())).doesNotContain("<script>alert");
	}

	@Test
	void aNameOfTenThousandSignsIsTooLong() {
		UUID date = this.world.dateOf(adults("Длинное имя", 5));
		Map<String, String> fields = person(date, "long", 1);
		fields.put("name", "я".repeat(10_000));
		assertThat(html(post("/registrations", fields)).text()).contains("не больше 120 знаков");
	}

	@Test
	void theSameFormSentTwiceIsOneSignUp() {
		UUID date = this.world.dateOf(adults("Двойной щелчок", 5));
		Map<String, String> fields = person(date, "double", 2);
		assertThat(post("/registrations", fields)).hasStatus(302);
		MvcTestResult again = post("/registrations", fields);
		assertThat(again).hasStatus(422);
		assertThat(html(again).text()).contains("уже записались");
		assertThat(this.seats.seats(date).orElseThrow().taken()).isEqualTo(2);
	}

	@Test
	void whenSeatsGoMeanwhileTheFormLeadsToTheWaitingListWithAllThatWasTyped() {
		UUID date = this.world.dateOf(adults("Ушли места", 2));
		Map<String, String> fields = person(date, "late", 2);
		this.world.confirmed(date, "quick", 1);
		Document page = html(post("/registrations", fields));
		assertThat(page.text()).contains("места заняли другие: свободно 1").contains("Лист ожидания");
		assertThat(page.getElementById("sign-up").attr("action")).isEqualTo("/registrations/waiting");
		assertThat(page.getElementById("name").val()).isEqualTo("late");
		assertThat(post("/registrations/waiting", fields))
			.hasRedirectedUrl("/registrations/sent?date=" + date + "&state=waiting");
		assertThat(this.seats.seats(date).orElseThrow().waiting()).isEqualTo(1);
	}

	@Test
	void draftsAreUnknownAndCancelledOrPastDatesSayWhy() {
		Event draft = this.programme.draft(this.network.zarechenskCentre(),
				RegistrationsWorld.signUp(ProgrammeWorld.details("Черновик записи")));
		UUID hidden = this.occurrences.add(Actor.portal(), draft.id(), RegistrationsWorld.seats(5)).id();
		assertThat(this.mvc.get().uri("/registrations/new?date=" + hidden)).hasStatus(404);
		assertThat(post("/registrations", person(hidden, "draft", 1))).hasStatus(404);
		UUID cancelled = this.world.dateOf(adults("Отменённое", 5));
		this.occurrences.cancel(Actor.portal(), cancelled, "Санитарный день");
		MvcTestResult page = this.mvc.get().uri("/registrations/new?date=" + cancelled).exchange();
		assertThat(html(page).text()).contains("На эту дату не записываются");
		assertThat(html(post("/registrations", person(cancelled, "off", 1))).text()).contains("не записываются");
		UUID past = this.world.dateOf(adults("Уже началось", 5));
		advance(Duration.ofDays(9));
		assertThat(html(this.mvc.get().uri("/registrations/new?date=" + past).exchange()).text()).contains("закрыта");
		assertThat(html(post("/registrations", person(past, "past", 1))).text()).contains("закрыта");
		for (String odd : List.of("", "x", UUID.randomUUID().toString())) {
			assertThat(this.mvc.get().uri("/registrations/new?date=" + odd)).hasStatus(404);
		}
		assertThat(this.mvc.get().uri("/registrations/holds/" + UUID.randomUUID())).hasStatus(410);
	}

	@Test
	void theLinkConfirmsOnceAndNobodyElsesLinkDoes() {
		UUID date = this.world.dateOf(adults("Ссылка", 5));
		UUID booking = this.world.unconfirmed(date, "link", 2);
		String token = this.links.token(BookingLinks.Purpose.MANAGE, booking);
		assertThat(html(this.mvc.get().uri("/registrations/" + token + "/confirmation").exchange())
			.selectFirst("main button")
			.text()).isEqualTo("Подтвердить запись");
		assertThat(this.bookings.booking(booking).getFirst().state()).as("opening a link changes nothing")
			.isEqualTo(RegistrationState.UNCONFIRMED);
		assertThat(post("/registrations/" + token + "/confirmation", Map.of()))
			.hasRedirectedUrl("/registrations/" + token + "?after=confirmation");
		MvcTestResult page = this.mvc.get().uri("/registrations/" + token + "?after=confirmation").exchange();
		assertThat(html(page).text()).contains("Вы записаны").contains("2 места");
		assertThat(page.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
		String ticket = this.links.token(BookingLinks.Purpose.TICKET, booking);
		for (String forged : List.of(ticket, token.substring(1) + "A", "x", token + "/")) {
			assertThat(this.mvc.get().uri("/registrations/" + forged)).hasStatus(404);
		}
		assertThat(post("/registrations/" + ticket + "/cancellation", Map.of())).hasStatus(404);
		assertThat(this.mvc.get().uri("/tickets/" + token)).hasStatus(404);
		assertThat(html(this.mvc.get().uri("/tickets/" + ticket).exchange()).select("svg.qr path")).hasSize(1);
	}

	@Test
	void aLinkThatIsTooLateSaysSoAndLeadsToTheWaitingList() {
		UUID date = this.world.dateOf(adults("Поздняя ссылка", 2));
		UUID booking = this.world.unconfirmed(date, "too-late", 2);
		String page = "/registrations/" + this.links.token(BookingLinks.Purpose.MANAGE, booking);
		advance(Duration.ofMinutes(31));
		this.waitingList.sweep(date);
		this.world.confirmed(date, "quicker", 1);
		assertThat(html(this.mvc.get().uri(page + "/confirmation").exchange()).text())
			.contains("места достались другим");
		assertThat(html(post(page + "/confirmation", Map.of())).text()).contains("места достались другим");
		assertThat(post(page + "/waiting", Map.of())).hasRedirectedUrl(page + "?after=waiting");
		assertThat(html(this.mvc.get().uri(page).exchange()).text()).contains("Место в очереди: 1");
		assertThat(post(page + "/waiting", Map.of())).as("twice").hasStatus(422);
	}

	@Test
	void seatsAreChangedWithinWhatIsLeftAndGivenBackInOneStep() {
		UUID date = this.world.dateOf(adults("Сколько", 4));
		UUID booking = this.world.confirmed(date, "many", 2);
		this.world.confirmed(date, "other", 1);
		String page = "/registrations/" + this.links.token(BookingLinks.Purpose.MANAGE, booking);
		String id = this.bookings.booking(booking).getFirst().id().toString();
		assertThat(html(post(page + "/seats", Map.of("registration", id, "seats", "4"))).text()).contains("свободно 1");
		assertThat(post(page + "/seats", Map.of("registration", id, "seats", "3"))).hasStatus(302);
		assertThat(post(page + "/seats", Map.of("registration", UUID.randomUUID().toString(), "seats", "1")))
			.hasStatus(404);
		assertThat(post(page + "/cancellation", Map.of())).hasStatus(302);
		assertThat(post(page + "/cancellation", Map.of())).as("once more does no harm").hasStatus(302);
		assertThat(this.seats.seats(date).orElseThrow().taken()).isEqualTo(1);
		assertThat(html(post(page + "/confirmation", Map.of())).text()).contains("Эта запись отменена");
	}

	@Test
	void whoIsSignedInWithTheAddressNeedNotProveItAndSeesAllAtMy() {
		Actor librarian = this.accounts.librarian();
		UUID date = this.world.dateOf(adults("Своя запись", 4));
		Map<String, String> fields = person(date, "librarian", 1);
		fields.put("email", this.accounts.emailOf(librarian));
		var request = this.mvc.post().uri("/registrations").with(csrf()).with(SignIn.as(librarian));
		fields.forEach(request::param);
		assertThat(request.exchange()).hasRedirectedUrl("/registrations/sent?date=" + date + "&state=confirmed");
		assertThat(html(this.mvc.get().uri("/my").with(SignIn.as(librarian)).exchange()).text())
			.contains("Своя запись");
		UUID booking = this.world.confirmed(date, "resident", 1);
		String mine = "/my/" + this.links.token(BookingLinks.Purpose.MANAGE, booking);
		assertThat(html(this.mvc.get().uri(mine).exchange()).text()).contains("Своя запись");
		assertThat(html(this.mvc.get().uri("/my").exchange()).select("form[action=/my/links]")).hasSize(1);
		assertThat(post("/my/links", Map.of("email", "nobody@zarechensk.example"))).hasRedirectedUrl("/my?after=link");
		assertThat(post("/my/links", Map.of("email", "resident@zarechensk.example")))
			.hasRedirectedUrl("/my?after=link");
		assertThat(this.jdbc.sql("select kind from outbox_message where recipient = 'resident@zarechensk.example'")
			.query(String.class)
			.list()).contains("registrations.mine");
	}

	@Test
	void englishIsComplete() {
		UUID date = this.world.dateOf(adults("English", 4));
		Document page = html(this.mvc.get().uri("/registrations/new?lang=en&date=" + date).exchange());
		assertThat(page.text()).contains("How many of you will come?", "4 seats left");
	}

	private Event adults(String title, int capacity) {
		EventDetails of = RegistrationsWorld.signUp(ProgrammeWorld.details(title));
		EventDetails adults = new EventDetails(of.form(), of.title(), of.summary(), of.description(), of.ageMark(),
				Set.of(Audience.ADULTS), of.deliveryMode(), of.themes(), of.partners(), Admission.SIGN_UP,
				of.language(), of.accessible(), of.accessibilityNote(), of.contact(), null, null);
		return this.programme.published(this.network.zarechenskCentre(), adults, RegistrationsWorld.seats(capacity));
	}

	private static Map<String, String> person(UUID date, String name, int seats) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("dates", date.toString());
		fields.put("seats", String.valueOf(seats));
		fields.put("name", name);
		fields.put("email", name + "@zarechensk.example");
		fields.put("consents", "SIGN_UP");
		return fields;
	}

	private MvcTestResult post(String address, Map<String, String> fields) {
		var request = this.mvc.post().uri(address).with(csrf());
		fields.forEach(request::param);
		return request.exchange();
	}

	private String listed(String words) {
		return html(this.mvc.get().uri("/events?q=" + words).exchange()).select("article.event").text();
	}

	private static Document html(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private void advance(Duration time) {
		((TestClock.MovableClock) this.clock).advance(time);
	}

}
