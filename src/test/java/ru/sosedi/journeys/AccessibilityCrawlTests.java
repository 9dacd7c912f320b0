package ru.sosedi.journeys;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.sosedi.SqlStatements;
import ru.sosedi.TestClock;
import ru.sosedi.TestDatabase;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.world.AccountsWorld;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page of the demonstration network that links lead to, as nobody and as each role:
 * no broken link, no accessibility violation on a desk and on a phone, light and dark, no
 * sideways scrolling at 320 px, valid HTML. Of pages that differ by an id or a value only
 * one or two are looked at.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "portal.demo=true", "spring.main.banner-mode=off" })
@AutoConfigureMockMvc
@Import({ TestDatabase.class, TestClock.class, SqlStatements.class })
@DirtiesContext
class AccessibilityCrawlTests {

	@RegisterExtension
	final Browser browser = new Browser();

	@Autowired
	AccountsWorld accounts;

	@Autowired
	BookingLinks links;

	@Autowired
	JdbcClient jdbc;

	@Test
	void residentsFindNoBarrier() {
		Crawl crawl = new Crawl(this.browser.desktop(), new HashSet<>(), 2);
		crawl.follow(List.of("/", "/events", "/centres", "/partners", "/agreements", "/agreements/proof", "/login",
				"/preferences"));
		crawl.lookAt("/there-is-no-such-page", 404);
		crawl.lookAt("/events/not-an-id", 404);
		assertThat(crawl.faults()).isEmpty();
		assertThat(crawl.visited()).as("pages").isGreaterThan(5);
	}

	/** Nothing links to what a letter opens. */
	@Test
	void thoseWhoFollowALetterFindNoBarrier() {
		UUID booking = this.jdbc
			.sql("select booking_id from registration where state = 'CONFIRMED' order by id limit 1")
			.query(UUID.class)
			.single();
		String manage = this.links.token(BookingLinks.Purpose.MANAGE, booking);
		Crawl crawl = new Crawl(this.browser.desktop(), publicPages(), 1);
		for (String page : List.of("/registrations/" + manage, "/registrations/" + manage + "/consents",
				"/registrations/" + manage + "/confirmation", "/registrations/" + manage + "/cancellation",
				"/my/" + manage, "/my/" + manage + "/data", "/my/" + manage + "/erasure", "/my",
				"/tickets/" + this.links.token(BookingLinks.Purpose.TICKET, booking),
				"/feedback/" + this.links.token(BookingLinks.Purpose.FEEDBACK, booking))) {
			crawl.lookAt(page, 200);
		}
		crawl.lookAt("/registrations/forged", 404);
		crawl.lookAt("/feedback/forged", 404);
		assertThat(crawl.faults()).isEmpty();
	}

	@Test
	void englishReadersFindNoBarrier() {
		Crawl crawl = new Crawl(this.browser.desktop().from("en-GB", "Asia/Irkutsk"), new HashSet<>(), 1);
		crawl.lookAt("/?lang=en", 200);
		crawl.follow(List.of("/", "/events", "/centres"));
		assertThat(crawl.faults()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void peopleAtWorkFindNoBarrier(Role role) {
		Crawl crawl = new Crawl(this.browser.desktop().signedIn(person(role)), publicPages(), 1);
		crawl.follow(List.of("/", "/desk", "/me"));
		assertThat(crawl.faults()).isEmpty();
		assertThat(crawl.visited()).as("pages").isGreaterThan(1);
	}

	private Actor person(Role role) {
		UUID[] libraries = this.jdbc.sql("select id from library order by id limit 3")
			.query(UUID.class)
			.list()
			.toArray(UUID[]::new);
		return switch (role) {
			case LIBRARIAN -> this.accounts.librarian(libraries);
			case NGO_LEADER -> this.accounts.ngoLeader(sideOf("ngo_id"));
			case SIGNATORY -> this.accounts.signatory(sideOf("library_system_id"));
			default -> this.accounts.with(role);
		};
	}

	/** Of the first agreement of the demonstration. */
	private UUID sideOf(String column) {
		return this.jdbc
			.sql("select " + column + " from agreement_party where " + column
					+ " is not null order by agreement_id limit 1")
			.query(UUID.class)
			.single();
	}

	// what anybody may open is looked at once, by the residents
	private static Set<String> publicPages() {
		return new HashSet<>(
				Arrays.asList("/events", "/centres", "/libraries", "/partners", "/agreements", "/preferences"));
	}

}
