package ru.sosedi.attendance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Event;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.registrations.BookingService;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.ProgrammeWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** From the tick at the door to the closed event, as services and as pages. */
@PortalTest
class AttendanceTests {

	/** Saturday, 28 November 2026, 14:00 in Tyumen. */
	private static final Instant BEGINS = Instant.parse("2026-11-28T09:00:00Z");

	@Autowired
	CheckIns checkIns;

	@Autowired
	CloseOuts closeOuts;

	@Autowired
	FeedbackService feedback;

	@Autowired
	BookingService bookings;

	@Autowired
	BookingLinks links;

	@Autowired
	RegistrationsWorld world;

	@Autowired
	ProgrammeWorld programme;

	@Autowired
	NetworkWorld network;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	private NeighbourhoodCentre centre;

	private Actor librarian;

	@BeforeEach
	void atTheDoor() {
		this.centre = this.network.zarechenskCentre();
		this.librarian = this.accounts.librarian(this.centre.library().id());
	}

	@AfterEach
	void putTheClockBack() {
		((TestClock.MovableClock) this.clock).reset();
	}

	@Test
	void theSameTickTwiceIsOneAndTheLatestOfSeveralCounts() {
		UUID date = date("Отметки", 9);
		UUID group = registration(this.world.confirmed(date, "door-1", 3));
		clockTo(BEGINS);
		Tick all = new Tick(UUID.randomUUID(), group, 3, null, BEGINS.minusSeconds(60));
		this.checkIns.record(this.librarian, date, all);
		this.checkIns.record(this.librarian, date, all);
		assertThat(this.checkIns.present(date).all()).isEqualTo(3);
		this.checkIns.record(this.librarian, date, new Tick(UUID.randomUUID(), group, 2, null, BEGINS));
		this.checkIns.record(this.librarian, date,
				new Tick(UUID.randomUUID(), group, 0, null, BEGINS.minusSeconds(30)));
		assertThat(this.checkIns.present(date).of(group)).as("an older act that arrives late changes nothing")
			.isEqualTo(2);
		this.checkIns.record(this.librarian, date,
				new Tick(UUID.randomUUID(), group, 1, null, BEGINS.plus(Duration.ofDays(900))));
		clockTo(BEGINS.plusSeconds(60));
		this.checkIns.record(this.librarian, date, new Tick(UUID.randomUUID(), group, 3, null, null));
		assertThat(this.checkIns.present(date).of(group)).as("a wrong clock does not win for ever").isEqualTo(3);
	}

	@Test
	void walkInsAreCountedByAgeAndTakenBack() {
		UUID date = date("Без записи", 9);
		clockTo(BEGINS);
		walkIn(date, AgeBand.TO_14, 1);
		walkIn(date, AgeBand.TO_14, 1);
		walkIn(date, AgeBand.FROM_55, 1);
		walkIn(date, AgeBand.FROM_55, -1);
		walkIn(date, null, 1);
		CheckIns.Present present = this.checkIns.present(date);
		assertThat(present.walkIns()).isEqualTo(Map.of(AgeBand.TO_14, 2));
		assertThat(present.walkedIn()).isEqualTo(3);
	}

	@Test
	void othersDatesForeignSignUpsAndEarlyTicksAreRefused() {
		UUID date = date("Чужое", 9);
		UUID foreign = registration(this.world.confirmed(date("Другая дата", 9), "door-2", 1));
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> walkIn(date, null, 1));
		clockTo(BEGINS);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(
				() -> this.checkIns.record(this.librarian, date, new Tick(UUID.randomUUID(), foreign, 1, null, null)));
		Actor stranger = this.accounts.librarian(this.network.library("Чужая библиотека").id());
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.checkIns.record(stranger, date, new Tick(UUID.randomUUID(), null, 1, null, null)));
		for (int people : new int[] { -1, 21, Integer.MIN_VALUE }) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> new Tick(UUID.randomUUID(), foreign, people, null, null));
		}
	}

	@Test
	void theCheckInPageTicksWithoutScripts() {
		UUID date = date("Страница отметки", 2);
		this.world.confirmed(date, "door-3", 2);
		clockTo(BEGINS);
		String address = "/desk/attendance/occurrences/" + date + "/check-in";
		MvcTestResult answer = get(address);
		assertThat(answer.getResponse().getHeader("Permissions-Policy")).contains("camera=(self)");
		Document page = html(answer);
		assertThat(page.text()).contains("door-3", "записано 2", "Все 2");
		assertThat(post("/desk/attendance/occurrences/" + date + "/check-ins",
				Map.of("tick", page.selectFirst("#ticks [name=tick]").val(), "registration",
						page.selectFirst("#ticks [name=registration]").val(), "people", "2")))
			.hasRedirectedUrl(address);
		post("/desk/attendance/occurrences/" + date + "/check-ins",
				Map.of("tick", UUID.randomUUID().toString(), "band", "FROM_55", "people", "1"));
		Document after = html(get(address));
		assertThat(after.getElementById("came").text()).isEqualTo("3");
		assertThat(after.text()).contains("Людей больше, чем мест");
		assertThat(html(get(address + "?q=нет-такой")).text()).contains("Никого не нашлось");
	}

	@ParameterizedTest
	@CsvSource({ "x, 1", "'', 1", "00000000-0000-0000-0000-000000000001, 1000",
			"00000000-0000-0000-0000-000000000002, два", "00000000-0000-0000-0000-000000000003, 0" })
	void absurdTicksAreAnsweredAndChangeNothing(String tick, String people) {
		UUID date = date("Нелепые отметки", 2);
		clockTo(BEGINS);
		assertThat(post("/desk/attendance/occurrences/" + date + "/check-ins", Map.of("tick", tick, "people", people)))
			.hasRedirectedUrl("/desk/attendance/occurrences/" + date + "/check-in?refused=absurd");
		assertThat(this.checkIns.present(date).all()).isZero();
	}

	@Test
	void theListOnPaperHoldsNamesSeatsAndNoContacts() throws Exception {
		UUID date = date("Список на бумаге", 5);
		this.world.confirmed(date, "door-4", 2);
		byte[] pdf = get("/desk/attendance/occurrences/" + date + "/print").getResponse().getContentAsByteArray();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(document)).contains("door-4", "Список на бумаге")
				.doesNotContain("@zarechensk");
		}
	}

	@Test
	void aTicketLeadsStaffToTheTickAndSaysWhatIsWrong() {
		UUID date = date("Билеты", 5);
		UUID booking = this.world.confirmed(date, "door-5", 2);
		clockTo(BEGINS);
		String token = this.links.token(BookingLinks.Purpose.TICKET, booking);
		assertThat(get("/tickets/" + token)).hasRedirectedUrl("/desk/attendance/tickets/" + token);
		assertThat(html(get("/desk/attendance/tickets/" + token)).text()).contains("door-5", "Все 2");
		assertThat(html(get("/desk/attendance/tickets/forged")).text()).contains("не билет");
		Actor stranger = this.accounts.librarian(this.network.library("Другая библиотека билетов").id());
		assertThat(html(this.mvc.get().uri("/desk/attendance/tickets/" + token).with(SignIn.as(stranger)).exchange())
			.text()).contains("не на мероприятия ваших библиотек").doesNotContain("door-5");
		this.bookings.cancelAll(booking);
		Document cancelled = html(get("/desk/attendance/tickets/" + token));
		assertThat(cancelled.text()).contains("запись отменена");
		assertThat(cancelled.select("button[name=people]")).isEmpty();
		clockTo(BEGINS.plus(Duration.ofDays(2)));
		assertThat(html(get("/desk/attendance/tickets/" + token)).text()).contains("Билет на другой день");
	}

	@Test
	void anEventIsClosedFromItsTicksAndStaysOnTheDeskUntilItIs() {
		UUID date = date("Закрытие", 9);
		this.world.confirmed(date, "door-6", 2);
		UUID group = registration(this.world.confirmed(date, "door-7", 3));
		clockTo(BEGINS);
		this.checkIns.record(this.librarian, date, new Tick(UUID.randomUUID(), group, 3, null, null));
		walkIn(date, AgeBand.TO_14, 1);
		clockTo(BEGINS.plus(Duration.ofDays(4)));
		assertThat(open()).filteredOn((one) -> one.occurrenceId().equals(date))
			.singleElement()
			.satisfies((one) -> assertThat(one.overdue()).isTrue());
		assertThat(html(get("/desk")).text()).contains("Закройте мероприятия", "Закрытие", "ждёт больше трёх дней");
		String address = "/desk/attendance/occurrences/" + date + "/close-out";
		Document form = html(get(address));
		assertThat(form.getElementById("to14").val()).isEqualTo("1");
		assertThat(form.text()).contains("Отмечено у входа: 4", "Возраст 3 человек неизвестен");
		assertThat(post(address,
				Map.of("to14", "1", "from31To54", "3", "source", "CHECK_IN", "result", "Сложили журавлей")))
			.hasRedirectedUrl(address);
		CloseOut closed = this.closeOuts.find(this.librarian, date).orElseThrow();
		assertThat(closed.details().visits()).isEqualTo(4);
		assertThat(List.of(closed.signedUp(), closed.came(), closed.didNotCome())).containsExactly(5, 3, 2);
		assertThat(open()).noneMatch((one) -> one.occurrenceId().equals(date));
		assertThat(html(get(address)).text()).contains("Мероприятие закрыто", "записано 5, пришли 3, не пришли 2",
				"отметили у входа", "Сложили журавлей");
		assertThat(post(address, Map.of("to14", "9", "source", "COUNT"))).as("closed already").hasStatus(409);
	}

	@Test
	void aCorrectionNeedsAReasonAndKeepsWhatWasThere() {
		UUID date = date("Исправление", 9);
		clockTo(BEGINS.plus(Duration.ofHours(3)));
		String address = "/desk/attendance/occurrences/" + date + "/close-out";
		assertThat(html(post(address, Map.of("source", "COUNT"))).text()).contains("Если никто не пришёл");
		post(address, Map.of("source", "COUNT", "nobody", "yes"));
		assertThat(post(address + "/correction", Map.of("to14", "5", "source", "COUNT", "version", "0")))
			.hasStatus(422);
		assertThat(post(address + "/correction",
				Map.of("to14", "5", "source", "ESTIMATE", "version", "0", "reason", "Нашли тетрадь")))
			.hasRedirectedUrl(address);
		assertThat(post(address + "/correction",
				Map.of("to14", "6", "source", "ESTIMATE", "version", "0", "reason", "Устарело")))
			.hasStatus(409);
		CloseOut closed = this.closeOuts.find(this.librarian, date).orElseThrow();
		assertThat(closed.details().visits()).isEqualTo(5);
		assertThat(closed.corrections()).singleElement().satisfies((one) -> {
			assertThat(one.before().visits()).isZero();
			assertThat(one.after().visits()).isEqualTo(5);
			assertThat(one.reason()).isEqualTo("Нашли тетрадь");
		});
		assertThat(html(get(address)).text()).contains("было 0, стало 5. Нашли тетрадь");
	}

	@ParameterizedTest
	@CsvSource({ "to14, -1", "to14, 100001", "from55, 1e9", "remote, десять", "withDisabilities, 7", "result, LONG" })
	void numbersThatMakeNoSenseAreRefusedAtTheirField(String field, String value) {
		UUID date = date("Нелепые числа", 9);
		clockTo(BEGINS.plus(Duration.ofHours(3)));
		MvcTestResult refused = post("/desk/attendance/occurrences/" + date + "/close-out",
				Map.of("from31To54", "5", field, value.equals("LONG") ? "я".repeat(501) : value, "source", "COUNT"));
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select(".error-summary a").eachAttr("href")).containsExactly("#" + field);
		assertThat(this.closeOuts.find(this.librarian, date)).isEmpty();
	}

	@Test
	void whatHasNotBegunIsADraftOrCancelledCannotBeClosed() {
		UUID date = date("Рано закрывать", 9);
		String address = "/desk/attendance/occurrences/" + date + "/close-out";
		assertThat(html(get(address)).text()).contains("Закрыть можно, когда мероприятие начнётся");
		assertThat(post(address, Map.of("to14", "5", "source", "COUNT"))).hasStatus(422);
		Actor stranger = this.accounts.librarian(this.network.library("Чужая для закрытия").id());
		assertThat(this.mvc.get().uri(address).with(SignIn.as(stranger)).exchange()).hasStatus(404);
	}

	@Test
	void photosAreKeptForTheStaffAndNeedWordsForThoseWhoDoNotSeeThem() throws Exception {
		UUID date = date("Со снимками", 9);
		clockTo(BEGINS.plus(Duration.ofHours(3)));
		BufferedImage drawn = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(drawn, "png", file);
		CloseOutDetails details = new CloseOutDetails(1, 0, 0, 0, 0, null, CloseOut.Source.COUNT, null);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(
					() -> this.closeOuts.close(this.librarian, date, details, false, List.of(file.toByteArray()), " "))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("alt"));
		assertThat(this.closeOuts.find(this.librarian, date)).as("nothing is half-written").isEmpty();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.closeOuts.close(this.librarian, date,
				details, false, List.of("no picture".getBytes(StandardCharsets.UTF_8)), "Журавли"));
		this.closeOuts.close(this.librarian, date, details, false, List.of(file.toByteArray()), "Журавли на окне");
		Document page = html(get("/desk/attendance/occurrences/" + date + "/close-out"));
		String picture = page.selectFirst("img[alt=Журавли на окне]").attr("src");
		assertThat(get(picture)).hasStatusOk();
		assertThat(this.mvc.get().uri(picture).exchange()).as("not for strangers").hasStatus(404);
	}

	@Test
	void ofTwoLibrariansWhoCloseAtOnceOneIsTold() throws Exception {
		UUID date = date("Двое закрывают", 9);
		clockTo(BEGINS.plus(Duration.ofHours(3)));
		CloseOutDetails details = new CloseOutDetails(1, 2, 3, 4, 0, null, CloseOut.Source.COUNT, null);
		Callable<Boolean> close = () -> {
			try {
				this.closeOuts.close(this.librarian, date, details, false, List.of(), null);
				return true;
			}
			catch (StaleEditException told) {
				return false;
			}
		};
		try (ExecutorService two = Executors.newFixedThreadPool(2)) {
			List<Boolean> done = two.invokeAll(List.of(close, close)).stream().map(AttendanceTests::outcome).toList();
			assertThat(done).containsExactlyInAnyOrder(true, false);
		}
	}

	@Test
	void anAnswerIsTakenOnceAfterTheEventAndHasNoName() {
		UUID date = date("Отзыв", 9);
		UUID one = registration(this.world.confirmed(date, "said-1", 1));
		String address = "/feedback/" + this.links.token(BookingLinks.Purpose.FEEDBACK, one);
		assertThat(html(this.mvc.get().uri(address).exchange()).text()).contains("ещё не закончилось");
		assertThat(give(address, "5", "Рано")).hasStatus(422);
		clockTo(BEGINS.plus(Duration.ofHours(3)));
		assertThat(give(address, "6", "")).hasStatus(422);
		assertThat(give(address, "", "")).hasStatus(422);
		assertThat(give(address, "4", "<b>Было тепло</b>")).hasRedirectedUrl(address + "?after=thanks");
		assertThat(give(address, "1", "Ещё раз")).hasStatus(422);
		assertThat(this.mvc.get().uri("/feedback/forged").exchange()).hasStatus(404);
		FeedbackService.Said said = this.feedback.of(date);
		assertThat(said.answers()).isEqualTo(1);
		assertThat(said.mean()).as("of one answer a mean would tell whose").isNull();
		assertThat(said.words()).containsExactly("<b>Было тепло</b>");
		assertThat(this.jdbc.sql("select column_name from information_schema.columns where table_name = 'feedback'")
			.query(String.class)
			.list()).containsExactlyInAnyOrder("id", "occurrence_id", "mark", "words", "given_on");
	}

	private static boolean outcome(Future<Boolean> future) {
		try {
			return future.get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult give(String address, String mark, String words) {
		return this.mvc.post().uri(address).with(csrf()).param("mark", mark).param("words", words).exchange();
	}

	private void walkIn(UUID date, AgeBand band, int people) {
		this.checkIns.record(this.librarian, date, new Tick(UUID.randomUUID(), null, people, band, null));
	}

	private List<OpenDate> open() {
		return this.closeOuts.open(this.librarian, 100);
	}

	private UUID date(String title, int capacity) {
		Event event = this.world.event(this.centre, title, capacity);
		return this.world.dateOf(event);
	}

	private UUID registration(UUID booking) {
		return this.bookings.booking(booking).getFirst().id();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(SignIn.as(this.librarian)).exchange();
	}

	private MvcTestResult post(String address, Map<String, String> fields) {
		var request = this.mvc.post().uri(address).with(csrf()).with(SignIn.as(this.librarian));
		fields.forEach(request::param);
		return request.exchange();
	}

	private static Document html(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private void clockTo(Instant moment) {
		((TestClock.MovableClock) this.clock).moveTo(moment);
	}

}
