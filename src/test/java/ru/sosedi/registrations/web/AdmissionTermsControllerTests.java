package ru.sosedi.registrations.web;

import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.Event;
import ru.sosedi.registrations.AdmissionPolicyService;
import ru.sosedi.registrations.AdmissionTerms;
import ru.sosedi.registrations.Booking;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class AdmissionTermsControllerTests {

	private static final String DESK = "/desk/registrations/";

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
	JdbcClient jdbc;

	NeighbourhoodCentre centre;

	DeskPages pages;

	@BeforeEach
	void aLibrarian() {
		this.centre = this.network.zarechenskCentre();
		this.pages = new DeskPages(this.mvc, this.accounts.librarian(this.centre.library().id()));
	}

	@Test
	void termsAreSavedAndHoldForTheSeatsAtOnce() {
		Event event = this.world.event(this.centre, "Условия", 9);
		Document form = this.pages.page(terms(event));
		assertThat(form.select("#largestGroup").val()).isEqualTo("5");
		assertThat(form.select("#closesMinutesBefore").val()).isEqualTo("0");
		assertThat(form.select("input[name=version]").val()).isEqualTo("-1");
		assertThat(this.pages.post(terms(event), usual("-1"))).hasRedirectedUrl("/desk/programme/events/" + event.id());
		assertThat(this.policies.termsOf(event.id(), null))
			.isEqualTo(new AdmissionTerms(6, 14, 120, 3, true, 4, true, true, Booking.EITHER));
		assertThat(this.jdbc.sql("""
				select largest_group || ' ' || waiting_most || ' ' || moderated || ' '
					|| extract(epoch from o.starts_at - s.closes_at)::int / 60
				from seats s join occurrence o on o.id = s.occurrence_id where s.occurrence_id = ?""")
			.param(this.world.dateOf(event))
			.query(String.class)
			.single()).isEqualTo("3 4 true 120");
		Document again = this.pages.page(terms(event));
		assertThat(again.select("#closesMinutesBefore").val()).isEqualTo("2");
		assertThat(again.select("#closesUnit option[selected]").text()).isEqualTo("часов");
	}

	@Test
	void aStaleEditShowsWhatTheOtherSaved() {
		Event event = this.world.event(this.centre, "Чужая правка", 9);
		this.pages.post(terms(event), usual("-1"));
		MultiValueMap<String, String> mine = usual("-1");
		mine.set("largestGroup", "7");
		MvcTestResult stale = this.pages.post(terms(event), mine);
		assertThat(stale).hasStatus(409);
		Document page = DeskPages.page(stale);
		assertThat(page.select("#conflict dd").eachText()).containsExactly("3");
		assertThat(page.select("#largestGroup").val()).isEqualTo("7");
		mine.set("version", page.select("input[name=version]").val());
		assertThat(this.pages.post(terms(event), mine)).hasStatus3xxRedirection();
		assertThat(this.policies.termsOf(event.id(), null).largestGroup()).isEqualTo(7);
	}

	@Test
	void absurdTermsAreRefusedAtTheirFieldAndChangeNothing() {
		Event event = this.world.event(this.centre, "Нелепые условия", 9);
		String[][] bad = { { "minimum", "0" }, { "minimum", "-5" }, { "minimum", "1000000" }, { "minimum", "много" },
				{ "opensDaysBefore", "366" }, { "opensDaysBefore", "1.5" }, { "largestGroup", "0" },
				{ "largestGroup", "21" }, { "largestGroup", "" }, { "largestGroup", "99999999999999" },
				{ "waitingMost", "0" }, { "waitingMost", "1001" }, { "closesMinutesBefore", "-1" },
				{ "closesMinutesBefore", "721" }, { "closesUnit", "CENTURIES" }, { "booking", "NEVER" } };
		for (String[] one : bad) {
			MultiValueMap<String, String> fields = usual("-1");
			fields.set(one[0], one[1]);
			MvcTestResult result = this.pages.post(terms(event), fields);
			assertThat(result).as(one[0] + "=" + one[1]).hasStatus(422);
			Document page = DeskPages.page(result);
			assertThat(page.select("#" + one[0] + "-error")).as(one[0] + "=" + one[1]).hasSize(1);
		}
		MultiValueMap<String, String> late = usual("-1");
		late.set("opensDaysBefore", "2");
		late.set("closesMinutesBefore", "3");
		late.set("closesUnit", "DAYS");
		assertThat(DeskPages.page(this.pages.post(terms(event), late)).select("#opensDaysBefore-error").text())
			.contains("позже, чем закроется");
		assertThat(this.policies.termsOf(event.id(), null)).isEqualTo(AdmissionTerms.usual());
	}

	@Test
	void oneDateMayHaveTermsOfItsOwnAndGiveThemUp() {
		Event event = this.world.event(this.centre, "Свои условия", 9);
		this.pages.post(terms(event), usual("-1"));
		UUID date = this.world.dateOf(event);
		String address = DESK + "occurrences/" + date + "/terms";
		Document page = this.pages.page(address);
		assertThat(page.select("#largestGroup").val()).as("its event's").isEqualTo("3");
		assertThat(page.select("input[name=booking], form[action$=/removal]")).isEmpty();
		MultiValueMap<String, String> own = usual("-1");
		own.remove("booking");
		own.set("largestGroup", "1");
		assertThat(this.pages.post(address, own)).hasRedirectedUrl(DESK + "occurrences/" + date);
		assertThat(this.policies.termsOf(event.id(), date).largestGroup()).isEqualTo(1);
		assertThat(this.policies.termsOf(event.id(), date).booking()).isEqualTo(Booking.EITHER);
		assertThat(this.policies.termsOf(event.id(), null).largestGroup()).isEqualTo(3);
		own.set("largestGroup", "2");
		assertThat(this.pages.post(address, own)).as("stale").hasStatus(409);
		assertThat(this.pages.page(address).select("form[action$=/removal] button").text())
			.isEqualTo("Вернуть условия мероприятия");
		assertThat(this.pages.post(address + "/removal")).hasStatus3xxRedirection();
		assertThat(this.policies.termsOf(event.id(), date).largestGroup()).isEqualTo(3);
	}

	@Test
	void questionsAreAskedUntilSomebodyHasAnswered() {
		Event event = this.world.event(this.centre, "Вопросы", 9);
		String address = DESK + "events/" + event.id() + "/questions";
		assertThat(this.pages.page(address).select("fieldset.group")).hasSize(1);
		MultiValueMap<String, String> fields = DeskPages.fields("questions[0].words", "Есть аллергия?",
				"questions[0].kind", "TEXT", "questions[0].choices", "", "questions[1].words", "Размер",
				"questions[1].kind", "CHOICE", "questions[1].choices", "S\r\nM", "questions[1].required", "yes",
				"questions[2].words", " ", "questions[2].kind", "TEXT", "questions[2].choices", "");
		fields.set("step", "more");
		Document more = DeskPages.page(this.pages.post(address, fields));
		assertThat(more.select("fieldset.group")).hasSize(4);
		assertThat(more.getElementById("questions[1].words").val()).isEqualTo("Размер");
		assertThat(this.policies.questions(event.id())).isEmpty();
		fields.remove("step");
		assertThat(this.pages.post(address, fields)).hasRedirectedUrl("/desk/programme/events/" + event.id());
		assertThat(this.policies.questions(event.id())).extracting((question) -> question.words())
			.containsExactly("Есть аллергия?", "Размер");
		fields.set("questions[1].choices", "S");
		MvcTestResult refused = this.pages.post(address, fields);
		assertThat(refused).hasStatus(422);
		assertThat(DeskPages.page(refused).select("#errors a").attr("href")).isEqualTo("#questions[1].choices");
		String asked = this.policies.questions(event.id()).getLast().field();
		this.pages.post(DESK + "occurrences/" + this.world.dateOf(event) + "/new", "name", "Анна", "phone",
				"8 900 000-40-01", "seats", "1", "consents", "SIGN_UP", asked, "M");
		Document frozen = this.pages.page(address);
		assertThat(frozen.select("main form")).isEmpty();
		assertThat(frozen.select("main").text()).contains("Кто-то уже ответил", "Размер", "S, M");
		fields.set("questions[1].choices", "S\nL");
		assertThat(this.pages.post(address, fields)).hasStatus(422);
		assertThat(this.policies.questions(event.id()).getLast().choices()).containsExactly("S", "M");
	}

	@Test
	void ninthQuestionsAndHostileWordsAreRefused() {
		Event event = this.world.event(this.centre, "Девять вопросов", 9);
		String address = DESK + "events/" + event.id() + "/questions";
		MultiValueMap<String, String> nine = DeskPages.fields();
		for (int i = 0; i < 9; i++) {
			nine.set("questions[" + i + "].words", "Вопрос " + i);
			nine.set("questions[" + i + "].kind", "TEXT");
		}
		assertThat(this.pages.post(address, nine)).hasStatus(422);
		for (String[] one : List.of(new String[] { "words", "x".repeat(10_000) }, new String[] { "kind", "POEM" })) {
			MultiValueMap<String, String> fields = DeskPages.fields("questions[0].words", "<script>alert(1)</script>",
					"questions[0].kind", "TEXT");
			fields.set("questions[0]." + one[0], one[1]);
			MvcTestResult result = this.pages.post(address, fields);
			assertThat(result).as(one[0]).hasStatus(422);
			assertThat(DeskPages.page(result).select("main script")).isEmpty();
		}
		assertThat(this.policies.questions(event.id())).isEmpty();
	}

	@Test
	void othersTermsAndQuestionsAreNotFound() {
		Event event = this.world.event(this.centre, "Чужие условия", 9);
		Actor elsewhere = this.accounts.librarian(this.network.library("Совсем другая библиотека").id());
		DeskPages others = new DeskPages(this.mvc, elsewhere);
		for (String address : List.of("events/" + event.id() + "/terms", "events/" + event.id() + "/questions",
				"occurrences/" + this.world.dateOf(event) + "/terms")) {
			assertThat(others.get(DESK + address)).as(address).hasStatus(404);
			assertThat(others.post(DESK + address, usual("-1"))).as(address).hasStatus(404);
			assertThat(new DeskPages(this.mvc, this.accounts.methodologist()).get(DESK + address)).hasStatus(403);
		}
		assertThat(this.policies.termsOf(event.id(), null)).isEqualTo(AdmissionTerms.usual());
	}

	private static String terms(Event event) {
		return DESK + "events/" + event.id() + "/terms";
	}

	private static MultiValueMap<String, String> usual(String version) {
		return DeskPages.fields("version", version, "minimum", "6", "opensDaysBefore", "14", "closesMinutesBefore", "2",
				"closesUnit", "HOURS", "largestGroup", "3", "waitingList", "yes", "waitingMost", "4", "moderated",
				"yes", "asksAges", "yes", "booking", "EITHER");
	}

}
