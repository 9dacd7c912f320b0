package ru.sosedi.agreements.web;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.agreements.AgreementKind;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Clause;
import ru.sosedi.agreements.ClausePart;
import ru.sosedi.agreements.ClauseWords;
import ru.sosedi.agreements.ClauseWriting;
import ru.sosedi.agreements.Commitments;
import ru.sosedi.agreements.Negotiation;
import ru.sosedi.agreements.Versions;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class AgreementPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AgreementsWorld world;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	PartnersWorld partners;

	@Autowired
	Agreements agreements;

	@Autowired
	Negotiation negotiation;

	@Autowired
	ClauseWriting writing;

	@Autowired
	Versions versions;

	@Autowired
	Commitments commitments;

	@Autowired
	SqlStatements sql;

	@Autowired
	JdbcClient jdbc;

	@Test
	void coordinatorBeginsAnAgreementFromATemplate() {
		Actor coordinator = this.accounts.coordinator();
		UUID template = this.world.template(AgreementKind.PARTNERSHIP);
		UUID ngo = this.partners.ngo("Новая надежда").id();
		assertThat(get(coordinator, "/desk/agreements/new")).hasStatusOk();
		MvcTestResult found = this.mvc.get()
			.uri("/desk/agreements/new")
			.param("template", template.toString())
			.param("words[0]", "Новая надежда")
			.with(SignIn.as(coordinator))
			.exchange();
		assertThat(html(found).select("option[value=" + ngo + "]").text()).contains("Новая надежда");
		MvcTestResult refused = post(coordinator, "/desk/agreements", "template", template.toString(), "title",
				"Наше соглашение", "parties[0]", ngo.toString(), "parties[1]",
				this.partners.librarySystem().id().toString(), "startsOn", "2026-12-31", "endsOn", "2026-12-01");
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select("#endsOn-error").text()).contains("раньше, чем начинается");
		assertThat(html(refused).select("#title").val()).isEqualTo("Наше соглашение");
		assertThat(html(post(coordinator, "/desk/agreements", "template", template.toString(), "title", "Имя",
				"parties[0]", ngo.toString(), "parties[1]", ngo.toString()))
			.select("main")
			.text()).contains("Выберите сторону «Библиотека»");
		MvcTestResult done = post(coordinator, "/desk/agreements", "template", template.toString(), "title",
				"Наше соглашение", "parties[0]", ngo.toString(), "parties[1]",
				this.partners.librarySystem().id().toString(), "endsOn", "2027-12-01", "coversAllCentres", "true");
		assertThat(done).hasStatus3xxRedirection();
		Document page = html(get(coordinator, done.getResponse().getRedirectedUrl()));
		assertThat(page.select("h1").text()).isEqualTo("Наше соглашение");
		assertThat(page.select(".state").first().text()).isEqualTo("проект");
		assertThat(page.select("main").text()).contains("Ход координатора", "Новая надежда", "все центры сети");
	}

	@Test
	void draftIsSeenByNobodyButThoseWhoSeeAll() {
		AgreementsWorld.Case one = this.world.draft();
		assertThat(get(one.coordinator(), page(one))).hasStatusOk();
		assertThat(get(this.accounts.methodologist(), page(one))).hasStatusOk();
		assertThat(get(one.leader(), page(one))).hasStatus(404);
		assertThat(get(this.accounts.librarian(one.library()), page(one))).hasStatus(404);
	}

	@Test
	void sidesSeeTheirAgreementAndStrangersDoNot() {
		AgreementsWorld.Case one = this.world.sent();
		Document page = html(get(one.leader(), page(one)));
		assertThat(page.select("#acts").text()).contains("Писать текст", "Вернуть координатору", "Согласны с текстом");
		assertThat(page.select("#text").text()).contains("1.1.", "ведут соседский центр", "Заречье");
		Actor stranger = this.accounts.ngoLeader(this.partners.ngo("Посторонние").id());
		assertThat(get(stranger, page(one))).hasStatus(404);
		assertThat(get(stranger, page(one) + "/versions")).hasStatus(404);
		assertThat(get(stranger, page(one) + "/draft.pdf")).hasStatus(404);
		assertThat(
				post(stranger, page(one) + "/remarks", "clause", one.clauseKeys().get(2).toString(), "text", "Я тут"))
			.hasStatus(404);
	}

	@Test
	void librarianReadsASignedAgreementOfHerLibraryAndChangesNothing() {
		AgreementsWorld.Case one = this.world.signed();
		Actor librarian = this.accounts.librarian(one.library());
		Document page = html(get(librarian, page(one)));
		assertThat(page.select(".state").first().text()).isEqualTo("действует");
		assertThat(page.select("main").text()).contains("Мастер-классы для соседей", "каждый квартал");
		assertThat(page.select("#acts")).isEmpty();
		assertThat(post(librarian, page(one) + "/clauses/" + one.clauseKeys().get(4), "part", "CLAUSE", "body", "x",
				"version", "0"))
			.hasStatus(422);
	}

	@Test
	void twoPeopleEditingOneClauseLoseNothing() {
		AgreementsWorld.Case one = this.world.draft();
		String address = page(one) + "/clauses/" + one.clauseKeys().get(4);
		assertThat(html(get(one.coordinator(), address)).select("input[name=version]").val()).isEqualTo("0");
		assertThat(post(one.coordinator(), address, "part", "CLAUSE", "body", "Первый успел.", "version", "0"))
			.hasStatus3xxRedirection();
		MvcTestResult stale = post(this.accounts.coordinator(), address, "part", "CLAUSE", "body", "Второй опоздал.",
				"version", "0");
		assertThat(stale).hasStatus(409);
		assertThat(html(stale).select("#conflict").text()).contains("Первый успел.");
		assertThat(html(stale).select("#body").text()).contains("Второй опоздал.");
		assertThat(tries(one, "agreements.clause.changed")).isEqualTo(1);
		assertThat(post(this.accounts.coordinator(), address, "part", "CLAUSE", "body", "Второй опоздал.", "version",
				html(stale).select("input[name=version]").val()))
			.hasStatus3xxRedirection();
	}

	@Test
	void writingOutOfTurnIsRefusedInWordsAndLeavesATrace() {
		AgreementsWorld.Case one = this.world.sent();
		String address = page(one) + "/clauses/" + one.clauseKeys().get(4);
		MvcTestResult refused = post(one.coordinator(), address, "part", "CLAUSE", "body", "Моя редакция.", "version",
				"0");
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select("#errors").text()).contains("пишет другая сторона");
		assertThat(html(refused).select("#body").text()).contains("Моя редакция.");
		assertThat(tries(one, "agreements.clause.changed")).isEqualTo(1);
		assertThat(this.versions.of(one.id())).hasSize(1);
	}

	@Test
	void whatIsBeingWrittenIsSeenByItsWriterOnly() {
		AgreementsWorld.Case one = this.world.sent();
		this.writing.change(one.leader(), one.id(), one.clauseKeys().get(4),
				new ClauseWords(ClausePart.CLAUSE, "", "Неоконченная мысль."), 0);
		assertThat(html(get(one.leader(), page(one))).text()).contains("Неоконченная мысль.");
		assertThat(html(get(one.coordinator(), page(one))).text()).doesNotContain("Неоконченная мысль.");
		assertThat(html(get(one.director(), page(one))).text()).doesNotContain("Неоконченная мысль.");
		assertThat(get(one.director(), page(one) + "/versions/2")).hasStatus(404);
		assertThat(get(one.leader(), page(one) + "/versions/2")).hasStatusOk();
	}

	@Test
	void textGoesBackAndForthAndTheComparisonShowsWords() {
		AgreementsWorld.Case one = this.world.draft();
		assertThat(
				post(one.coordinator(), page(one) + "/versions/sent", "party", one.ngo().toString(), "note", "Начало"))
			.hasStatus3xxRedirection();
		assertThat(post(one.leader(), page(one) + "/clauses/" + one.clauseKeys().get(4), "part", "CLAUSE", "body",
				"НКО проводит лекции для соседей.", "version", "0"))
			.hasStatus3xxRedirection();
		assertThat(post(one.leader(), page(one) + "/versions/returned", "note", " ")).hasStatus(422);
		assertThat(post(one.leader(), page(one) + "/versions/returned", "note", "Лекции")).hasStatus3xxRedirection();
		Document compared = html(get(one.coordinator(), page(one) + "/versions/comparison"));
		assertThat(compared.select(".difference")).hasSize(1);
		assertThat(compared.select(".difference del").text()).contains("удалено:", "мастер-классы");
		assertThat(compared.select(".difference ins").text()).contains("вставлено:", "лекции");
		assertThat(html(get(one.coordinator(), page(one) + "/versions")).text()).contains("Редакция 2", "Лекции");
		assertThat(post(one.coordinator(), page(one) + "/consents", "party", one.ngo().toString())).hasStatus(404);
		assertThat(tries(one, "agreements.consent.given")).isEqualTo(1);
	}

	@Test
	void remarkHoldsTheCircuitUpInWords() {
		AgreementsWorld.Case one = this.world.sent();
		UUID key = one.clauseKeys().get(2);
		assertThat(post(one.leader(), page(one) + "/remarks", "clause", key.toString(), "text",
				"<script>alert(1)</script> **какой** центр?"))
			.hasStatus3xxRedirection();
		Document page = html(get(one.coordinator(), page(one)));
		assertThat(page.select("#clause-" + key).text()).contains("<script>alert(1)</script> **какой** центр?");
		assertThat(page.select("#acts").text()).contains("Есть нерешённые замечания: 1");
		assertThat(page.select("#text script")).isEmpty();
		MvcTestResult empty = post(one.leader(), page(one) + "/remarks", "clause", key.toString(), "text", "");
		assertThat(empty).hasStatus(422);
		assertThat(html(empty).select("#errors").text()).contains("Напишите замечание");
	}

	@Test
	void amendmentToATerminatedAgreementIsRefusedInWords() {
		AgreementsWorld.Case one = this.world.signed();
		Document signed = html(get(one.coordinator(), page(one)));
		assertThat(signed.select("main").text()).contains("Дополнительное соглашение или приложение");
		UUID template = this.world.template(AgreementKind.AMENDMENT);
		this.world.terminate(one, this.agreements.today().minusDays(1));
		assertThat(html(get(one.coordinator(), page(one))).text()).contains("Соглашение расторгнуто");
		MvcTestResult refused = post(one.coordinator(), "/desk/agreements", "template", template.toString(), "parent",
				one.id().toString(), "title", "Дополнение");
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select("main").text()).contains("Соглашение расторгнуто");
		assertThat(tries(one, "agreements.draft.created")).isEqualTo(1);
	}

	@Test
	void signedTextIsShownAsAmended() {
		AgreementsWorld.Case parent = this.world.signed();
		AgreementsWorld.Case amendment = this.world.amendment(parent);
		String clauses = page(amendment) + "/clauses";
		assertThat(post(amendment.coordinator(), clauses, "after", amendment.clauseKeys().getLast().toString(), "part",
				"CLAUSE", "heading", "Пункт 2.1 изложить в следующей редакции:", "body", "НКО проводит концерты.",
				"amends", "REPLACE", "amendsKey", parent.clauseKeys().get(4).toString()))
			.hasStatus3xxRedirection();
		assertThat(post(amendment.coordinator(), clauses, "part", "CLAUSE", "body", "Чужое.", "amends", "REPLACE",
				"amendsKey", UUID.randomUUID().toString()))
			.hasStatus(422);
		assertThat(html(get(parent.coordinator(), page(parent))).text()).doesNotContain("концерты");
		this.world.signed(amendment, null);
		Document page = html(get(parent.coordinator(), page(parent)));
		assertThat(page.select("#text h2").text()).isEqualTo("Текст с изменениями");
		assertThat(page.select("#clause-" + parent.clauseKeys().get(4)).text()).contains("2.1.", "концерты",
				"изложить в новой редакции", "Дополнительное соглашение");
		assertThat(page.select("#clause-" + parent.clauseKeys().get(4) + " a").attr("href"))
			.contains(amendment.id().toString());
	}

	@Test
	void fieldsAreCheckedAndTheirValuesAreWords() {
		AgreementsWorld.Case one = this.world.draft();
		assertThat(post(one.coordinator(), page(one) + "/fields", "value.contact", "**Анна** <b>_x_</b> {{title}}",
				"before.contact", "", "value.unknown", "x"))
			.hasStatus3xxRedirection();
		Document page = html(get(one.coordinator(), page(one)));
		assertThat(page.select("#text").text()).contains("**Анна** <b>_x_</b> {{title}}");
		assertThat(page.select("#text strong")).isEmpty();
		assertThat(post(one.coordinator(), page(one) + "/fields", "value.contact", "Вера", "before.contact", ""))
			.hasStatus(409);
		assertThat(post(one.coordinator(), page(one) + "/fields", "value.contact", "я".repeat(1001), "before.contact",
				"**Анна** <b>_x_</b> {{title}}"))
			.hasStatus(422);
	}

	@Test
	void commitmentsAreWrittenAtClausesUntilTheTextIsFrozen() {
		AgreementsWorld.Case one = this.world.draft();
		String address = page(one) + "/commitments";
		String clause = one.clauseKeys().get(4).toString();
		assertThat(get(one.coordinator(), address + "/new?clause=" + clause)).hasStatusOk();
		assertThat(html(post(one.coordinator(), address, "clause", clause, "byParty", one.ngo().toString(), "toParty",
				one.ngo().toString(), "kind", "EVENTS", "what", "Лекции", "amount", "4", "cadence", "QUARTER"))
			.select("#toParty-error")
			.text()).contains("другой стороне");
		for (String[] bad : List.of(new String[] { "amount", "0" }, new String[] { "amount", "1e9" },
				new String[] { "kind", "MONEY" }, new String[] { "cadence", "HOURLY" },
				new String[] { "centres", UUID.randomUUID().toString() },
				new String[] { "toParty", UUID.randomUUID().toString() })) {
			assertThat(post(one.coordinator(), address, "clause", clause, "byParty", one.ngo().toString(),
					bad[0].equals("toParty") ? "x" : "toParty", one.system().toString(),
					bad[0].equals("kind") ? "x" : "kind", "EVENTS", "what", "Лекции",
					bad[0].equals("amount") ? "x" : "amount", "4", bad[0].equals("cadence") ? "x" : "cadence",
					"QUARTER", bad[0], bad[1]))
				.as(bad[0])
				.hasStatus(422);
		}
		assertThat(post(one.coordinator(), address, "clause", clause, "byParty", one.ngo().toString(), "toParty",
				one.system().toString(), "kind", "EVENTS", "what", "Лекции", "amount", "4,5", "cadence", "QUARTER",
				"centres", one.centre().toString()))
			.hasStatus3xxRedirection();
		UUID id = this.commitments.of(one.id()).getFirst().id();
		assertThat(html(get(one.coordinator(), page(one))).select("#clause-" + clause + " .promises").text())
			.contains("НКО", "Лекции", "4.5", "каждый квартал");
		assertThat(get(one.coordinator(), address + "/" + id)).hasStatusOk();
		assertThat(post(one.coordinator(), page(one) + "/clauses/" + clause + "/removal", "version", "0"))
			.hasStatus(422);
		this.world.signed(one, null);
		assertThat(post(one.coordinator(), address + "/" + id + "/removal")).hasStatus(422);
		assertThat(this.commitments.of(one.id())).hasSize(1);
	}

	@Test
	void clausesAreAddedMovedAndRemoved() {
		AgreementsWorld.Case one = this.world.draft();
		String clauses = page(one) + "/clauses";
		assertThat(get(one.coordinator(), page(one) + "/text")).hasStatusOk();
		assertThat(get(one.coordinator(), clauses + "/new?after=" + one.clauseKeys().get(2))).hasStatusOk();
		assertThat(post(one.coordinator(), clauses, "after", one.clauseKeys().get(2).toString(), "part", "CLAUSE",
				"body", "Вставлено."))
			.hasStatus3xxRedirection();
		List<Clause> with = this.versions.clauses(this.versions.open(one.id()).orElseThrow().id());
		assertThat(with.get(3).body()).isEqualTo("Вставлено.");
		assertThat(post(one.coordinator(), clauses + "/" + with.get(3).key() + "/place", "direction", "up"))
			.hasStatus3xxRedirection();
		assertThat(bodies(one).get(2)).isEqualTo("Вставлено.");
		assertThat(post(one.coordinator(), clauses + "/" + with.get(3).key() + "/removal", "version", "5"))
			.hasStatus(409);
		assertThat(post(one.coordinator(), clauses + "/" + with.get(3).key() + "/removal", "version", "0"))
			.hasStatus3xxRedirection();
		assertThat(bodies(one)).hasSize(AgreementsWorld.CLAUSES.size()).doesNotContain("Вставлено.");
	}

	@Test
	void sidesChangeOnlyBeforeTheyHaveSeenTheText() {
		AgreementsWorld.Case one = this.world.draft();
		UUID other = this.partners.ngo("Вместо неё").id();
		assertThat(html(get(one.coordinator(), page(one) + "/parties")).text()).contains("Ирина Сергеевна Добрая");
		assertThat(get(one.leader(), page(one) + "/parties")).hasStatus(403);
		assertThat(html(post(one.coordinator(), page(one) + "/parties", sides(one, other, "SIMPLE"))).text())
			.contains("не присоединилась");
		assertThat(post(one.coordinator(), page(one) + "/parties", sides(one, one.system(), "PAPER"))).hasStatus(422);
		assertThat(post(one.coordinator(), page(one) + "/parties", sides(one, other, "PAPER")))
			.hasStatus3xxRedirection();
		this.negotiation.send(one.coordinator(), one.id(), other, "");
		assertThat(html(post(one.coordinator(), page(one) + "/parties", sides(one, one.ngo(), "PAPER"))).text())
			.contains("заменить сторону нельзя");
		assertThat(post(one.coordinator(), page(one) + "/parties", sides(one, other, "DETACHED")))
			.hasStatus3xxRedirection();
	}

	private String[] sides(AgreementsWorld.Case one, UUID ngo, String way) {
		return new String[] { "version",
				String.valueOf(this.agreements.forReading(one.coordinator(), one.id()).version()), "sides[0].roleName",
				"НКО", "sides[0].partyId", ngo.toString(), "sides[0].way", way, "sides[1].roleName", "Библиотека",
				"sides[1].partyId", one.system().toString(), "sides[1].way", "PAPER" };
	}

	@Test
	void termsThatEndBeforeTheyBeginAreRefusedAndStaleOnesShown() {
		AgreementsWorld.Case one = this.world.draft();
		String address = page(one) + "/terms";
		String version = html(get(one.coordinator(), address)).select("input[name=version]").val();
		assertThat(post(one.coordinator(), address, "title", "Имя", "startsOn", "2027-01-01", "endsOn", "2026-01-01",
				"version", version))
			.hasStatus(422);
		assertThat(tries(one, "agreements.terms.changed")).isEqualTo(1);
		assertThat(post(one.coordinator(), address, "title", "Имя", "centres", UUID.randomUUID().toString(), "version",
				version))
			.hasStatus(422);
		assertThat(post(one.coordinator(), address, "title", "Новое имя", "endsOn", "2028-01-01", "version", version))
			.hasStatus3xxRedirection();
		MvcTestResult stale = post(one.coordinator(), address, "title", "Старое имя", "version", version);
		assertThat(stale).hasStatus(409);
		assertThat(html(stale).select("#conflict").text()).contains("Новое имя");
		assertThat(html(stale).select("#title").val()).isEqualTo("Старое имя");
	}

	@Test
	void hostileInputIsAnsweredInWords() {
		AgreementsWorld.Case one = this.world.draft();
		String clause = page(one) + "/clauses/" + one.clauseKeys().get(4);
		assertThat(post(one.coordinator(), clause, "part", "CLAUSE", "body", "я".repeat(10_001), "version", "0"))
			.hasStatus(422);
		assertThat(post(one.coordinator(), clause, "part", "CLAUSE", "body", "x".repeat(5_000_000), "version", "0")
			.getResponse()
			.getStatus()).isBetween(400, 499);
		assertThat(post(one.coordinator(), clause, "part", "POEM", "body", "x", "version", "0")).hasStatus(422);
		assertThat(html(post(one.coordinator(), clause, "part", "CLAUSE", "body", "{{secret}}", "version", "0"))
			.select("#body-error")
			.text()).contains("secret");
		assertThat(
				post(one.coordinator(), clause, "part", "CLAUSE", "body", "<script>alert(1)</script>", "version", "0"))
			.hasStatus3xxRedirection();
		assertThat(html(get(one.coordinator(), page(one))).select("#text script")).isEmpty();
		assertThat(post(one.coordinator(), page(one) + "/versions/sent", "party", "не число")).hasStatus(422);
		assertThat(post(one.coordinator(), page(one) + "/versions/sent", "party", UUID.randomUUID().toString()))
			.hasStatus(422);
		assertThat(get(one.coordinator(), page(one) + "/versions/comparison?before=7&after=99999")).hasStatus(404);
		assertThat(this.versions.of(one.id())).hasSize(1);
	}

	@Test
	void draftIsAPdf() {
		AgreementsWorld.Case one = this.world.sent();
		MvcTestResult pdf = get(one.leader(), page(one) + "/draft.pdf");
		assertThat(pdf).hasStatusOk();
		assertThat(pdf.getResponse().getContentType()).isEqualTo("application/pdf");
		assertThat(pdf.getResponse().getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
	}

	@Test
	void pagesKeepToTheirBudgetOfStatements() {
		AgreementsWorld.Case one = this.world.sent();
		get(one.leader(), page(one));
		assertThat(this.sql.during(() -> get(one.leader(), page(one)))).hasSizeLessThanOrEqualTo(40);
		assertThat(this.sql.during(() -> get(one.leader(), page(one) + "/text"))).hasSizeLessThanOrEqualTo(30);
		assertThat(this.sql.during(() -> get(one.leader(), page(one) + "/versions/comparison")))
			.hasSizeLessThanOrEqualTo(25);
	}

	private List<String> bodies(AgreementsWorld.Case one) {
		return this.versions.clauses(this.versions.open(one.id()).orElseThrow().id())
			.stream()
			.map(Clause::body)
			.toList();
	}

	private int tries(AgreementsWorld.Case one, String action) {
		return this.jdbc.sql("select count(*) from agreement_act where agreement_id = ? and action = ? and refused")
			.params(one.id(), action)
			.query(Integer.class)
			.single();
	}

	private static String page(AgreementsWorld.Case one) {
		return "/desk/agreements/" + one.id();
	}

	private MvcTestResult get(Actor actor, String address) {
		return this.mvc.get().uri(address).with(SignIn.as(actor)).exchange();
	}

	private MvcTestResult post(Actor actor, String address, String... fields) {
		var request = this.mvc.post().uri(address).with(SignIn.as(actor)).with((RequestPostProcessor) csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private static Document html(MvcTestResult result) {
		try {
			return Jsoup.parse(result.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
