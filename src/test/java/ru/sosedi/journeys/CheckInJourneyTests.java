package ru.sosedi.journeys;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.attendance.CheckIns;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;

/** A librarian at the door whose phone loses the connection. */
@PortalTest
class CheckInJourneyTests {

	/** Saturday, 28 November 2026, 14:00 in Tyumen. */
	private static final Instant BEGINS = Instant.parse("2026-11-28T09:00:00Z");

	@RegisterExtension
	final Browser browser = new Browser();

	@Autowired
	CheckIns checkIns;

	@Autowired
	RegistrationsWorld world;

	@Autowired
	NetworkWorld network;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	Clock clock;

	@AfterEach
	void putTheClockBack() {
		((TestClock.MovableClock) this.clock).reset();
	}

	@Test
	void ticksMadeWithoutAConnectionAreKeptSentLaterAndCountedOnce() {
		NeighbourhoodCentre centre = this.network.zarechenskCentre();
		Actor librarian = this.accounts.librarian(centre.library().id());
		UUID date = this.world.dateOf(this.world.event(centre, "Связь пропала", 9));
		this.world.confirmed(date, "offline-anna", 3);
		this.world.confirmed(date, "offline-boris", 1);
		((TestClock.MovableClock) this.clock).moveTo(BEGINS);
		Page door = signIn(librarian);
		door.navigate("/desk/attendance/occurrences/" + date + "/check-in");
		door.locator("#q").pressSequentially("offline-b");
		assertThat(door.locator("#ticks li:visible")).satisfies((rows) -> assertThat(rows.count()).isEqualTo(1));
		door.fill("#q", "");
		BrowserContext phone = door.context();
		this.browser.expectFault("ERR_INTERNET_DISCONNECTED");
		phone.setOffline(true);
		door.click("#ticks li:has-text('offline-anna') button:has-text('Все 3')");
		door.click("#ticks li:has-text('offline-boris') button:has-text('Здесь')");
		door.click("#ticks li:has-text('offline-boris') button.undo");
		door.click(".walk-ins button[value='1'] >> nth=0");
		door.waitForCondition(
				() -> door.locator("#sync").innerText().equals("Нет связи, отметки сохранены в телефоне: 4"));
		assertThat(door.locator("#came").innerText()).isEqualTo("4");
		assertThat(this.checkIns.present(date).all()).isZero();
		assertThat(door.evaluate("() => JSON.stringify(localStorage)").toString()).doesNotContain("offline-anna");
		phone.setOffline(false);
		door.waitForCondition(() -> door.locator("#sync").innerText().equals("Всё отправлено"));
		CheckIns.Present present = this.checkIns.present(date);
		assertThat(present.signedUp()).isEqualTo(3);
		assertThat(present.walkedIn()).isEqualTo(1);
		door.reload();
		assertThat(door.locator("#came").innerText()).isEqualTo("4");
	}

	private Page signIn(Actor actor) {
		Page page = this.browser.phone().open("/desk");
		page.fill("[name=email]", this.accounts.emailOf(actor));
		page.fill("[name=password]", AccountsWorld.PASSWORD);
		page.click("main form button");
		assertThat(page.url()).endsWith("/desk");
		return page;
	}

}
