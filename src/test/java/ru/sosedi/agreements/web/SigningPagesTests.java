package ru.sosedi.agreements.web;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.TestClock.MovableClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.agreements.AgreementState;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.SigningWay;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.AgreementsWorld.Case;
import ru.sosedi.world.CircuitWorld;
import ru.sosedi.world.PartnersWorld;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What people see on their way from an agreed text to a signed one. */
@PortalTest
class SigningPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CircuitWorld circuits;

	@Autowired
	AgreementsWorld world;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	Agreements agreements;

	@Autowired
	SqlStatements sql;

	@Autowired
	MovableClock clock;

	@AfterEach
	void today() {
		this.clock.reset();
	}

	private MvcTestResult get(Actor actor, UUID id, String page) {
		return this.mvc.get().uri("/desk/agreements/" + id + page).with(SignIn.as(actor)).exchange();
	}

	private Document page(Actor actor, UUID id, String page) {
		MvcTestResult result = get(actor, id, page);
		assertThat(result).hasStatusOk();
		return html(result);
	}

	private static Document html(MvcTestResult result) {
		try {
			return Jsoup.parse(result.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult post(Actor actor, UUID id, String page, String... fields) {
		var request = this.mvc.post().uri("/desk/agreements/" + id + page).with(SignIn.as(actor)).with(csrf());
		for (int at = 0; at < fields.length; at += 2) {
			request = request.param(fields[at], fields[at + 1]);
		}
		return request.exchange();
	}

	@Test
	void theCoordinatorBeginsTheCircuit() {
		Case one = this.circuits.agreed();
		Actor lawyer = this.accounts.methodologist();
		Document form = page(one.coordinator(), one.id(), "/circuit");
		assertThat(form.select("label").eachText()).contains("Этап 1, виза: Юрист");
		MvcTestResult refused = post(one.coordinator(), one.id(), "/circuit", "visas[1]", "nonsense");
		assertThat(refused).hasStatus(422);
		assertThat(post(one.coordinator(), one.id(), "/circuit", "visas[1]", lawyer.accountId().toString()))
			.hasStatus3xxRedirection();
		assertThat(page(lawyer, one.id(), "/circuit").select("button").eachText()).contains("Завизировать");
		assertThat(page(one.leader(), one.id(), "/circuit").select("button").eachText()).doesNotContain("Завизировать");
		assertThat(page(one.leader(), one.id(), "/circuit").text()).contains("ждём");
	}

	@Test
	void whatCannotBeDoneYetSaysWhy() {
		Case sent = this.world.sent();
		assertThat(page(sent.coordinator(), sent.id(), "/circuit").text()).contains("Ждём согласия с текстом");
		CircuitWorld.Begun begun = this.circuits.begun();
		assertThat(page(begun.of().coordinator(), begun.of().id(), "/freezing").text())
			.contains("Закрепить текст можно, когда собраны все визы");
		assertThat(post(begun.of().coordinator(), begun.of().id(), "/freezing")).hasStatus(422);
	}

	@Test
	void aVisaIsDeclinedWithAReason() {
		CircuitWorld.Begun begun = this.circuits.begun();
		String decline = "/steps/" + begun.visa() + "/decline";
		assertThat(page(begun.lawyer(), begun.of().id(), decline).text()).contains("вернётся координатору");
		MvcTestResult refused = post(begun.lawyer(), begun.of().id(), decline, "reason", "");
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).text()).contains("Напишите, почему вы отклоняете");
		assertThat(post(begun.of().leader(), begun.of().id(), decline, "reason", "Нет")).hasStatus(422);
		assertThat(post(begun.lawyer(), begun.of().id(), decline, "reason", "Нет срока")).hasStatus3xxRedirection();
		assertThat(page(begun.of().coordinator(), begun.of().id(), "/circuit").text()).contains("Нет срока");
	}

	@Test
	void fragmentsAreForTheAgreementsPage() {
		Case one = this.circuits.frozen();
		for (String part : new String[] { "circuit", "signatures", "trail" }) {
			MvcTestResult result = this.mvc.get()
				.uri("/desk/agreements/" + one.id() + "/" + part)
				.header("HX-Request", "true")
				.with(SignIn.as(one.leader()))
				.exchange();
			assertThat(result).hasStatusOk();
			assertThat(html(result).select("section#" + part)).hasSize(1);
			assertThat(html(result).select("header, h1")).isEmpty();
		}
	}

	@Test
	void theLeaderReadsToTheEndAndSigns() {
		Case one = this.circuits.frozen(SigningWay.SIMPLE, SigningWay.PAPER);
		assertThat(page(one.leader(), one.id(), "/signatures/simple").text()).contains("Сначала прочитайте текст");
		Document reading = page(one.leader(), one.id(), "/reading");
		assertThat(reading.select("main article").text()).contains("НКО проводит мастер-классы", "В. И. Петрова");
		assertThat(reading.select("main > *").last().select("button").text()).isEqualTo("Текст прочитан до конца");
		assertThat(post(one.leader(), one.id(), "/signatures/simple/code")).hasStatus(422);
		assertThat(post(one.leader(), one.id(), "/reading")).hasStatus3xxRedirection();
		assertThat(post(one.leader(), one.id(), "/signatures/simple/code")).hasStatus3xxRedirection();
		String code = this.circuits.codeFor(one.leader());
		MvcTestResult wrong = post(one.leader(), one.id(), "/signatures/simple", "password", "не тот", "code", code);
		assertThat(wrong).hasStatus(422);
		assertThat(html(wrong).text()).contains("Пароль или код не подходит. Осталось попыток с этим кодом: 4")
			.doesNotContain("не тот");
		assertThat(post(one.leader(), one.id(), "/signatures/simple", "password", AccountsWorld.PASSWORD, "code", code))
			.hasStatus3xxRedirection();
		assertThat(page(one.leader(), one.id(), "/signatures").text()).contains("Подписали: 1 из 2",
				"Прочитано до конца");
		assertThat(post(one.leader(), one.id(), "/signatures/simple", "password", AccountsWorld.PASSWORD, "code", code))
			.hasStatus(422);
	}

	@Test
	void strangersSeeNothing() {
		Case one = this.circuits.frozen(SigningWay.SIMPLE, SigningWay.DETACHED);
		Actor other = this.accounts.ngoLeader(UUID.randomUUID());
		for (String page : new String[] { "/circuit", "/signatures", "/trail", "/document.pdf", "/reading",
				"/signatures/simple", "/signatures/detached?party=" + one.system(), "/delegations", "/notice",
				"/export.zip" }) {
			assertThat(get(other, one.id(), page)).as(page).hasStatus(404);
		}
		assertThat(get(one.leader(), one.id(), "/signatures/detached?party=" + one.system())).hasStatus(404);
		assertThat(get(one.leader(), one.id(), "/termination")).hasStatus(403);
		assertThat(get(this.accounts.methodologist(), one.id(), "/export.zip")).hasStatus(404);
	}

	@Test
	void aBadSignatureFileIsExplainedLineByLine() {
		Case one = this.circuits.frozen(SigningWay.DETACHED, SigningWay.PAPER);
		assertThat(page(one.leader(), one.id(), "/signatures/detached?party=" + one.ngo()).text())
			.contains("не подтверждает");
		MvcTestResult refused = upload(one, "/signatures/detached", "signature",
				"text".getBytes(StandardCharsets.UTF_8));
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select("#verdict")).hasSize(1);
		MvcTestResult heavy = upload(one, "/signatures/detached", "signature", new byte[300 * 1024]);
		assertThat(heavy).hasStatus(422);
		assertThat(html(heavy).text()).contains("Файл больше 256 КБ");
		assertThat(page(one.leader(), one.id(), "/trail").text()).contains("не принято", "Файл больше 256 КБ");
	}

	private MvcTestResult upload(Case one, String page, String field, byte[] content, String... fields) {
		var request = this.mvc.post()
			.uri("/desk/agreements/" + one.id() + page)
			.multipart()
			.file(new MockMultipartFile(field, "file.bin", null, content))
			.param("party", one.ngo().toString())
			.with(SignIn.as(one.leader()))
			.with(csrf());
		for (int at = 0; at < fields.length; at += 2) {
			request = request.param(fields[at], fields[at + 1]);
		}
		return request.exchange();
	}

	@Test
	void aPaperKeepsWhatWasTypedWhenItIsRefused() {
		Case one = this.circuits.frozen();
		String signer = this.circuits.chosen(one, one.ngo()).id().toString();
		MvcTestResult refused = upload(one, "/signatures/paper", "file", PartnersWorld.pdf(), "signerId", signer,
				"signedOn", "2030-01-01", "keeper", "Вера Сидорова");
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select("#keeper").val()).isEqualTo("Вера Сидорова");
		assertThat(html(refused).text()).contains("Этот день ещё не наступил");
		MvcTestResult nonsense = upload(one, "/signatures/paper", "file", PartnersWorld.pdf(), "signerId", "x",
				"signedOn", "yesterday", "keeper", "Вера Сидорова");
		assertThat(nonsense).hasStatus(422);
		assertThat(upload(one, "/signatures/paper", "file", PartnersWorld.pdf(), "signerId", signer, "signedOn",
				"2026-11-20", "keeper", "Вера Сидорова"))
			.hasStatus3xxRedirection();
		assertThat(page(one.leader(), one.id(), "/signatures").text()).contains("Вера Сидорова");
	}

	@Test
	void theDocumentAndTheExportAreFiles() {
		Case one = this.circuits.signed(this.circuits.frozen());
		assertThat(get(one.leader(), one.id(), "/document.pdf").getResponse().getContentType())
			.isEqualTo("application/pdf");
		MvcTestResult zip = get(one.leader(), one.id(), "/export.zip");
		assertThat(zip).hasStatusOk();
		assertThat(zip.getResponse().getHeader("Content-Disposition")).matches(".*agreement-\\d+-2026\\.zip.*");
	}

	@Test
	void endsAreRecordedByForms() {
		Case one = this.circuits.signed(this.circuits.frozen());
		assertThat(post(one.coordinator(), one.id(), "/publication")).hasStatus3xxRedirection();
		assertThat(post(one.coordinator(), one.id(), "/publication/removal")).hasStatus3xxRedirection();
		assertThat(page(one.leader(), one.id(), "/notice").text()).contains("само не продлевается");
		MvcTestResult early = post(one.coordinator(), one.id(), "/termination", "byParty", one.ngo().toString(),
				"noticedOn", "2026-11-20", "lastDay", "2026-11-21", "reason", "Переезд");
		assertThat(early).hasStatus(422);
		assertThat(html(early).select("#reason").val()).isEqualTo("Переезд");
		assertThat(post(one.coordinator(), one.id(), "/termination", "byParty", "", "noticedOn", "2026-11-20",
				"lastDay", "2026-11-20", "reason", "Переезд"))
			.hasStatus3xxRedirection();
		MvcTestResult archival = post(one.coordinator(), one.id(), "/archival", "reason", "Рано");
		assertThat(archival).hasStatus(422);
		this.clock.advance(java.time.Duration.ofDays(1));
		assertThat(this.agreements.state(one.id())).isEqualTo(AgreementState.TERMINATED);
		assertThat(post(one.coordinator(), one.id(), "/archival", "reason", "Всё")).hasStatus3xxRedirection();
	}

	@Test
	void waysAndDelegationsAreChangedByForms() {
		Case one = this.circuits.frozen();
		String way = "/signatories/" + one.ngo() + "/way";
		assertThat(post(one.coordinator(), one.id(), way, "way", "SIMPLE")).hasStatus3xxRedirection();
		assertThat(post(one.coordinator(), one.id(), way, "way", "MAGIC")).hasStatus(422);
		assertThat(post(one.leader(), one.id(), way, "way", "PAPER")).hasStatus(403);
		assertThat(page(one.leader(), one.id(), "/delegations").text()).contains("Кто подписывает вместо другого");
		assertThat(post(one.leader(), one.id(), "/delegations", "party", one.ngo().toString(), "to", "x"))
			.hasStatus(422);
	}

	@Test
	void theTrailIsVerifiedOnAPageOfTheAdministrator() {
		Actor administrator = this.accounts.administrator();
		String trail = "/admin/agreements/trail";
		assertThat(this.mvc.get().uri(trail).with(SignIn.as(administrator)).exchange()).hasStatusOk();
		assertThat(html(this.mvc.post().uri(trail).with(SignIn.as(administrator)).with(csrf()).exchange()).text())
			.contains("Журнал цел");
		assertThat(this.mvc.post()
			.uri(trail)
			.param("head", "nonsense")
			.with(SignIn.as(administrator))
			.with(csrf())
			.exchange()).hasStatus(422);
	}

	@Test
	void pagesKeepToTheirBudgets() {
		Case one = this.circuits.signed(this.circuits.frozen());
		get(one.leader(), one.id(), "/signatures");
		assertThat(this.sql.during(() -> get(one.leader(), one.id(), "/signatures"))).hasSizeLessThanOrEqualTo(28);
		assertThat(this.sql.during(() -> get(one.leader(), one.id(), "/circuit"))).hasSizeLessThanOrEqualTo(16);
		assertThat(this.sql.during(() -> get(one.leader(), one.id(), "/trail"))).hasSizeLessThanOrEqualTo(8);
	}

}
