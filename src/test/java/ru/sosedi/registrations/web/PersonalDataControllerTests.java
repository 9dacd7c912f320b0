package ru.sosedi.registrations.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.registrations.RegistrationSettings;
import ru.sosedi.registrations.RegistrationSettingsService;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The administrator's pages about personal data, and those of the person herself. */
@PortalTest
class PersonalDataControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	RegistrationSettingsService settings;

	@Autowired
	RegistrationsWorld world;

	@Autowired
	NetworkWorld network;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	BookingLinks links;

	private Actor administrator;

	@BeforeEach
	void administrator() {
		this.administrator = this.accounts.administrator();
	}

	@ParameterizedTest
	@CsvSource({ "keepDays, 0", "keepDays, 366", "keepDays, тридцать", "holdMinutes, -5", "confirmMinutes, 1e3",
			"offerMinutes, ''", "nightFrom, 25:00", "nightTo, ''", "reminderHours, '72, x'",
			"reminderHours, '1,2,3,4,5'" })
	void settingsThatMakeNoSenseAreRefusedAtTheirFieldAndNothingChanges(String field, String value) {
		RegistrationSettings before = this.settings.current();
		Map<String, String> fields = typed(before);
		fields.put(field, value);
		MvcTestResult refused = post("/admin/registrations", fields);
		assertThat(refused).hasStatus(422);
		Document page = html(refused);
		assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#" + field);
		assertThat(this.settings.current()).isEqualTo(before);
	}

	@Test
	void settingsAreSavedAndAStaleFormIsTold() {
		Map<String, String> fields = typed(this.settings.current());
		assertThat(post("/admin/registrations", fields)).hasRedirectedUrl("/admin/registrations");
		fields.put("keepDays", "7");
		MvcTestResult stale = post("/admin/registrations", fields);
		assertThat(stale).hasStatus(409);
		assertThat(html(stale).getElementById("keepDays").val()).as("what was typed stays").isEqualTo("7");
		assertThat(this.settings.current().keepDays()).isEqualTo(30);
	}

	@Test
	void aConsentTextNeedsTheOperatorInBothLanguages() {
		MvcTestResult refused = post("/admin/registrations/consents",
				Map.of("purpose", "NEWS", "russian", "Согласен, {operator}", "english", "I agree"));
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select(".error-summary a").eachAttr("href")).containsExactly("#english");
		assertThat(html(refused).getElementById("russian").text()).isEqualTo("Согласен, {operator}");
		assertThat(html(get("/admin/registrations/consents")).text()).as("neither half is written")
			.doesNotContain("Согласен, {operator}");
	}

	@Test
	void anErasureByHandShowsTheEffectFirstAndNamesNobody() {
		UUID date = this.world.dateOf(this.world.event(this.network.zarechenskCentre(), "По просьбе", 5));
		this.world.confirmed(date, "by-hand", 1);
		assertThat(post("/admin/registrations/erasures", Map.of("contact", "не адрес"))).hasStatus(422);
		assertThat(html(post("/admin/registrations/erasures", Map.of("contact", "nobody-there@zarechensk.example")))
			.text()).contains("Записей с этим контактом нет");
		Document asked = html(post("/admin/registrations/erasures", Map.of("contact", "By-Hand@zarechensk.example")));
		assertThat(asked.text()).contains("данные 1 записи").doesNotContain("По просьбе»");
		assertThat(post("/admin/registrations/erasures",
				Map.of("contact", "by-hand@zarechensk.example", "confirmed", "yes")))
			.hasRedirectedUrl("/admin/registrations/erasures");
		String act = html(get("/admin/registrations/erasures")).selectFirst("a[href$=act.pdf]").attr("href");
		assertThat(get(act).getResponse().getContentType()).isEqualTo("application/pdf");
		assertThat(get("/admin/registrations/erasures/" + UUID.randomUUID() + "/act.pdf")).hasStatus(404);
	}

	@Test
	void aPersonSeesTakesAndErasesHerDataByHerLinkAlone() {
		UUID date = this.world.dateOf(this.world.event(this.network.zarechenskCentre(), "Свои данные", 5));
		UUID booking = this.world.confirmed(date, "own-data", 2);
		String manage = this.links.token(BookingLinks.Purpose.MANAGE, booking);
		String ticket = this.links.token(BookingLinks.Purpose.TICKET, booking);
		for (String page : new String[] { "/data", "/data.json", "/erasure" }) {
			assertThat(open("/my/" + manage + page)).hasStatusOk().doesNotContainHeader("Set-Cookie: SESSION");
			assertThat(open("/my/" + ticket + page)).as("a ticket opens no data").hasStatus(404);
		}
		String consents = "/registrations/" + manage + "/consents";
		assertThat(html(open(consents)).text()).contains("Отозвать согласие");
		assertThat(send(consents + "/withdrawal", Map.of("purpose", "x"))).as("no such purpose changes nothing")
			.hasRedirectedUrl(consents + "?after=withdrawal");
		assertThat(html(open("/my/" + manage)).text()).contains("Свои данные");
		String erased = send(consents + "/withdrawal", Map.of("purpose", "SIGN_UP")).getResponse().getRedirectedUrl();
		assertThat(html(open(erased)).text()).contains("Данные удалены");
		assertThat(open(erased + "/act.pdf").getResponse().getContentType()).isEqualTo("application/pdf");
		assertThat(open("/my/" + manage + "/data")).hasStatus(404);
		assertThat(open("/my/erased/" + manage)).hasStatus(404);
	}

	private static Map<String, String> typed(RegistrationSettings settings) {
		RegistrationSettingsForm form = RegistrationSettingsForm.of(settings);
		Map<String, String> fields = new HashMap<>();
		fields.put("keepDays", form.keepDays());
		fields.put("holdMinutes", form.holdMinutes());
		fields.put("confirmMinutes", form.confirmMinutes());
		fields.put("offerMinutes", form.offerMinutes());
		fields.put("nightFrom", form.nightFrom());
		fields.put("nightTo", form.nightTo());
		fields.put("reminderHours", form.reminderHours());
		fields.put("version", form.version());
		return fields;
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(SignIn.as(this.administrator)).exchange();
	}

	private MvcTestResult post(String address, Map<String, String> fields) {
		var request = this.mvc.post().uri(address).with(csrf()).with(SignIn.as(this.administrator));
		fields.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult open(String address) {
		return this.mvc.get().uri(address).exchange();
	}

	private MvcTestResult send(String address, Map<String, String> fields) {
		var request = this.mvc.post().uri(address).with(csrf());
		fields.forEach(request::param);
		return request.exchange();
	}

	private static Document html(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
