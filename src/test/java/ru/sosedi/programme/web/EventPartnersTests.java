package ru.sosedi.programme.web;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.partners.Ngo;
import ru.sosedi.partners.NgoService;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventPartner;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.PartnerChoice;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.PartnersWorld;
import ru.sosedi.world.ProgrammeWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Who holds events together with centres: chosen from the directory, shown everywhere.
 */
@PortalTest
class EventPartnersTests {

	private static final String EVENTS = "/desk/programme/events";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	NetworkWorld network;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	ProgrammeWorld programme;

	@Autowired
	PartnersWorld partners;

	@Autowired
	NgoService ngos;

	@Autowired
	EventService events;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SqlStatements sqlStatements;

	private NeighbourhoodCentre centre;

	private Actor librarian;

	@BeforeEach
	void aLibrarianOfTheCentre() {
		this.centre = this.network.zarechenskCentre();
		this.librarian = this.accounts.librarian(this.centre.library().id());
	}

	@Test
	void aListedPartnerIsALinkAndAnotherABareName() {
		Ngo listed = this.partners.ngo("Клуб «Ласточка»");
		UUID named = this.partners.named("Дворовый совет пяти углов");
		Event event = held("Две стороны", PartnerChoice.of(listed.id(), false), PartnerChoice.of(named, false));
		for (String address : List.of(page(event), "/events?partner=" + named)) {
			Document page = html(visit(address));
			assertThat(page.select("main a[href=/partners/" + listed.slug() + "]").text()).isEqualTo("Клуб «Ласточка»");
			assertThat(page.select("main").text()).contains("Дворовый совет пяти углов");
			assertThat(page.select("main a:containsOwn(пяти углов)").not(".chips a").not("h3 a")).isEmpty();
		}
	}

	@Test
	void thePageSaysWhetherThePartnerHoldsItOrTheCentre() {
		UUID club = this.partners.named("Клуб ведущих");
		String together = html(visit(page(held("Вместе", PartnerChoice.of(club, false))))).select(".facts").text();
		assertThat(together).contains("Проводят " + this.centre.name() + ", Клуб ведущих").doesNotContain("Принимает");
		String led = html(visit(page(held("Сами", PartnerChoice.of(club, true))))).select(".facts").text();
		assertThat(led).contains("Проводят Клуб ведущих Принимает " + this.centre.name());
	}

	@Test
	void machinesReadThePartners() {
		Ngo club = this.partners.ngo("Клуб «Машинный»");
		Event event = held("Для машин", PartnerChoice.of(club.id(), true));
		String json = html(visit(page(event))).select("script[type=application/ld+json]").html();
		assertThat(json).contains("\"organizer\":[{\"@type\":\"Organization\",\"name\":\"Клуб «Машинный»\"",
				"/partners/" + club.slug());
		assertThat(text(visit("/feeds/events.ics?partner=" + club.id())).replace("\r\n ", ""))
			.contains("Клуб «Машинный»")
			.containsOnlyOnce("BEGIN:VEVENT");
	}

	@Test
	void theListOfOnePartnerHoldsNothingElseAndCanBeShared() {
		UUID club = this.partners.named("Клуб одного списка");
		held("В списке партнёра", PartnerChoice.of(club, false));
		held("Не в списке партнёра");
		Document page = html(visit("/events?partner=" + club));
		assertThat(page.select("h3").eachText()).hasSize(1).allMatch((title) -> title.contains("В списке партнёра"));
		assertThat(page.select("h1").text()).contains("Клуб одного списка");
		assertThat(page.select("a[href*=events.ics]").attr("href")).contains("partner=" + club);
		assertThat(page.select("form#filters input[name=partner]").val()).isEqualTo(club.toString());
		assertThat(html(visit("/events?view=month&month=2026-11&partner=" + club)).text()).contains("В списке партнёра")
			.doesNotContain("Не в списке партнёра");
		for (String odd : List.of("x", "", "%00", UUID.randomUUID().toString(), "1' or '1'='1")) {
			MvcTestResult result = this.mvc.get().uri("/events?partner={odd}", odd).exchange();
			assertThat(result.getResponse().getStatus()).as(odd).isLessThan(400);
		}
	}

	@Test
	void aCardThatResidentsCannotKnowIsNotNamedByItsId() {
		UUID hidden = this.partners.named("Никому не известный клуб");
		assertThat(html(visit("/events?partner=" + hidden)).text()).doesNotContain("Никому не известный");
	}

	@Test
	void thePieceForThePartnersPageHoldsTheComingEvents() {
		UUID club = this.partners.named("Клуб страницы партнёра");
		held("На странице партнёра", PartnerChoice.of(club, false));
		MvcTestResult result = visit("/events/of-partner/" + club);
		assertThat(html(result).text()).contains("На странице партнёра");
		assertThat(text(result)).doesNotContain("<main");
		assertThat(html(result).select("a[href=/events?partner=" + club + "]")).hasSize(1);
		assertThat(result.getResponse().getCookies()).isEmpty();
		assertThat(this.sqlStatements.during(() -> visit("/events/of-partner/" + club))).hasSizeLessThanOrEqualTo(2);
		assertThat(visit("/events/of-partner/" + UUID.randomUUID())).hasStatusOk();
		assertThat(visit("/events/of-partner/x")).hasStatus4xxClientError();
	}

	@Test
	void aPartnerIsLookedForWithoutScriptsAndNothingTypedIsLost() {
		Ngo club = this.partners.ngo("Клуб «Поиск по справочнику»");
		MultiValueMap<String, String> fields = fields("Ищем партнёра");
		fields.set("partnerSearch", "поиск справочнику");
		fields.set("step", "partners");
		MvcTestResult found = post(EVENTS, fields);
		assertThat(found).hasStatusOk();
		Document page = html(found);
		assertThat(page.select("#title").val()).isEqualTo("Ищем партнёра");
		assertThat(page.select("input[name=partners]").eachAttr("value")).contains(club.id().toString());
		assertThat(page.select("input[name=partners][checked]")).isEmpty();
		assertThat(page.select("#partnerSearch").val()).isEmpty();
		fields.remove("step");
		fields.remove("partnerSearch");
		fields.set("partners", club.id().toString());
		fields.set("leading", club.id().toString());
		Event event = created(post(EVENTS, fields));
		assertThat(this.events.partners(event))
			.containsExactly(new EventPartner(club.id(), club.shortName(), club.slug(), true));
		Document edit = html(get(EVENTS + "/" + event.id() + "/edit"));
		assertThat(edit.select("input[name=partners][checked]").val()).isEqualTo(club.id().toString());
		assertThat(edit.select("input[name=leading][checked]").val()).isEqualTo(club.id().toString());
	}

	@Test
	void similarNamesAreOfferedBeforeANewOneIsMade() {
		UUID there = this.partners.named("Клуб «Сходное имя»");
		MultiValueMap<String, String> fields = fields("Сходство");
		fields.set("partnerSearch", "Клуб Сходное имяя");
		fields.set("step", "partners");
		Document page = html(post(EVENTS, fields));
		assertThat(page.select("input[name=partners]").eachAttr("value")).containsExactly(there.toString());
		assertThat(page.text()).contains("Нет в справочнике: добавить «Клуб Сходное имяя» по названию");
	}

	@Test
	void wordsThatNobodyLookedForAreNotLost() {
		MultiValueMap<String, String> fields = fields("Не нашли");
		fields.set("partnerSearch", "Кружок без карточки");
		MvcTestResult result = post(EVENTS, fields);
		assertThat(result).hasStatus(422);
		assertThat(html(result).select("#partners").text()).contains("Отметьте партнёра", "«Кружок без карточки»");
		assertThat(count("Кружок без карточки")).isZero();
		fields.remove("partnerSearch");
		fields.set("partnerFound", "Кружок без карточки");
		fields.set("newPartner", "yes");
		Event event = created(post(EVENTS, fields));
		assertThat(this.events.partners(event)).extracting(EventPartner::name).containsExactly("Кружок без карточки");
		fields.set("partnerFound", "кружок  «Без карточки»");
		created(post(EVENTS, fields));
		assertThat(count("Кружок без карточки")).as("the same name is the same card").isOne();
	}

	@Test
	void aRefusedFormMakesNoCard() {
		MultiValueMap<String, String> fields = fields("");
		fields.set("partnerFound", "Клуб отказанной формы");
		fields.set("newPartner", "yes");
		assertThat(post(EVENTS, fields)).hasStatus(422);
		fields = fields("Чужая картинка");
		fields.set("partnerFound", "Клуб отказанной формы");
		fields.set("newPartner", "yes");
		fields.set("pictureId", UUID.randomUUID().toString());
		fields.set("pictureAlt", "x");
		assertThat(post(EVENTS, fields).getResponse().getStatus()).isBetween(400, 499);
		assertThat(count("Клуб отказанной формы")).isZero();
	}

	@Test
	void absurdPartnersAreRefusedAtTheirField() {
		for (String odd : List.of("x", UUID.randomUUID().toString(), "'; drop table ngo; --")) {
			MultiValueMap<String, String> fields = fields("Нелепые партнёры");
			fields.set("partners", odd);
			MvcTestResult result = post(EVENTS, fields);
			assertThat(result).as(odd).hasStatus(422);
			assertThat(html(result).select("#partners .error").text()).contains("Такого партнёра в справочнике нет");
		}
		MultiValueMap<String, String> many = fields("Слишком много");
		for (int i = 0; i < 21; i++) {
			many.add("partners", UUID.randomUUID().toString());
		}
		assertThat(html(post(EVENTS, many)).text()).contains("Партнёров не больше 20");
		MultiValueMap<String, String> longName = fields("Длинное имя");
		longName.set("partnerSearch", "я".repeat(10_000));
		longName.set("step", "partners");
		assertThat(post(EVENTS, longName)).hasStatusOk();
	}

	@Test
	void aStaleFormShowsWhoThePartnersAreNow() {
		UUID club = this.partners.named("Клуб вчерашней формы");
		Event event = this.programme.draft(this.centre, "Устаревшая");
		MultiValueMap<String, String> fields = fields("Устаревшая");
		fields.set("version", event.version().toString());
		this.events.change(this.librarian, event.id(), event.version(),
				ProgrammeWorld.details("Устаревшая").withPartners(List.of(PartnerChoice.of(club, false))));
		MvcTestResult result = post(EVENTS + "/" + event.id(), fields);
		assertThat(result).hasStatus(409);
		assertThat(html(result).select("#conflict").text()).contains("Клуб вчерашней формы");
	}

	@Test
	void aCopyKeepsThePartnersAndTheTrailNamesThem() {
		UUID club = this.partners.named("Клуб копии");
		Event event = this.programme.draft(this.centre,
				ProgrammeWorld.details("С копией").withPartners(List.of(PartnerChoice.of(club, true))));
		Event copy = this.events.copy(this.librarian, event.id());
		assertThat(this.events.partners(copy)).containsExactlyElementsOf(this.events.partners(event));
		this.events.change(this.librarian, copy.id(), copy.version(),
				ProgrammeWorld.details("С копией").withPartners(List.of()));
		Map<String, Object> act = this.jdbc.sql("""
				select before ->> 'partners' as was, after ->> 'partners' as is from audit_record
				where subject_id = ? and action = 'programme.event.changed'
				""").param(copy.id().toString()).query().singleRow();
		assertThat(act).containsEntry("was", "Клуб копии").containsEntry("is", "");
	}

	@Test
	void searchFindsAnEventByThePartnersNewName() {
		UUID club = this.partners.named("Клуб Гиацинт");
		held("Под новым именем", PartnerChoice.of(club, false));
		assertThat(html(visit("/events?q=гиацинт")).text()).contains("Под новым именем");
		Ngo ngo = this.ngos.forUpkeep(Actor.portal(), club);
		this.ngos.change(Actor.portal(), club, PartnersWorld.details("Клуб Анемон"), ngo.version(), true);
		assertThat(html(visit("/events?q=анемон")).text()).contains("Под новым именем");
	}

	@Test
	void oneNgoIsOnePartnerInWhateverWayItIsNamed() {
		UUID club = this.partners.named("Клуб дважды");
		Event event = this.programme.draft(this.centre, ProgrammeWorld.details("Дважды")
			.withPartners(List.of(PartnerChoice.named("клуб  «Дважды»", true), PartnerChoice.of(club, false))));
		assertThat(event.partners()).containsExactly(PartnerChoice.of(club, true));
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> PartnerChoice.named("x".repeat(201), false));
	}

	@Test
	void theOrderOfPartnersCanBeTurned() {
		UUID one = this.partners.named("Первый из двух");
		UUID two = this.partners.named("Второй из двух");
		Event event = this.programme.draft(this.centre, ProgrammeWorld.details("Порядок")
			.withPartners(List.of(PartnerChoice.of(one, false), PartnerChoice.of(two, false))));
		Event turned = this.events.change(this.librarian, event.id(), event.version(), ProgrammeWorld.details("Порядок")
			.withPartners(List.of(PartnerChoice.of(two, false), PartnerChoice.of(one, false))));
		assertThat(this.events.forReading(this.librarian, turned.id()).partners()).extracting(PartnerChoice::ngoId)
			.containsExactly(two, one);
	}

	private Event held(String title, PartnerChoice... partners) {
		return this.programme.published(this.centre, ProgrammeWorld.details(title).withPartners(List.of(partners)),
				ProgrammeWorld.on(ProgrammeWorld.SATURDAY));
	}

	private long count(String name) {
		return this.jdbc.sql("select count(*) from ngo where name_key = lower(?)")
			.param(name)
			.query(Long.class)
			.single();
	}

	private MultiValueMap<String, String> fields(String title) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		fields.setAll(Map.of("centreId", this.centre.id().toString(), "form", "WORKSHOP", "title", title, "summary",
				"Складываем", "ageMark", "FROM_6", "audiences", "FAMILIES", "deliveryMode", "IN_HOUSE", "admission",
				"FREE_ENTRY", "language", "ru"));
		return fields;
	}

	private Event created(MvcTestResult result) {
		assertThat(result).hasStatus3xxRedirection();
		String address = result.getResponse().getRedirectedUrl();
		return this.events.forReading(Actor.portal(), UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
	}

	private static String page(Event event) {
		return "/events/" + event.id() + "/" + event.slug();
	}

	private MvcTestResult visit(String address) {
		return this.mvc.get().uri(UriComponentsBuilder.fromUriString(address).encode().build().toUri()).exchange();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(SignIn.as(this.librarian)).exchange();
	}

	private MvcTestResult post(String address, MultiValueMap<String, String> fields) {
		return this.mvc.post().uri(address).params(fields).with(SignIn.as(this.librarian)).with(csrf()).exchange();
	}

	private static Document html(MvcTestResult result) {
		return Jsoup.parse(text(result));
	}

	private static String text(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
