package ru.sosedi.ledger.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.ledger.FactEntries;
import ru.sosedi.ledger.Facts;
import ru.sosedi.shared.Ids;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.LedgerWorld;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class LedgerPagesTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

	private static final LocalDate DAY = LocalDate.of(2026, 11, 12);

	private static final int LIST_BUDGET = 12;

	private static final int PAGE_BUDGET = 14;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	LedgerWorld world;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	Facts facts;

	@Autowired
	FactEntries entries;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SqlStatements statements;

	@Test
	void lineSaysInWordsHowFarBehindItIs() {
		AgreementsWorld.Case one = behindByTwo();
		String text = page(one.leader(), "/desk/ledger").select("main").text();
		assertThat(text).contains("Мастер-классы для соседей отстаёт на 2 мероприятия", "→ ЦБС Зареченска", "п. 2.1",
				"Обещано к сегодняшнему дню: 12, сделано: 10", "мероприятия: 4, каждый квартал");
		assertThat(page(one.leader(), "/desk/ledger?lang=en").select("main").text()).contains("behind by 2 events");
	}

	@Test
	void chartHasATitleADescriptionAndTheSameFiguresInATable() {
		AgreementsWorld.Case one = behindByTwo();
		Document page = page(one.leader(), "/desk/ledger");
		assertThat(page.title()).startsWith("Обязательства");
		assertThat(page.select("svg[role=img] > title").text()).contains("Обещано и сделано");
		assertThat(page.select("svg[role=img] > desc").text()).contains("обещано 12, сделано 10");
		assertThat(page.select("svg rect.done")).hasSize(11);
		assertThat(page.select("figure details tbody tr")).hasSize(11);
		assertThat(page.select("figure details tbody tr").last().text()).isEqualTo("ноябрь 2026 12 10");
	}

	@Test
	void everyRoleSeesItsOwnLines() {
		AgreementsWorld.Case one = behindByTwo();
		UUID promise = this.world.promise(one, CommitmentKind.EVENTS);
		String address = "/desk/ledger/commitments/" + promise;
		for (Actor actor : new Actor[] { one.leader(), one.director(), one.coordinator(),
				this.accounts.librarian(one.library()), this.accounts.methodologist(),
				this.accounts.administrator() }) {
			assertThat(page(actor, address).select("h1").text()).isEqualTo("Мастер-классы для соседей");
			assertThat(page(actor, "/desk/ledger?agreement=" + one.id()).select("ul.entries > li")).hasSize(2);
		}
		Actor stranger = this.accounts.ngoLeader(Ids.next());
		assertThat(get(stranger, address)).hasStatus(404);
		assertThat(page(stranger, "/desk/ledger?agreement=" + one.id()).select("ul.entries > li")).isEmpty();
		assertThat(page(this.accounts.methodologist(), address).select("main form")).isEmpty();
	}

	@Test
	void nonsenseInTheFilterAsksForNothing() {
		AgreementsWorld.Case one = behindByTwo();
		for (String filter : new String[] { "party=x", "kind=HOUSES", "state=BROKEN", "from=yesterday", "to=9999-12-31",
				"from=-999999999-01-01", "after=nonsense", "after=" + Ids.next() }) {
			assertThat(get(one.leader(), "/desk/ledger?" + filter)).hasStatusOk();
			assertThat(get(one.leader(), "/desk/ledger/export.csv?" + filter)).hasStatusOk();
		}
	}

	@Test
	void ledgerIsTakenAwayAsATable() {
		AgreementsWorld.Case one = behindByTwo();
		MvcTestResult csv = get(one.leader(), "/desk/ledger/export.csv");
		assertThat(new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)).contains(";2.1;",
				";ЦБС Зареченска;Мастер-классы для соседей;мероприятия;4.0;", ";2.0;отстаёт;");
		MvcTestResult xlsx = get(one.leader(), "/desk/ledger/export.xlsx");
		assertThat(new String(xlsx.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1))
			.startsWith("PK");
	}

	@Test
	void sideRecordsWithAFileAndTheOtherConfirms() {
		AgreementsWorld.Case one = behindByTwo();
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		MvcTestResult recorded = record(one.leader(), promise, "1,5", DAY.toString(), "Помогли с заявлением", "akt.pdf",
				PartnersWorld.pdf());
		assertThat(recorded).hasStatus3xxRedirection();
		UUID fact = fact(promise);
		Document page = page(one.director(), "/desk/ledger/commitments/" + promise);
		assertThat(page.select("main").text()).contains("1,5, 12 ноября 2026", "ждёт подтверждения", "Подтвердить",
				"akt.pdf");
		MvcTestResult file = get(one.director(), "/desk/ledger/facts/" + fact + "/evidence");
		assertThat(file.getResponse().getContentType()).isEqualTo("application/pdf");
		assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
		assertThat(get(this.accounts.ngoLeader(Ids.next()), "/desk/ledger/facts/" + fact + "/evidence")).hasStatus(404);
		assertThat(post(one.leader(), "/desk/ledger/facts/" + fact + "/confirmation", null)).hasStatus(404);
		assertThat(post(one.director(), "/desk/ledger/facts/" + fact + "/confirmation", null))
			.hasStatus3xxRedirection();
		assertThat(page(one.leader(), "/desk/ledger/commitments/" + promise).select("main").text())
			.contains("сделано: 1,5", "подтверждено");
	}

	@Test
	void refusedFactKeepsWhatWasTyped() {
		AgreementsWorld.Case one = behindByTwo();
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		MvcTestResult refused = record(one.leader(), promise, "много", "2026-11-12", "Помогли <b>", "x.html",
				"<html>".getBytes());
		assertThat(refused).hasStatus(422);
		Document page = document(refused);
		assertThat(page.select("#amount-error").text()).contains("Напишите число цифрами");
		assertThat(page.select("#words").text()).isEqualTo("Помогли <b>");
		assertThat(document(record(one.leader(), promise, "1", "2026-11-12", "Было", "x.html", "<html>".getBytes()))
			.select("#file-error")
			.text()).contains("Такой файл не подходит");
		assertThat(document(record(one.leader(), promise, "1", "12.11.2026", "Было", "x.pdf", PartnersWorld.pdf()))
			.select("#day-error")
			.text()).contains("Укажите день");
		assertThat(this.jdbc.sql("select count(*) from commitment_fact where commitment_id = ?")
			.param(promise)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void disputeNeedsAReasonAndStaysOnThePage() {
		AgreementsWorld.Case one = behindByTwo();
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		UUID fact = this.entries.record(one.leader(), promise, LedgerWorld.done(DAY, "1"), null);
		String address = "/desk/ledger/facts/" + fact + "/dispute";
		MvcTestResult refused = post(one.director(), address, "  ");
		assertThat(refused).hasStatus(422);
		assertThat(document(refused).select("#fact-" + fact + " details[open] .error").text())
			.isEqualTo("Напишите, в чём дело");
		assertThat(post(one.director(), address, "Консультации не было")).hasStatus3xxRedirection();
		String text = page(one.leader(), "/desk/ledger/commitments/" + promise).select("#fact-" + fact).text();
		assertThat(text).contains("спор", "Консультации не было");
		assertThat(post(one.director(), address + "/removal", null)).hasStatus3xxRedirection();
		assertThat(page(one.leader(), "/desk/ledger/commitments/" + promise).select("#fact-" + fact).text())
			.contains("ждёт подтверждения", "Консультации не было", "Возражение снято");
	}

	@Test
	void linkIsShownAsTextAndLeadsOut() {
		AgreementsWorld.Case one = behindByTwo();
		UUID promise = this.world.promise(one, CommitmentKind.CONSULTATIONS);
		this.entries.record(one.leader(), promise, LedgerWorld.done(DAY, "1"), null);
		assertThat(page(one.leader(), "/desk/ledger/commitments/" + promise)
			.select("a[href=https://ngo.zarechensk.example/1]")
			.attr("rel")).contains("noopener");
	}

	@Test
	void agreementShowsItsLinesAsAPageAndAsAPart() {
		AgreementsWorld.Case one = behindByTwo();
		String address = "/desk/ledger/of-agreement/" + one.id();
		assertThat(page(one.leader(), address).select("ul.entries > li")).hasSize(2);
		MvcTestResult part = this.mvc.get()
			.uri(address)
			.header("HX-Request", "true")
			.with(SignIn.as(one.leader()))
			.exchange();
		assertThat(document(part).select("header, nav, h1")).isEmpty();
		assertThat(document(part).select("ul.entries > li")).hasSize(2);
		assertThat(get(this.accounts.ngoLeader(Ids.next()), address)).hasStatus(404);
	}

	@Test
	void registerSaysHowAgreementsAreFulfilled() {
		AgreementsWorld.Case one = behindByTwo();
		this.jdbc.sql("update agreement set published_at = now() where id = ?").param(one.id()).update();
		MvcTestResult page = this.mvc.get().uri("/agreements/" + one.id()).exchange();
		assertThat(document(page).select("main").text()).contains("Как выполняется", "НКО: мероприятия 12 10");
		assertThat(page.getResponse().getCookies()).isEmpty();
	}

	@Test
	void coordinatorPreparesTheRenewalInOneClick() {
		AgreementsWorld.Case one = behindByTwo();
		Document page = page(one.coordinator(), "/desk/ledger/renewals");
		assertThat(page.select("main").text()).contains("закончится через 41 день, продление не готовится");
		MvcTestResult prepared = this.mvc.post()
			.uri("/desk/ledger/renewals")
			.param("agreement", one.id().toString())
			.with(SignIn.as(one.coordinator()))
			.with(csrf())
			.exchange();
		assertThat(prepared).hasStatus3xxRedirection();
		String draft = prepared.getResponse().getRedirectedUrl();
		assertThat(draft).startsWith("/desk/agreements/");
		assertThat(page(one.coordinator(), draft).select("main").text()).contains("Итоги срока");
		AgreementsWorld.Case over = this.world.between(FIRST, LocalDate.of(2026, 11, 8));
		assertThat(page(over.leader(), "/desk/ledger/renewals").select("main").text())
			.contains("закончилось 12 дней назад, продление не готовится");
		MvcTestResult late = this.mvc.post()
			.uri("/desk/ledger/renewals")
			.param("agreement", over.id().toString())
			.with(SignIn.as(over.coordinator()))
			.with(csrf())
			.exchange();
		assertThat(late).hasStatus(422);
		assertThat(document(late).select("#errors").text()).isNotBlank();
	}

	@Test
	void pagesKeepTheirBudget() {
		AgreementsWorld.Case one = behindByTwo();
		String address = "/desk/ledger/commitments/" + this.world.promise(one, CommitmentKind.EVENTS);
		page(one.leader(), "/desk/ledger");
		assertThat(this.statements.during(() -> page(one.leader(), "/desk/ledger")))
			.hasSizeLessThanOrEqualTo(LIST_BUDGET);
		assertThat(this.statements.during(() -> page(one.leader(), address))).hasSizeLessThanOrEqualTo(PAGE_BUDGET);
	}

	private AgreementsWorld.Case behindByTwo() {
		AgreementsWorld.Case one = this.world.between(FIRST, LAST);
		UUID promise = this.world.promise(one, CommitmentKind.EVENTS);
		for (int i = 0; i < 10; i++) {
			this.facts.settleByEvent(promise, Ids.next(), BigDecimal.ONE, DAY, one.centre(), one.coordinator());
		}
		return one;
	}

	private UUID fact(UUID promise) {
		return this.jdbc.sql("select id from commitment_fact where commitment_id = ?")
			.param(promise)
			.query(UUID.class)
			.single();
	}

	private MvcTestResult record(Actor actor, UUID promise, String amount, String day, String words, String name,
			byte[] file) {
		return this.mvc.post()
			.uri("/desk/ledger/commitments/" + promise + "/facts")
			.multipart()
			.file(new MockMultipartFile("file", name, null, file))
			.param("amount", amount)
			.param("day", day)
			.param("words", words)
			.with(SignIn.as(actor))
			.with(csrf())
			.exchange();
	}

	private MvcTestResult post(Actor actor, String address, String reason) {
		return this.mvc.post()
			.uri(address)
			.param("reason", (reason == null) ? "" : reason)
			.with(SignIn.as(actor))
			.with(csrf())
			.exchange();
	}

	private MvcTestResult get(Actor actor, String address) {
		return this.mvc.get().uri(java.net.URI.create(address)).with(SignIn.as(actor)).exchange();
	}

	private Document page(Actor actor, String address) {
		MvcTestResult page = get(actor, address);
		assertThat(page).hasStatusOk();
		return document(page);
	}

	private static Document document(MvcTestResult page) {
		return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
