package ru.sosedi.registrations.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Event;
import ru.sosedi.registrations.AdmissionPolicyService;
import ru.sosedi.registrations.AdmissionQuestion;
import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.registrations.AgeBand;
import ru.sosedi.registrations.Booking;
import ru.sosedi.registrations.ConsentPurpose;
import ru.sosedi.registrations.Participant;
import ru.sosedi.registrations.RegistrationDesk;
import ru.sosedi.registrations.SeatAllocation;
import ru.sosedi.registrations.SignUp;
import ru.sosedi.registrations.Signer;
import ru.sosedi.shared.Email;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class DateRegistrationsControllerTests {

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
	SeatAllocation seats;

	@Autowired
	RegistrationDesk desk;

	@Autowired
	SqlStatements statements;

	@Autowired
	JdbcClient jdbc;

	NeighbourhoodCentre centre;

	Actor librarian;

	DeskPages pages;

	@TempDir
	Path directory;

	@BeforeEach
	void aLibrarian() {
		this.centre = this.network.zarechenskCentre();
		this.librarian = this.accounts.librarian(this.centre.library().id());
		this.pages = new DeskPages(this.mvc, this.librarian);
	}

	@Test
	void theHeadSaysInWordsHowItStands() {
		Event event = this.world.event(this.centre, "Как стоит", 4);
		this.policies.change(this.librarian, event.id(), terms(5), -1);
		UUID date = this.world.dateOf(event);
		this.world.confirmed(date, "list-anna", 3);
		this.world.unconfirmed(date, "list-boris", 1);
		this.world.waiting(date, "list-vera", 2);
		this.world.waiting(date, "list-galina", 1);
		Document page = this.pages.page(DATES + date);
		assertThat(page.select(".standing .big").text()).isEqualTo("Записано 3 из 4");
		assertThat(page.select(".standing .state.warn").eachText()).contains("до минимума 5 не хватает: 2",
				"ждут 2 группы");
		assertThat(page.select(".standing").text()).contains("свободных мест нет", "ещё не подтвердили, мест: 1");
		this.policies.change(this.librarian, event.id(), terms(3), 0);
		assertThat(this.pages.page(DATES + date).select(".standing .state.ok").eachText()).contains("минимум 3 набран");
	}

	@Test
	void groupsStandInTheOrderInWhichTheyAreNeeded() {
		UUID date = date("Группы", 6);
		this.world.confirmed(date, "list-dina", 1);
		this.world.unconfirmed(date, "list-elena", 1);
		UUID called = this.world.requested(date, "Жанна", "8 900 000-10-02", 1);
		UUID gone = this.world.confirmed(date, "list-zina", 1);
		this.desk.cancel(this.librarian, gone, "По просьбе");
		this.world.confirmed(date, "list-irina", 3);
		this.world.waiting(date, "list-kira", 2);
		this.world.waiting(date, "list-lida", 1);
		Document page = this.pages.page(DATES + date);
		assertThat(page.select("main section h2").eachText()).containsExactly("Решить или позвонить: 1", "Записаны: 2",
				"Ещё не подтвердили: 1", "Лист ожидания: 2");
		assertThat(page.select("ol.people h3").eachText()).satisfiesExactly(
				(first) -> assertThat(first).startsWith("1. list-kira").contains("2 места"),
				(second) -> assertThat(second).startsWith("2. list-lida").contains("1 место"));
		assertThat(page.select("details .people").text()).contains("list-zina", "По просьбе", "запись отменена");
		assertThat(page.select("a[href=tel:+79000001002]").text()).isEqualTo("+7 900 000-10-02");
		assertThat(page.select("form[action$=/" + called + "/confirmation] button").text())
			.isEqualTo("Подтверждено по телефону");
		assertThat(page.select("a[href=/desk/attendance/occurrences/" + date + "/check-in]")).hasSize(1);
		assertThat(page.select("a[href=/desk/attendance/occurrences/" + date + "/print]")).hasSize(1);
		assertThat(page.select("a[href=/desk/attendance/occurrences/" + date + "/close-out]")).hasSize(1);
	}

	@Test
	void childrenAnswersAndMissingConsentToPhotosAreSaid() {
		Event event = this.world.event(this.centre, "Дети", 6);
		this.policies.ask(this.librarian, event.id(),
				List.of(new AdmissionQuestion(null, AdmissionQuestion.Kind.TEXT, "Есть аллергия?", List.of(), false)));
		UUID question = this.policies.questions(event.id()).getFirst().id();
		UUID date = this.world.dateOf(event);
		this.seats.signUp(
				new SignUp(List.of(date), 2, "Мария", Email.of("list-maria@zarechensk.example"), null, Locale.of("ru"),
						List.of(new Participant("Маша", AgeBand.TO_14, 1),
								new Participant(null, AgeBand.FROM_31_TO_54, null)),
						Map.of(question, "На орехи <b>"), Set.of(ConsentPurpose.SIGN_UP, ConsentPurpose.PHOTO)),
				null, Signer.known(null));
		this.world.confirmed(date, "list-nina", 1);
		Document page = this.pages.page(DATES + date);
		String maria = page.select(".people li")
			.stream()
			.filter((row) -> row.text().contains("Мария"))
			.findFirst()
			.orElseThrow()
			.text();
		assertThat(maria).contains("Маша, 1 год; 31–54 года: 1", "Есть аллергия?", "На орехи <b>")
			.doesNotContain("без фото");
		assertThat(page.select(".people li").stream().filter((row) -> row.text().contains("list-nina")))
			.allMatch((row) -> row.text().contains("без фото"));
	}

	@Test
	void oneLookIsWrittenDownForOnePage() {
		UUID date = date("Взгляд", 6);
		assertThat(this.pages.get(DATES + date)).hasStatusOk();
		assertThat(looks(date)).as("nobody was seen").isEmpty();
		this.world.confirmed(date, "list-olga", 1);
		this.world.unconfirmed(date, "list-polina", 1);
		assertThat(this.pages.get(DATES + date)).hasStatusOk();
		assertThat(looks(date)).containsExactly("LIST:2");
	}

	@Test
	void thePageKeepsToItsBudget() {
		UUID date = date("Бюджет", 20);
		for (int i = 0; i < 9; i++) {
			this.world.confirmed(date, "list-many-" + i, 2);
		}
		this.pages.get(DATES + date);
		assertThat(this.statements.during(() -> this.pages.get(DATES + date))).hasSizeLessThanOrEqualTo(12);
	}

	@Test
	void otherLibrariesAndOtherRolesSeeNothing() {
		UUID date = date("Чужой список", 6);
		Actor elsewhere = this.accounts.librarian(this.network.library("Ещё одна библиотека").id());
		for (String address : List.of("", "/people.csv", "/people.xlsx", "/new", "/terms")) {
			assertThat(new DeskPages(this.mvc, elsewhere).get(DATES + date + address)).hasStatus(404);
			assertThat(new DeskPages(this.mvc, this.accounts.methodologist()).get(DATES + date + address))
				.hasStatus(403);
		}
		for (String id : List.of("0", "not-an-id", UUID.randomUUID().toString())) {
			assertThat(this.pages.get(DATES + id)).hasStatus4xxClientError();
		}
	}

	@Test
	void theListToTakeAwayHoldsNoContactsAndNoFormulas() throws Exception {
		UUID date = date("Выгрузка", 9);
		SignUp signUp = RegistrationsWorld.person(date, "list-raisa", 2);
		this.seats.signUp(new SignUp(List.of(date), 2, "-1+1", signUp.email(), null, Locale.of("ru"),
				List.of(new Participant("Маша", AgeBand.TO_14, 6), Participant.somebody()), Map.of(),
				Set.of(ConsentPurpose.SIGN_UP)), null, Signer.known(null));
		this.world.confirmed(date, "list-sofia", 5);
		MvcTestResult file = this.pages.get(DATES + date + "/people.csv");
		assertThat(file).hasStatusOk()
			.hasHeader("Content-Disposition", "attachment; filename=\"people-2026-11-28.csv\"");
		String csv = new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(csv.lines()).containsExactly("\uFEFF№;Имя;Мест;Дети до 14 лет;Состояние",
				"1;'-1+1;2;Маша (6);место есть", "2;list-sofia;5;;место есть");
		assertThat(csv).doesNotContain("@", "+7");
		byte[] book = this.pages.get(DATES + date + "/people.xlsx").getResponse().getContentAsByteArray();
		assertThat(parts(book)).contains("list-sofia").doesNotContain("<f>", "zarechensk.example");
		assertThat(looks(date)).containsExactly("EXPORT:2", "EXPORT:2");
	}

	private String parts(byte[] book) throws IOException {
		StringBuilder all = new StringBuilder();
		try (ZipFile zip = new ZipFile(Files.write(this.directory.resolve("people.xlsx"), book).toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return all.toString();
	}

	@Test
	void theEventsPageLeadsHere() {
		Event event = this.world.event(this.centre, "Ссылки", 6);
		Document page = this.pages.page("/desk/programme/events/" + event.id());
		assertThat(page.select("a[href=" + DATES + this.world.dateOf(event) + "]").text()).isEqualTo("Кто записался");
		assertThat(page.select("a[href=/desk/registrations/events/" + event.id() + "/terms]")).hasSize(1);
		assertThat(page.select("a[href=/desk/registrations/events/" + event.id() + "/questions]")).hasSize(1);
		assertThat(new DeskPages(this.mvc, this.accounts.methodologist()).page("/desk/programme/events/" + event.id())
			.select("main a[href^=/desk/registrations]")).isEmpty();
	}

	private UUID date(String title, int capacity) {
		return this.world.dateOf(this.world.event(this.centre, title, capacity));
	}

	private static AdmissionTerms terms(Integer minimum) {
		return new AdmissionTerms(minimum, null, 0, 5, true, null, false, false, Booking.SINGLE);
	}

	private List<String> looks(UUID date) {
		return this.jdbc
			.sql("select what || ':' || people from personal_data_look where occurrence_id = ? order by at, id")
			.param(date)
			.query(String.class)
			.list();
	}

}
