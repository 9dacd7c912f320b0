package ru.sosedi.journeys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.notifications.PostOffice;
import ru.sosedi.programme.Event;
import ru.sosedi.registrations.Jobs;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A parent with two children: found, waited, offered, taken, reminded, checked in,
 * closed, erased. The resident has no scripts, her letters come by SMTP.
 */
@PortalTest
class SignUpJourneyTests {

	/** Saturday, 28 November 2026, 14:00 in Tyumen. */
	private static final Instant BEGINS = Instant.parse("2026-11-28T09:00:00Z");

	private static final String PARENT = "parent-journey@zarechensk.example";

	@RegisterExtension
	final Browser browser = new Browser();

	@Autowired
	ApplicationContext context;

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
	void aParentWithTwoChildrenFromTheSearchToTheErasure() {
		NeighbourhoodCentre centre = this.network.openCentre("Центр одного пути");
		Actor librarian = this.accounts.librarian(centre.library().id());
		Event event = this.world.event(centre, "Лоскутный журавль", 3);
		UUID date = this.world.dateOf(event);
		this.world.confirmed(date, "earlier-journey", 1);
		try (PostOffice post = new PostOffice(this.context)) {
			Page resident = this.browser.phone().withoutScripts().open("/events?q=лоскутный");
			assertThat(resident.locator("article.event").first().innerText()).contains("осталось 2 места");
			resident.click("article.event h3 a");
			resident.click("text=Записаться >> nth=0");
			resident.check("#seats-3");
			resident.click("main button:has-text('Дальше')");
			assertThat(resident.locator(".error-summary").innerText()).contains("свободно 2");
			resident.click("text=Встать в лист ожидания");
			fillIn(resident, "Анна", PARENT);
			resident.click("#sign-up button:has-text('Встать в лист ожидания')");
			assertThat(resident.locator("h1").innerText()).isEqualTo("Вы в листе ожидания");
			assertThat(post.lettersTo(PARENT)).singleElement()
				.satisfies((letter) -> assertThat(letter.text()).contains("ваше место в очереди: 1"));

			Page other = this.browser.phone()
				.withoutScripts()
				.open(post.lettersTo("earlier-journey@zarechensk.example").getFirst().link("/cancellation"));
			other.click("main button:has-text('Отказаться')");
			assertThat(other.locator("main").innerText()).contains("Вы отказались от мест");

			PostOffice.Arrived offer = post.lettersTo(PARENT).getLast();
			assertThat(offer.subject()).contains("Для вас есть места");
			resident.navigate(offer.link("/confirmation"));
			resident.click("main button:has-text('Беру места')");
			assertThat(resident.locator("main").innerText()).contains("Вы записаны", "3 места");
			PostOffice.Arrived ticket = post.lettersTo(PARENT).getLast();
			assertThat(ticket.files()).contains("image/png", "text/calendar");

			clockTo(BEGINS.minus(Duration.ofHours(3)));
			Jobs.remind(this.context);
			assertThat(post.lettersTo(PARENT).getLast().subject()).startsWith("Напоминание");

			clockTo(BEGINS);
			Page door = signIn(this.browser.phone(), librarian);
			door.navigate(ticket.link("/tickets/"));
			assertThat(door.locator("main").innerText()).contains("Анна", "3 места");
			door.click("main button:has-text('Все 3')");
			assertThat(door.locator("#came").innerText()).isEqualTo("3");
			door.click(".walk-ins button[value='1'] >> nth=3");
			door.waitForCondition(() -> door.locator("#sync").innerText().equals("Всё отправлено"));
			assertThat(door.locator("#came").innerText()).isEqualTo("4");

			clockTo(BEGINS.plus(Duration.ofHours(4)));
			Page desk = signIn(this.browser.desktop(), librarian);
			desk.click("main a:has-text('Лоскутный журавль') >> nth=0");
			assertThat(desk.inputValue("#to14")).isEqualTo("2");
			assertThat(desk.inputValue("#from55")).isEqualTo("1");
			desk.click("main button:has-text('Закрыть')");
			assertThat(desk.locator("main").innerText()).contains("Мероприятие закрыто", "записано 3, пришли 3");
			Jobs.remind(this.context);
			PostOffice.Arrived thanks = post.lettersTo(PARENT).getLast();
			resident.navigate(thanks.link("/feedback/"));
			resident.check("#mark-5");
			resident.click("main button:has-text('Отправить')");
			assertThat(resident.locator("h1").innerText()).isEqualTo("Спасибо за ответ");

			String my = ticket.link("/registrations/[A-Za-z0-9_-]{43}\\?")
				.replaceAll("\\?.*", "")
				.replace("/registrations/", "/my/");
			resident.navigate(my);
			resident.click("text=Мои данные");
			assertThat(resident.locator("main").innerText()).contains("Анна", PARENT, "Миша, 9");
			resident.click("text=Удалить мои данные");
			resident.click("main button:has-text('Удалить безвозвратно')");
			assertThat(resident.locator("h1").innerText()).isEqualTo("Данные удалены");
			assertThat(resident.request().get(resident.locator("a[download]").getAttribute("href")).body())
				.startsWith("%PDF".getBytes());
			resident.navigate(my);
			assertThat(resident.locator("h1").innerText()).isEqualTo("Ссылка не действует");
		}
	}

	@Test
	void anEnglishReaderSignsUpInEnglish() {
		Event event = this.world.event(this.network.zarechenskCentre(), "English crane", 5);
		UUID date = this.world.dateOf(event);
		String email = "ann-journey@zarechensk.example";
		try (PostOffice post = new PostOffice(this.context)) {
			Page reader = this.browser.phone().withoutScripts().open("/registrations/new?lang=en&date=" + date);
			reader.check("#seats-3");
			reader.click("main button:has-text('Next')");
			fillIn(reader, "Ann", email);
			reader.click("#sign-up button:has-text('Sign up')");
			assertThat(reader.locator("h1").innerText()).isEqualTo("Check your e-mail");
			PostOffice.Arrived letter = post.lettersTo(email).getFirst();
			assertThat(letter.subject()).startsWith("Confirm your sign-up");
			reader.navigate(letter.link("/confirmation"));
			reader.click("main button:has-text('Confirm')");
			assertThat(reader.locator("main").innerText()).contains("You are signed up", "3 seats");
			assertThat(post.lettersTo(email).getLast().subject()).startsWith("You are signed up");
		}
	}

	private Page signIn(Browser.Visitor visitor, Actor actor) {
		Page page = visitor.open("/desk");
		page.fill("[name=email]", this.accounts.emailOf(actor));
		page.fill("[name=password]", AccountsWorld.PASSWORD);
		page.click("main form button");
		assertThat(page.url()).endsWith("/desk");
		return page;
	}

	/** Three people, two of them children. */
	private static void fillIn(Page page, String name, String email) {
		if (page.locator("#seats").count() > 0) {
			page.fill("#seats", "3");
		}
		page.fill("#name", name);
		page.fill("#email", email);
		page.check("#consent");
		if (page.locator(".person").count() < 3) {
			page.click("#sign-up button.call");
		}
		page.selectOption("[name='people[0].band']", "FROM_31_TO_54");
		page.selectOption("[name='people[1].band']", "TO_14");
		page.fill("[name='people[1].name']", "Миша");
		page.fill("[name='people[1].age']", "9");
		page.selectOption("[name='people[2].band']", "TO_14");
		page.fill("[name='people[2].name']", "Катя");
		page.fill("[name='people[2].age']", "6");
	}

	private void clockTo(Instant moment) {
		((TestClock.MovableClock) this.clock).moveTo(moment);
	}

}
