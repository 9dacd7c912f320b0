package ru.sosedi.programme.web;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import ru.sosedi.PortalTest;
import ru.sosedi.SqlStatements;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.AgreementFit;
import ru.sosedi.programme.AgreementRule;
import ru.sosedi.programme.CountedCommitment;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventAgreements;
import ru.sosedi.programme.EventCommitments;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.EventState;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.programme.PartnerChoice;
import ru.sosedi.programme.ProgrammeSettings;
import ru.sosedi.programme.Publication;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementRows;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.PartnersWorld;
import ru.sosedi.world.ProgrammeWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static ru.sosedi.world.ProgrammeWorld.SATURDAY;
import static ru.sosedi.world.ProgrammeWorld.on;

/** Events with partners, and the agreements behind them. */
@PortalTest
class EventAgreementsTests {

	private static final String EVENTS = "/desk/programme/events/";

	private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

	private static final LocalDate TO = LocalDate.of(2026, 12, 31);

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
	AgreementRows rows;

	@Autowired
	EventService events;

	@Autowired
	OccurrenceService occurrences;

	@Autowired
	Publication publication;

	@Autowired
	EventAgreements agreements;

	@Autowired
	EventCommitments commitments;

	@Autowired
	ProgrammeSettings settings;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SqlStatements sqlStatements;

	private NeighbourhoodCentre centre;

	private Actor librarian;

	private UUID club;

	@BeforeEach
	void aClubWithoutAgreement() {
		this.centre = this.network.zarechenskCentre();
		this.librarian = this.accounts.librarian(this.centre.library().id());
		this.club = this.partners.named("Клуб соглашений " + UUID.randomUUID());
	}

	@AfterEach
	void warnAgain() {
		rule(AgreementRule.WARN);
	}

	@Test
	void withoutAnAgreementThePageWarnsAndTheEventIsPublished() {
		Event event = draft("Без соглашения", on(SATURDAY));
		assertThat(desk(event).text()).contains("Нет действующего соглашения с партнёром", "напишите координатору");
		this.publication.publish(this.librarian, event.id());
		assertThat(desk(event).text()).contains("Нет действующего соглашения с партнёром");
		assertThat(covers(event)).isEmpty();
	}

	@Test
	void whereTheNetworkWantsAnAgreementNothingIsPublishedWithoutOne() {
		rule(AgreementRule.BLOCK);
		Event event = draft("Запрещено", on(SATURDAY));
		Document page = desk(event);
		assertThat(page.text()).contains("Опубликовать нельзя");
		assertThat(page.select("#publication button").hasAttr("disabled")).isTrue();
		assertThat(post(EVENTS + event.id() + "/publication")).hasStatus3xxRedirection();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.publication.publish(this.librarian, event.id()))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("programme.agreement.blocked"));
		assertThat(this.events.forReading(this.librarian, event.id()).state()).isEqualTo(EventState.DRAFT);
		this.rows.signed(this.club, FROM, TO);
		this.publication.publish(this.librarian, event.id());
		assertThat(this.events.forReading(this.librarian, event.id()).state()).isEqualTo(EventState.PUBLISHED);
	}

	@Test
	void aPartnerComesToAPublishedEventOnlyWithAnAgreementWhereOneIsWanted() {
		rule(AgreementRule.BLOCK);
		Event event = this.programme.published(this.centre, ProgrammeWorld.details("Позже").withPartners(List.of()),
				on(SATURDAY));
		var withClub = ProgrammeWorld.details("Позже").withPartners(List.of(PartnerChoice.of(this.club, false)));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.events.change(this.librarian, event.id(), event.version(), withClub))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("partners"));
		this.rows.signed(this.club, FROM, TO);
		assertThat(this.events.change(this.librarian, event.id(), event.version(), withClub).partners()).hasSize(1);
	}

	@Test
	void whereNobodyAsksNothingIsSaid() {
		rule(AgreementRule.OFF);
		Event event = draft("Не спрашивают", on(SATURDAY));
		assertThat(desk(event).text()).doesNotContain("Нет действующего соглашения", "Соглашения с партнёрами");
	}

	@Test
	void theAgreementInForceIsNamedAndADateOutsideItsTermToo() {
		AgreementRows.Signed agreement = this.rows.signed(this.club, FROM, TO);
		Event event = draft("Через год", on(SATURDAY), on(LocalDate.of(2027, 1, 14)));
		String page = desk(event).text();
		assertThat(page).contains("Соглашение № " + agreement.number(), "действует с 1 января", "Вне срока соглашения",
				"14 января");
		assertThat(page).doesNotContain("Нет действующего соглашения");
		AgreementFit fit = this.agreements.of(event);
		assertThat(fit.partners().getFirst().uncovered()).containsExactly(LocalDate.of(2027, 1, 14));
	}

	@Test
	void anAgreementForOtherCentresOrEndedByNoticeCoversNothing() {
		AgreementRows.Signed elsewhere = this.rows.signed(this.club, FROM, TO);
		this.rows.covers(elsewhere, this.network.openCentre("Другой центр соглашения").id());
		AgreementRows.Signed ended = this.rows.signed(this.club, FROM, null);
		this.rows.terminate(ended, SATURDAY.minusDays(1));
		Event event = draft("Мимо", on(SATURDAY));
		assertThat(this.agreements.of(event).partners().getFirst().covers()).isEmpty();
		this.rows.covers(elsewhere, this.centre.id());
		assertThat(this.agreements.of(event).partners().getFirst().covers()).hasSize(1);
	}

	@Test
	void anEventCountsByItselfWhereTheFitIsUnambiguous() {
		AgreementRows.Signed agreement = this.rows.signed(this.club, FROM, TO);
		UUID one = this.rows.commitment(agreement, CommitmentKind.EVENTS, "мастер-классы", BigDecimal.valueOf(4));
		this.rows.commitment(agreement, CommitmentKind.POSTS, "анонсы", BigDecimal.valueOf(4));
		UUID hours = this.rows.commitment(agreement, CommitmentKind.ROOM_HOURS, "часы зала", BigDecimal.valueOf(10));
		Event noRoom = draft("Без зала", on(SATURDAY));
		assertThat(desk(noRoom).select("input[name=commitments][checked]").eachAttr("value"))
			.containsExactly(one.toString());
		assertThat(desk(noRoom).select("input[name=commitments]")).hasSize(2);
		UUID room = this.network.room(this.centre.library().id(), "Зал соглашения " + this.club).id();
		Event inRoom = draft("В зале", on(SATURDAY, room));
		this.publication.publish(this.librarian, inRoom.id());
		assertThat(chosen(inRoom)).containsExactlyInAnyOrder(one, hours);
	}

	@Test
	void ofSeveralCommitmentsTheLibrarianChooses() {
		AgreementRows.Signed agreement = this.rows.signed(this.club, FROM, TO);
		UUID classes = this.rows.commitment(agreement, CommitmentKind.EVENTS, "мастер-классы", BigDecimal.valueOf(4));
		UUID walks = this.rows.commitment(agreement, CommitmentKind.EVENTS, "прогулки", BigDecimal.valueOf(4));
		Event event = draft("Выбор", on(SATURDAY));
		assertThat(desk(event).select("input[name=commitments][checked]")).isEmpty();
		post(EVENTS + event.id() + "/commitments", walks.toString());
		assertThat(chosen(event)).containsExactly(walks);
		post(EVENTS + event.id() + "/publication", "choosing", classes.toString());
		assertThat(chosen(event)).containsExactly(classes);
		assertThat(this.events.forReading(this.librarian, event.id()).state()).isEqualTo(EventState.PUBLISHED);
		post(EVENTS + event.id() + "/commitments");
		assertThat(chosen(event)).as("nothing is a choice, too").isEmpty();
		assertThat(this.jdbc.sql("""
				select count(*) from audit_record where subject_id = ? and action = 'programme.event.commitments'
				""").param(event.id().toString()).query(Integer.class).single()).isEqualTo(3);
	}

	@Test
	void anUntickedCommitmentStaysUntickedAtPublication() {
		AgreementRows.Signed agreement = this.rows.signed(this.club, FROM, TO);
		this.rows.commitment(agreement, CommitmentKind.EVENTS, "мастер-классы", BigDecimal.valueOf(4));
		Event event = draft("Снято", on(SATURDAY));
		post(EVENTS + event.id() + "/publication", "choosing");
		assertThat(chosen(event)).isEmpty();
	}

	@Test
	void foreignAndAbsurdCommitmentsAreRefused() {
		AgreementRows.Signed agreement = this.rows.signed(this.club, FROM, TO);
		UUID own = this.rows.commitment(agreement, CommitmentKind.EVENTS, "мастер-классы", BigDecimal.valueOf(4));
		AgreementRows.Signed other = this.rows.signed(this.partners.named("Другой клуб " + UUID.randomUUID()), FROM,
				TO);
		UUID foreign = this.rows.commitment(other, CommitmentKind.EVENTS, "чужое", BigDecimal.valueOf(4));
		UUID posts = this.rows.commitment(agreement, CommitmentKind.POSTS, "анонсы", BigDecimal.valueOf(4));
		Event event = draft("Чужое", on(SATURDAY));
		for (String odd : List.of(foreign.toString(), posts.toString(), UUID.randomUUID().toString(), "x", "'")) {
			assertThat(post(EVENTS + event.id() + "/commitments", own.toString(), odd)).as(odd)
				.hasRedirectedUrl(EVENTS + event.id());
			post(EVENTS + event.id() + "/publication", "choosing", odd);
		}
		assertThat(chosen(event)).isEmpty();
		assertThat(this.events.forReading(this.librarian, event.id()).state()).isEqualTo(EventState.DRAFT);
		Actor stranger = this.accounts.librarian(this.network.library("Чужая соглашению").id());
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.agreements.choose(stranger, event.id(), Set.of(own)));
	}

	@Test
	void aPublishedEventKeepsWhatCoveredIt() {
		AgreementRows.Signed agreement = this.rows.signed(this.club, FROM, TO);
		UUID one = this.rows.commitment(agreement, CommitmentKind.EVENTS, "мастер-классы", BigDecimal.valueOf(4));
		Event event = draft("Помнит", on(SATURDAY));
		this.publication.publish(this.librarian, event.id());
		this.rows.terminate(agreement, SATURDAY.minusDays(3));
		this.occurrences.add(this.librarian, event.id(), on(SATURDAY.plusDays(1)));
		assertThat(covers(event)).containsExactly(agreement.id());
		assertThat(chosen(event)).containsExactly(one);
		assertThat(this.commitments.of(event.id())).noneMatch((counted) -> counted.holdsOn(SATURDAY));
		Event now = this.events.forReading(this.librarian, event.id());
		this.events.change(this.librarian, event.id(), now.version(),
				ProgrammeWorld.details("Помнит").withPartners(List.of()));
		assertThat(covers(event)).as("with its partner the agreement goes").isEmpty();
		assertThat(chosen(event)).isEmpty();
	}

	@Test
	void residentsReadTheNumberOnlyWhenTheAgreementIsInTheRegister() {
		AgreementRows.Signed agreement = this.rows.signed(this.club, FROM, TO);
		Event event = draft("В реестре", on(SATURDAY));
		this.publication.publish(this.librarian, event.id());
		assertThat(html(visit(event)).text()).doesNotContain("По соглашению");
		this.rows.publish(agreement);
		Document page = html(visit(event));
		assertThat(page.select("a[href=/agreements/" + agreement.id() + "]").text())
			.isEqualTo("По соглашению № " + agreement.number());
		assertThat(this.sqlStatements.during(() -> visit(event))).hasSizeLessThanOrEqualTo(3);
	}

	@Test
	void theDeskPageAsksOnceForAllPartners() {
		List<PartnerChoice> many = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			UUID ngo = this.partners.named("Клуб бюджета " + i + " " + this.club);
			AgreementRows.Signed agreement = this.rows.signed(ngo, FROM, TO);
			this.rows.commitment(agreement, CommitmentKind.EVENTS, "мастер-классы", BigDecimal.valueOf(4));
			many.add(PartnerChoice.of(ngo, false));
		}
		Event one = draft("Один", on(SATURDAY));
		Event eight = this.programme.draft(this.centre, ProgrammeWorld.details("Восемь").withPartners(many));
		this.occurrences.add(this.librarian, eight.id(), on(SATURDAY));
		desk(one);
		int few = this.sqlStatements.during(() -> desk(one)).size();
		assertThat(this.sqlStatements.during(() -> desk(eight)).size()).isLessThanOrEqualTo(few + 1);
	}

	@Test
	void theRuleIsSetByAdministratorsAndIsInTheTrail() {
		Actor administrator = this.accounts.administrator();
		MvcTestResult page = this.mvc.get().uri("/admin/programme/settings").with(SignIn.as(administrator)).exchange();
		assertThat(html(page).select("input[name=agreementRule][checked]").val()).isEqualTo("WARN");
		String version = html(page).select("input[name=version]").val();
		assertThat(set(administrator, "BLOCK", version)).hasRedirectedUrl("/admin/programme/settings");
		assertThat(this.settings.agreementRule()).isEqualTo(AgreementRule.BLOCK);
		MvcTestResult stale = set(administrator, "OFF", version);
		assertThat(stale).hasStatus(409);
		assertThat(html(stale).select("#conflict").text()).contains("Не публиковать без действующего соглашения");
		for (String odd : List.of("", "x", "block")) {
			assertThat(set(administrator, odd, String.valueOf(this.settings.stored().version()))).hasStatus(422);
		}
		assertThat(set(this.librarian, "OFF", version)).hasStatus(403);
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.settings.change(this.librarian, AgreementRule.OFF, 0));
		assertThatExceptionOfType(StaleEditException.class)
			.isThrownBy(() -> this.settings.change(administrator, AgreementRule.OFF, -1));
		assertThat(this.settings.agreementRule()).isEqualTo(AgreementRule.BLOCK);
		assertThat(this.jdbc.sql("""
				select after ->> 'agreementRule' from audit_record where action = 'programme.settings.changed'
				order by at desc, id desc limit 1
				""").query(String.class).single()).isEqualTo("BLOCK");
	}

	private MvcTestResult set(Actor actor, String rule, String version) {
		return this.mvc.post()
			.uri("/admin/programme/settings")
			.param("agreementRule", rule)
			.param("version", version)
			.with(SignIn.as(actor))
			.with(csrf())
			.exchange();
	}

	private void rule(AgreementRule rule) {
		this.settings.change(this.accounts.administrator(), rule, this.settings.stored().version());
	}

	private Event draft(String title, OccurrenceDetails... dates) {
		Event event = this.programme.draft(this.centre,
				ProgrammeWorld.details(title).withPartners(List.of(PartnerChoice.of(this.club, false))));
		for (OccurrenceDetails date : dates) {
			this.occurrences.add(this.librarian, event.id(), date);
		}
		return this.events.forReading(this.librarian, event.id());
	}

	private List<UUID> chosen(Event event) {
		return this.commitments.of(event.id()).stream().map(CountedCommitment::id).toList();
	}

	private List<UUID> covers(Event event) {
		return this.jdbc.sql("select agreement_id from event_cover where event_id = ?")
			.param(event.id())
			.query(UUID.class)
			.list();
	}

	private Document desk(Event event) {
		MvcTestResult result = this.mvc.get().uri(EVENTS + event.id()).with(SignIn.as(this.librarian)).exchange();
		assertThat(result).hasStatusOk();
		return html(result);
	}

	private MvcTestResult visit(Event event) {
		return this.mvc.get().uri("/events/" + event.id() + "/" + event.slug()).exchange();
	}

	private MvcTestResult post(String address, String... ticked) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		for (String one : ticked) {
			fields.add(one.equals("choosing") ? "choosing" : "commitments", one);
		}
		return this.mvc.post().uri(address).params(fields).with(SignIn.as(this.librarian)).with(csrf()).exchange();
	}

	private static Document html(MvcTestResult result) {
		try {
			return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
