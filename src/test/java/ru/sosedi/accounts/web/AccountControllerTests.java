package ru.sosedi.accounts.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriUtils;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.partners.Ngo;
import ru.sosedi.shared.Ids;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class AccountControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AccountsWorld world;

	@Autowired
	PartnersWorld partners;

	@Autowired
	JdbcClient jdbc;

	private Actor administrator;

	@BeforeEach
	void somebodyWhoKeepsAccounts() {
		this.administrator = this.world.administrator();
	}

	@Test
	void peopleAreFoundByNameWithATypingErrorByAddressByRoleAndState() {
		Actor person = this.world.coordinator();
		this.jdbc.sql("update account set name = 'Ксенофонт Преображенский' where id = ?")
			.param(person.accountId())
			.update();
		String link = "/admin/accounts/" + person.accountId();
		for (String query : List.of("?text=ксенофонт", "?text=Преображенски", "?text=Преобраденский",
				"?text=" + this.world.emailOf(person).toUpperCase(), "?text=ксенофонт&role=COORDINATOR&state=ACTIVE")) {
			assertThat(list(query)).as(query).hasStatus(200).bodyText().contains(link);
		}
		for (String query : List.of("?text=ксенофонт&role=LIBRARIAN", "?text=ксенофонт&state=BLOCKED", "?text=%_%",
				"?text=никого")) {
			assertThat(list(query)).as(query).hasStatus(200).bodyText().doesNotContain(link);
		}
	}

	@Test
	void queriesThatMakeNoSenseAreIgnored() {
		for (String query : List.of("?role=KING&state=x&after=y", "?after=" + Ids.next(), "?text=" + "x".repeat(3000),
				"?text='--", "?unknown=1")) {
			assertThat(list(query)).as(query).hasStatus(200);
		}
	}

	@Test
	void theListComesInPortions() {
		String family = "Порционов-" + Ids.next();
		for (int i = 0; i < 51; i++) {
			Actor person = this.world.coordinator();
			this.jdbc.sql("update account set name = ? where id = ?")
				.params("%02d %s".formatted(i, family), person.accountId())
				.update();
		}
		String first = body(list("?text=" + family));
		assertThat(first).contains("49 " + family).doesNotContain("50 " + family).contains("after=");
		String next = first.replaceAll("(?s).*href=\"(/admin/accounts\\?text=[^\"]*after=[^\"]*)\".*", "$1")
			.replace("&amp;", "&");
		assertThat(body(this.mvc.get().uri(URI.create(next)).with(SignIn.as(this.administrator)).exchange()))
			.contains("50 " + family)
			.doesNotContain("49 " + family)
			.doesNotContain("after=");
	}

	@Test
	void anAddressThatHasAnAccountLeadsToIt() {
		Actor person = this.world.coordinator();
		MvcTestResult answer = invite(this.world.emailOf(person), "Кто-то Ещё", "METHODOLOGIST");
		assertThat(answer).hasStatus(422)
			.bodyText()
			.contains("уже есть учётная запись", "/admin/accounts/" + person.accountId(), "Кто-то Ещё");
	}

	@Test
	void anInvitationNeedsAnAddressANameAndARole() {
		assertThat(invite("not an address", "Кто-то Ещё", "METHODOLOGIST")).hasStatus(422)
			.bodyText()
			.contains("href=\"#email\"", "not an address", "Кто-то Ещё");
		assertThat(invite("a@zarechensk.example", "a\nb", "METHODOLOGIST")).hasStatus(422)
			.bodyText()
			.contains("href=\"#name\"");
		assertThat(invite("a-" + Ids.next() + "@zarechensk.example", "Кто-то Ещё", "KING")).hasStatus(422)
			.bodyText()
			.contains("хотя бы одну роль");
		assertThat(this.mvc.post().uri("/admin/accounts").with(SignIn.as(this.administrator)).with(csrf()))
			.hasStatus(422);
	}

	@Test
	void aLibraryThatDoesNotExistIsRefused() {
		assertThat(this.mvc.post()
			.uri("/admin/accounts")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.param("email", "a-" + Ids.next() + "@zarechensk.example")
			.param("name", "Кто-то Ещё")
			.param("language", "ru")
			.param("libraries", Ids.next().toString())).hasStatus(422).bodyText().contains("Такой библиотеки нет");
	}

	@Test
	void aSearchForLibrariesBringsTheFormBackAndSavesNothing() {
		String email = "draft-" + Ids.next() + "@zarechensk.example";
		assertThat(this.mvc.post()
			.uri("/admin/accounts/draft")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.param("email", email)
			.param("name", "Кто-то Ещё")
			.param("roles", "METHODOLOGIST")
			.param("search", "нет такой библиотеки " + email)).hasStatus(200)
			.bodyText()
			.contains(email, "Кто-то Ещё", "не нашлось");
		assertThat(this.jdbc.sql("select count(*) from account where email = ?")
			.param(email)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void newRolesEndTheSessionsAtOnceAndAreAudited() {
		Actor person = this.world.methodologist();
		Cookie session = signedIn(person);
		assertThat(roles(person, versionOf(person), "roles", "COORDINATOR")).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(302);
		assertThat(audited(person, "accounts.roles.changed")).isEqualTo(1);
		assertThat(this.mvc.get().uri("/admin/accounts/" + person.accountId()).with(SignIn.as(this.administrator)))
			.bodyText()
			.contains("Координатор")
			.doesNotContain("Методист");
	}

	@Test
	void aStaleFormIsShownAgainWithTheRolesOfNow() {
		Actor person = this.world.methodologist();
		long opened = versionOf(person);
		roles(person, opened, "roles", "COORDINATOR");
		UUID ngo = this.partners.named("Добрые соседи " + person.accountId());
		assertThat(roles(person, opened, "ngos", ngo.toString())).hasStatus(409)
			.bodyText()
			.contains("изменил кто-то ещё", "Координатор", "Добрые соседи");
		assertThat(this.jdbc.sql("select role from role_grant where account_id = ?")
			.param(person.accountId())
			.query(String.class)
			.list()).containsExactly("COORDINATOR");
	}

	@Test
	void aLeaderHasAnNgoAndASignatoryAPartyThatExists() {
		Actor person = this.world.methodologist();
		assertThat(roles(person, versionOf(person), "ngos", Ids.next().toString())).hasStatus(422)
			.bodyText()
			.contains("Такой НКО нет");
		String system = this.partners.librarySystem().id().toString();
		assertThat(roles(person, versionOf(person), "ngos", system)).as("a library system is no NGO").hasStatus(422);
		assertThat(roles(person, versionOf(person), "signsFor", Ids.next().toString())).hasStatus(422)
			.bodyText()
			.contains("Такой организации нет");
		assertThat(roles(person, versionOf(person), "signsFor", system)).hasStatus(302);
		assertThat(this.mvc.get().uri("/admin/accounts/" + person.accountId()).with(SignIn.as(this.administrator)))
			.bodyText()
			.contains("Подписант: " + this.partners.librarySystem().shortName());
	}

	@Test
	void ngosAreFoundByNameAndByInn() {
		Ngo ngo = this.partners.ngo("Опора " + Ids.next());
		for (String search : List.of(ngo.shortName(), ngo.details().inn().value())) {
			assertThat(this.mvc.post()
				.uri("/admin/accounts/draft")
				.with(SignIn.as(this.administrator))
				.with(csrf())
				.param("ngoSearch", search)).hasStatus(200).bodyText().contains(ngo.id().toString(), ngo.shortName());
		}
	}

	@Test
	void aBlockEndsTheSessionAtOnceAndNeedsAReason() {
		Actor person = this.world.methodologist();
		Cookie session = signedIn(person);
		assertThat(block(person, " ")).hasStatus(422).bodyText().contains("href=\"#reason\"");
		assertThat(block(person, "x".repeat(501))).hasStatus(422);
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(200);
		assertThat(block(person, "Уволилась")).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(302);
		assertThat(this.mvc.get().uri("/admin/accounts/" + person.accountId()).with(SignIn.as(this.administrator)))
			.bodyText()
			.contains("Уволилась", "вход закрыт", "Открыть вход");
		assertThat(audited(person, "accounts.account.blocked")).isEqualTo(1);
		assertThat(post("/admin/accounts/" + person.accountId() + "/block/removal")).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(302);
		assertThat(signedIn(person)).isNotNull();
	}

	@Test
	void nobodyBlocksThemselves() {
		assertThat(block(this.administrator, "проба")).hasStatus(422).bodyText().contains("себе нельзя");
	}

	@Test
	void anAdministratorEndsSomebodysSessions() {
		Actor person = this.world.methodologist();
		Cookie session = signedIn(person);
		assertThat(post("/admin/accounts/" + person.accountId() + "/sessions/removal")).hasStatus(302);
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasStatus(302);
	}

	@Test
	void whatIsNotThereIsNotFound() {
		for (String path : List.of("/admin/accounts/" + Ids.next(), "/admin/accounts/" + Ids.next() + "/roles",
				"/admin/accounts/x", "/admin/accounts/" + Ids.next() + "/block")) {
			assertThat(this.mvc.get().uri(path).with(SignIn.as(this.administrator))).as(path).hasStatus(404);
		}
		assertThat(post("/admin/accounts/" + Ids.next() + "/invitation")).hasStatus(404);
	}

	private MvcTestResult list(String query) {
		URI address = URI.create("/admin/accounts" + UriUtils.encodeQuery(query, StandardCharsets.UTF_8));
		return this.mvc.get().uri(address).with(SignIn.as(this.administrator)).exchange();
	}

	private MvcTestResult invite(String email, String name, String role) {
		return this.mvc.post()
			.uri("/admin/accounts")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.param("email", email)
			.param("name", name)
			.param("language", "ru")
			.param("roles", role)
			.exchange();
	}

	private MvcTestResult roles(Actor person, long version, String field, String value) {
		return this.mvc.post()
			.uri("/admin/accounts/" + person.accountId() + "/roles")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.param("version", String.valueOf(version))
			.param(field, value)
			.exchange();
	}

	private MvcTestResult block(Actor person, String reason) {
		return this.mvc.post()
			.uri("/admin/accounts/" + person.accountId() + "/block")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.param("reason", reason)
			.exchange();
	}

	private MvcTestResult post(String path) {
		return this.mvc.post().uri(path).with(SignIn.as(this.administrator)).with(csrf()).exchange();
	}

	private Cookie signedIn(Actor person) {
		String address = SignInControllerTests.anyAddress();
		return this.mvc.post().uri("/login").with(csrf()).with((request) -> {
			request.setRemoteAddr(address);
			return request;
		})
			.param("email", this.world.emailOf(person))
			.param("password", AccountsWorld.PASSWORD)
			.exchange()
			.getResponse()
			.getCookie("SESSION");
	}

	private long versionOf(Actor person) {
		return this.jdbc.sql("select version from account where id = ?")
			.param(person.accountId())
			.query(Long.class)
			.single();
	}

	private int audited(Actor person, String action) {
		UUID id = person.accountId();
		return this.jdbc.sql("select count(*) from audit_record where subject_id = ? and action = ? and actor_id = ?")
			.params(id.toString(), action, this.administrator.accountId())
			.query(Integer.class)
			.single();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
