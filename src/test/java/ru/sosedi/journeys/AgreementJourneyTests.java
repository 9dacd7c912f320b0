package ru.sosedi.journeys;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.AgreementKind;
import ru.sosedi.agreements.AgreementTemplates;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Commitments;
import ru.sosedi.agreements.FieldType;
import ru.sosedi.agreements.StepKind;
import ru.sosedi.agreements.TemplateDetails;
import ru.sosedi.network.LibrarySystem;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.notifications.PostOffice;
import ru.sosedi.partners.Ngo;
import ru.sosedi.partners.PartyKind;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventAgreements;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.programme.PartnerChoice;
import ru.sosedi.signatures.TrustedRootService;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.PartnersWorld;
import ru.sosedi.world.ProgrammeWorld;
import ru.sosedi.world.SigningWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An agreement of three sides: drafted, negotiated, approved, frozen, signed in three
 * ways, in force by itself, kept by an event, renewed, proven and disproven.
 */
@PortalTest
class AgreementJourneyTests {

	@RegisterExtension
	final Browser browser = new Browser();

	@Autowired
	ApplicationContext context;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	NetworkWorld network;

	@Autowired
	PartnersWorld partners;

	@Autowired
	ProgrammeWorld programme;

	@Autowired
	AgreementTemplates templates;

	@Autowired
	Agreements agreements;

	@Autowired
	Commitments commitments;

	@Autowired
	EventAgreements eventAgreements;

	@Autowired
	TrustedRootService roots;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	Clock clock;

	private UUID id;

	private LibrarySystem system;

	private Ngo ngo;

	private Ngo alliance;

	private NeighbourhoodCentre centre;

	private Actor coordinator;

	private Actor director;

	private Actor leader;

	private Actor lawyer;

	private LocalDate first;

	@AfterEach
	void putTheClockBack() {
		((TestClock.MovableClock) this.clock).reset();
		this.jdbc.sql("delete from trusted_root").update();
	}

	@Test
	void threeSidesFromTheTemplateToTheRenewal() {
		try (PostOffice post = new PostOffice(this.context)) {
			Page desk = peopleAndTemplate();
			drafts(desk);
			negotiates(desk, post);
			agreesAndApproves(desk, post);
			byte[] document = freezes(desk);
			signsWithGost(document);
			signsWithCode(post);
			signsOnPaper(desk);
			comesIntoForceByItself();
			aHeldEventSettles();
			isRenewed();
			isProven(document);
			theChainTellsAPlantedChange();
		}
	}

	private Page peopleAndTemplate() {
		String mark = UUID.randomUUID().toString().substring(0, 6);
		this.centre = this.network.openCentre("Центр одного соглашения " + mark);
		this.system = this.network.zarechenskSystem();
		this.ngo = this.partners.ngo("Соседи по лестнице " + mark);
		this.alliance = this.partners.ngo("Союз подъездов " + mark);
		this.coordinator = this.accounts.coordinator();
		this.lawyer = this.accounts.methodologist();
		this.director = this.accounts.signatory(this.system.id());
		this.leader = this.accounts.ngoLeader(this.ngo.id());
		this.partners.representative(this.system.id(), this.director.accountId());
		this.partners.representative(this.ngo.id(), this.leader.accountId());
		this.partners.representative(this.alliance.id());
		this.partners.accession(this.ngo.id());
		this.first = this.agreements.today().plusDays(3);
		this.templates.create(Actor.portal(),
				new TemplateDetails(AgreementKind.PARTNERSHIP, "Трёхсторонний шаблон " + mark, true, "",
						List.of(new TemplateDetails.Side("Библиотека", PartyKind.LIBRARY_SYSTEM),
								new TemplateDetails.Side("НКО", PartyKind.NGO),
								new TemplateDetails.Side("Альянс", PartyKind.NGO)),
						List.of(new TemplateDetails.Field("contact", "Ответственный", FieldType.TEXT, true)),
						List.of(new TemplateDetails.Step(1, StepKind.VISA, "Юрист", null),
								new TemplateDetails.Step(2, StepKind.SIGNATURE, "Подпись библиотеки", 1),
								new TemplateDetails.Step(2, StepKind.SIGNATURE, "Подпись НКО", 2),
								new TemplateDetails.Step(2, StepKind.SIGNATURE, "Подпись альянса", 3))),
				AgreementsWorld.CLAUSES);
		Page desk = this.browser.desktop().signedIn(this.coordinator).open("/desk/agreements");
		desk.click("main a:has-text('Новое соглашение')");
		desk.click("main a:has-text('Трёхсторонний шаблон " + mark + "')");
		return desk;
	}

	private void drafts(Page desk) {
		desk.fill("#title", "Соглашение о тихом дворе");
		find(desk, 1, this.ngo);
		find(desk, 2, this.alliance);
		desk.selectOption("select[name='parties[0]']", this.system.id().toString());
		desk.fill("#place", "г. Зареченск");
		desk.fill("#startsOn", this.first.toString());
		desk.fill("#endsOn", this.first.plusYears(1).toString());
		desk.check("input[name=centres][value='" + this.centre.id() + "']");
		desk.click("main button:has-text('Начать соглашение')");
		assertThat(desk.locator("h1").innerText()).isEqualTo("Соглашение о тихом дворе");
		assertThat(desk.locator("main").innerText()).contains("проект", "Ход координатора");
		this.id = UUID.fromString(desk.url().replaceAll(".*/([0-9a-f-]{36}).*", "$1"));
		desk.click("main a:has-text('Заполнить поля')");
		desk.fill("#field-contact", "Ирина Добрая, +7 000 000-00-02");
		desk.click("main button:has-text('Сохранить')");
		desk.click("text=Изменить стороны и способ подписи");
		desk.check("input[name='sides[0].way'][value=DETACHED]");
		desk.check("input[name='sides[1].way'][value=SIMPLE]");
		desk.check("input[name='sides[2].way'][value=PAPER]");
		desk.click("main button:has-text('Сохранить')");
		desk.click("main a:has-text('Писать текст')");
		desk.click("main a:has-text('Добавить обязательство') >> nth=2");
		desk.selectOption("#byParty", this.ngo.id().toString());
		desk.selectOption("#toParty", this.system.id().toString());
		desk.selectOption("#kind", "EVENTS");
		desk.fill("#what", "Мастер-классы во дворе");
		desk.fill("#amount", "4");
		desk.selectOption("#cadence", "QUARTER");
		desk.click("main button:has-text('Сохранить')");
		assertThat(desk.locator("main").innerText()).contains("Мастер-классы во дворе");
	}

	private static void find(Page desk, int side, Ngo wanted) {
		desk.fill("#words" + side, wanted.shortName());
		desk.click("main button:has-text('Найти') >> nth=" + side);
		desk.selectOption("select[name='parties[" + side + "]']", wanted.id().toString());
	}

	private void negotiates(Page desk, PostOffice post) {
		open(desk);
		desk.click("summary:has-text('Отправить стороне')");
		desk.selectOption("#party", this.ngo.id().toString());
		desk.click("main form button:has-text('Отправить')");
		assertThat(desk.locator("main").innerText()).contains("на согласовании", "Ждём: " + this.ngo.shortName());
		assertThat(post.lettersTo(this.accounts.emailOf(this.leader))).isNotEmpty();

		Page phone = this.browser.phone().withoutScripts().signedIn(this.leader).open("/desk");
		phone.click("main a:has-text('Соглашение о тихом дворе')");
		phone.click("main a:has-text('Писать текст')");
		phone.click("main .clause-acts a:has-text('Изменить') >> nth=2");
		phone.fill("#body", "Стороны проводят встречи по субботам и берегут тишину после восьми вечера.");
		phone.click("main button:has-text('Сохранить')");
		phone.click("main a:has-text('К соглашению')");
		phone.click("summary:has-text('Вернуть координатору')");
		phone.fill("#back-note", "Добавили тишину после восьми");
		phone.click("main form button:has-text('Вернуть')");
		assertThat(phone.locator("main").innerText()).contains("Ход координатора");

		open(desk);
		desk.click("text=Редакции и изменения");
		assertThat(desk.locator("main").innerText()).contains("Добавили тишину после восьми");
		desk.click("main a:has-text('Что изменилось') >> nth=0");
		assertThat(desk.locator("main ins").allInnerTexts().toString()).contains("тишину после восьми вечера");
	}

	private void agreesAndApproves(Page desk, PostOffice post) {
		Page phone = this.browser.phone().withoutScripts().signedIn(this.leader).open(path());
		phone.click("main button:has-text('Согласны с текстом')");
		for (UUID other : List.of(this.system.id(), this.alliance.id())) {
			open(desk);
			desk.click("summary:has-text('Записать согласие стороны')");
			desk.selectOption("#record-party", other.toString());
			desk.fill("#record-note", "письмо № 5 от сегодняшнего дня");
			desk.click("main form button:has-text('Записать')");
		}
		desk.navigate(path() + "/circuit");
		desk.selectOption("main select", this.lawyer.accountId().toString());
		desk.click("main button:has-text('Начать согласование')");
		assertThat(post.lettersTo(this.accounts.emailOf(this.lawyer))).hasSize(1);
		assertThat(post.lettersTo(this.accounts.emailOf(this.director))).isEmpty();

		Page visa = this.browser.desktop().signedIn(this.lawyer).open("/desk");
		visa.click("main a:has-text('Соглашение о тихом дворе')");
		visa.navigate(path() + "/circuit");
		visa.click("main button:has-text('Завизировать')");
		assertThat(visa.locator("main").innerText()).contains("завизировано");
	}

	private byte[] freezes(Page desk) {
		desk.navigate(path() + "/freezing");
		desk.click("main button:has-text('Закрепить и собирать подписи')");
		open(desk);
		assertThat(desk.locator("h1").innerText()).matches("Соглашение о тихом дворе № \\d+/\\d{4}");
		assertThat(desk.locator("main").innerText()).contains("на подписании");
		byte[] document = desk.request().get(path() + "/document.pdf").body();
		assertThat(document).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
		return document;
	}

	private void signsWithGost(byte[] document) {
		SigningWorld.Keyed root = SigningWorld.authority("УЦ одного соглашения", SigningWorld.Kind.GOST_256);
		this.roots.trust(Actor.portal(), root.encoded(), true);
		SigningWorld.Keyed signer = SigningWorld.signer(root, SigningWorld.Kind.GOST_256, this.system.inn().value(),
				this.system.ogrn().value());
		Page page = this.browser.desktop()
			.signedIn(this.director)
			.open(path() + "/signatures/detached?party=" + this.system.id());
		byte[] altered = document.clone();
		altered[altered.length / 2] ^= 1;
		upload(page, "signature", "agreement.pdf.sig", SigningWorld.sign(signer, altered));
		page.click("main button:has-text('Проверить и подписать')");
		assertThat(page.locator("main").innerText()).contains("другого файла");
		upload(page, "signature", "agreement.pdf.sig", SigningWorld.sign(signer, document));
		page.click("main button:has-text('Проверить и подписать')");
		page.navigate(path() + "/signatures");
		assertThat(page.locator("main").innerText()).contains("файл электронной подписи", "Подписали: 1 из 3");
	}

	private void signsWithCode(PostOffice post) {
		Page phone = this.browser.phone().withoutScripts().signedIn(this.leader).open(path() + "/signatures");
		phone.click("main a:has-text('Прочитать и подписать')");
		phone.click("main button:has-text('Текст прочитан до конца')");
		phone.click("main button:has-text('Прислать код')");
		String code = post.lettersTo(this.accounts.emailOf(this.leader))
			.getLast()
			.text()
			.replaceAll("(?s).*?\\b(\\d{8})\\b.*", "$1");
		phone.fill("#code", code);
		phone.fill("#password", "не тот пароль вовсе");
		phone.click("main form button:has-text('Подписать')");
		assertThat(phone.locator("main").innerText()).contains("Пароль или код не подходит");
		phone.fill("#code", code);
		phone.fill("#password", AccountsWorld.PASSWORD);
		phone.click("main form button:has-text('Подписать')");
		phone.navigate(path() + "/signatures");
		assertThat(phone.locator("main").innerText()).contains("простая электронная подпись", "Подписали: 2 из 3");
	}

	private void signsOnPaper(Page desk) {
		open(desk);
		assertThat(desk.locator("main").innerText()).contains("подписано частью сторон");
		desk.navigate(path() + "/signatures/paper?party=" + this.alliance.id());
		desk.fill("#signedOn", this.agreements.today().toString());
		desk.selectOption("#signerId", desk.locator("#signerId option").last().getAttribute("value"));
		upload(desk, "file", "scan.pdf", PartnersWorld.pdf());
		desk.fill("#keeper", "Координатор альянса");
		desk.fill("#place", "папка 7");
		desk.click("main button:has-text('Записать подпись')");
		open(desk);
		assertThat(desk.locator("main").innerText()).contains("подписано, ещё не действует");
	}

	// a session does not outlive the days between
	private Page laterAtTheDesk(LocalDate day) {
		clockTo(day);
		return this.browser.desktop().signedIn(this.coordinator).open(path());
	}

	private void comesIntoForceByItself() {
		Page desk = laterAtTheDesk(this.first);
		open(desk);
		assertThat(desk.locator("main").innerText()).contains("действует").doesNotContain("ещё не действует");
		desk.navigate(path() + "/circuit");
		desk.click("main button:has-text('Опубликовать')");
	}

	private void aHeldEventSettles() {
		Actor librarian = this.accounts.librarian(this.centre.library().id());
		LocalDate day = this.first.plusDays(1);
		UUID room = this.network.room(this.centre.library().id(), "Зал одного соглашения").id();
		Event event = this.programme.published(this.centre,
				ProgrammeWorld.details("Тихий двор").withPartners(List.of(PartnerChoice.of(this.ngo.id(), true))),
				new OccurrenceDetails(day, LocalTime.of(15, 0), LocalTime.of(17, 0), room, null, null));
		UUID promise = this.commitments.of(this.id).getFirst().id();
		this.eventAgreements.choose(librarian, event.id(), Set.of(promise));
		UUID date = this.programme.occurrencesOf(event).getFirst().id();
		Page desk = laterAtTheDesk(day.plusDays(1));
		Page page = this.browser.desktop()
			.signedIn(librarian)
			.open("/desk/attendance/occurrences/" + date + "/close-out");
		page.fill("#to14", "5");
		page.check("input[name=source] >> nth=1");
		page.click("main button:has-text('Закрыть')");
		assertThat(page.locator("main").innerText()).contains("Засчитано", "Мастер-классы во дворе");
		desk.navigate("/desk/ledger/commitments/" + promise);
		assertThat(desk.locator("main").innerText()).contains("Мастер-классы во дворе", "Тихий двор");
	}

	private void isRenewed() {
		Page desk = laterAtTheDesk(this.first.plusYears(1).minusDays(20));
		open(desk);
		assertThat(desk.locator("main").innerText()).contains("истекает");
		desk.navigate("/desk/ledger/renewals");
		desk.click("main li:has-text('Соглашение о тихом дворе') button:has-text('Подготовить продление')");
		assertThat(desk.locator("main").innerText()).contains("Мастер-классы во дворе");
		assertThat(this.jdbc.sql("select count(*) from agreement where parent_id = ? and kind = 'AMENDMENT'")
			.param(this.id)
			.query(Integer.class)
			.single()).isOne();
	}

	private void isProven(byte[] document) {
		String code = this.jdbc.sql("select code from frozen_document where agreement_id = ?")
			.param(this.id)
			.query(String.class)
			.single();
		Page page = this.browser.phone().withoutScripts().open("/agreements/proof/" + code);
		assertThat(page.locator("main").innerText()).contains("файл электронной подписи", "простая электронная подпись",
				"на бумаге");
		upload(page, "file", "agreement.pdf", document);
		page.click("main button:has-text('Проверить')");
		assertThat(page.locator("main").innerText()).contains("Это тот самый документ");
		byte[] altered = document.clone();
		altered[document.length - 10] ^= 1;
		upload(page, "file", "agreement.pdf", altered);
		page.click("main button:has-text('Проверить')");
		assertThat(page.locator("main").innerText()).contains("Это другой файл");
		Page english = this.browser.phone()
			.withoutScripts()
			.from("en-GB", "Europe/London")
			.open("/agreements/" + this.id + "?lang=en");
		assertThat(english.locator("main").innerText()).contains("Commitments of the sides", "expiring");
	}

	private void theChainTellsAPlantedChange() {
		Page page = this.browser.desktop().signedIn(this.accounts.administrator()).open("/admin/agreements/trail");
		page.click("main button:has-text('Проверить')");
		assertThat(page.locator("main").innerText()).contains("Журнал цел");
		long line = this.jdbc.sql("select max(number) from agreement_act where agreement_id = ?")
			.param(this.id)
			.query(Long.class)
			.single();
		String name = this.jdbc.sql("select actor_name from agreement_act where number = ?")
			.param(line)
			.query(String.class)
			.single();
		plant(line, "Кто-то другой");
		try {
			page.click("main button:has-text('Проверить')");
			assertThat(page.locator("main").innerText()).contains("Журнал нарушен, запись " + line);
		}
		finally {
			plant(line, name);
		}
	}

	/** What only somebody with the database in his hands can do. */
	private void plant(long line, String name) {
		new TransactionTemplate(this.transactions).executeWithoutResult((_) -> {
			this.jdbc.sql("alter table agreement_act disable trigger agreement_act_append_only").update();
			this.jdbc.sql("update agreement_act set actor_name = ? where number = ?").params(name, line).update();
			this.jdbc.sql("alter table agreement_act enable trigger agreement_act_append_only").update();
		});
	}

	private String path() {
		return "/desk/agreements/" + this.id;
	}

	private void open(Page page) {
		page.navigate(path());
	}

	private void clockTo(LocalDate day) {
		((TestClock.MovableClock) this.clock)
			.moveTo(day.atTime(9, 0).atZone(NetworkWorld.ZONE).toInstant().plus(Duration.ofMinutes(1)));
	}

	private static void upload(Page page, String field, String name, byte[] content) {
		page.setInputFiles("#" + field, new FilePayload(name, "application/octet-stream", content));
	}

}
