package ru.sosedi.registrations;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.imageio.ImageIO;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.notifications.Attachment;
import ru.sosedi.notifications.Letter;
import ru.sosedi.notifications.Outbox;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.Occurrence;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.shared.PublicAddress;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.ProgrammeWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class RegistrationLettersTests {

	/** Saturday, 28 November 2026, 14:00 in Tyumen. */
	private static final Instant BEGINS = Instant.parse("2026-11-28T09:00:00Z");

	@Autowired
	RegistrationReminders reminders;

	@Autowired
	RegistrationDesk desk;

	@Autowired
	SeatAllocation seats;

	@Autowired
	BookingService bookings;

	@Autowired
	BookingLinks links;

	@Autowired
	OccurrenceService occurrences;

	@Autowired
	Outbox outbox;

	@Autowired
	RegistrationsWorld world;

	@Autowired
	ProgrammeWorld programme;

	@Autowired
	NetworkWorld network;

	@Autowired
	PublicAddress portal;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@AfterEach
	void putTheClockBack() {
		((TestClock.MovableClock) this.clock).reset();
	}

	@Test
	void theFirstLetterAsksToConfirmAndSaysUntilWhen() {
		UUID booking = this.world.unconfirmed(date("Письмо первое"), "l-one", 2);
		Letter letter = only("l-one", "confirm");
		String manage = this.portal.of("/registrations/" + this.links.token(BookingLinks.Purpose.MANAGE, booking));
		assertThat(letter.subject()).isEqualTo("Подтвердите запись: Мастер-класс «Письмо первое»");
		assertThat(letter.text()).startsWith("Здравствуйте, l-one!")
			.contains("суббота, 28 ноября, 14:00–15:30", "Мест: 2", manage + "/confirmation?lang=ru",
					"Места держатся за вами до: сегодня, 09:30.", "Если это были не вы",
					"\n-- \nВы получили это письмо")
			.doesNotContain("[(", "[#");
		assertThat(Jsoup.parse(letter.html()).select("main a").eachAttr("href"))
			.containsExactly(manage + "/confirmation?lang=ru", manage + "?lang=ru");
	}

	@Test
	void theTicketIsACodeThatACameraReadsAndADateThatACalendarTakes() throws Exception {
		UUID booking = this.world.confirmed(date("Письмо с билетом"), "l-two", 1);
		Letter letter = only("l-two", "confirmed");
		assertThat(letter.html()).contains("src=\"cid:ticket\"");
		Attachment code = letter.attachments().getFirst();
		try (InputStream picture = new ByteArrayInputStream(code.content())) {
			BufferedImage seen = ImageIO.read(picture);
			int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
			assertThat(new QRCodeReader()
				.decode(new BinaryBitmap(
						new HybridBinarizer(new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels))))
				.getText())
				.isEqualTo(this.portal.of("/tickets/" + this.links.token(BookingLinks.Purpose.TICKET, booking)));
		}
		Attachment calendar = letter.attachments().getLast();
		VEvent event = Biweekly.parse(new String(calendar.content())).first().getEvents().getFirst();
		assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(BEGINS);
	}

	@Test
	void thoseWhoWaitHearTheirPlaceAndThenTheOffer() {
		UUID date = this.world.dateOf(this.world.event(this.network.zarechenskCentre(), "Письма очереди", 1));
		UUID first = this.world.confirmed(date, "l-first", 1);
		this.world.waiting(date, "l-second", 1);
		this.world.waiting(date, "l-third", 1);
		assertThat(only("l-third", "waiting").text()).contains("ваше место в очереди: 2", "помещается целиком");
		this.bookings.cancelAll(first);
		assertThat(only("l-second", "offer").text()).contains("Ответьте до: сегодня, 13:00", "Беру места",
				"Отказаться, предложить следующим");
		assertThat(letters("l-second", "waiting")).as("no longer true").isEmpty();
	}

	@Test
	void whatChangedIsToldWithWhatItWasAndEachMoveOnce() {
		Event event = this.world.event(this.network.zarechenskCentre(), "Письмо о переносе", 5);
		this.world.confirmed(this.world.dateOf(event), "l-moved", 1);
		Occurrence occurrence = this.programme.occurrencesOf(event).getFirst();
		OccurrenceDetails later = new OccurrenceDetails(ProgrammeWorld.SATURDAY, LocalTime.of(16, 0),
				LocalTime.of(17, 30), null, null, 5);
		this.occurrences.change(Actor.portal(), occurrence.id(), occurrence.version(), later);
		Letter letter = only("l-moved", "changed");
		assertThat(letter.text()).contains("Было: суббота, 28 ноября, 14:00–15:30", "16:00–17:30",
				"Если вам подходит, делать ничего не нужно");
	}

	@Test
	void aRefusalAndACancellationSayWhy() {
		UUID date = date("Письма отказа");
		UUID booking = this.world.confirmed(date, "l-off", 1);
		this.desk.cancel(Actor.portal(), this.bookings.booking(booking).getFirst().id(), "Заболела ведущая");
		assertThat(only("l-off", "cancelled").text()).contains("Причина: Заболела ведущая", "/centres/");
		assertThat(letters("l-off", "confirmed")).as("the ticket is no longer true").isEmpty();
	}

	@Test
	void lettersSpeakThePersonsLanguage() {
		UUID date = date("Английское письмо");
		SignUp person = RegistrationsWorld.person(date, "l-english", 3);
		this.seats.signUp(new SignUp(person.occurrenceIds(), 3, "Ann", person.email(), null, Locale.ENGLISH, List.of(),
				Map.of(), Set.of(ConsentPurpose.SIGN_UP)), null, Signer.person(null));
		Letter letter = only("l-english", "confirm");
		assertThat(letter.subject()).startsWith("Confirm your sign-up: Workshop");
		assertThat(letter.text()).startsWith("Hello, Ann!").contains("Saturday, 28 November, 14:00–15:30", "?lang=en");
	}

	@ParameterizedTest
	@ValueSource(ints = { 72, 3 })
	void peopleAreRemindedOnceAndOnlyThoseWhoCome(int hours) {
		UUID date = date("Напоминание за " + hours);
		String name = "l-remind-" + hours;
		this.world.confirmed(date, name, 1);
		this.world.unconfirmed(date, name + "-u", 1);
		((TestClock.MovableClock) this.clock).moveTo(BEGINS.minus(Duration.ofHours(hours)).minusSeconds(1));
		this.reminders.send();
		assertThat(letters(name, "reminder")).isEmpty();
		((TestClock.MovableClock) this.clock).advance(Duration.ofSeconds(1));
		this.reminders.send();
		this.reminders.send();
		assertThat(letters(name, "reminder")).hasSize(1);
		assertThat(letters(name + "-u", "reminder")).isEmpty();
		assertThat(letters(name, "reminder").getFirst().text()).contains("Ждём вас:", "/tickets/", "/cancellation");
	}

	@Test
	void whoSignedUpAfterTheMomentIsNotReminded() {
		UUID date = date("Поздняя запись");
		((TestClock.MovableClock) this.clock).moveTo(BEGINS.minus(Duration.ofHours(72)));
		this.world.confirmed(date, "l-late", 1);
		this.reminders.send();
		assertThat(letters("l-late", "reminder")).isEmpty();
	}

	@Test
	void nothingIsSentByNightAndTheMorningMakesUpForIt() {
		Event event = this.world.event(this.network.zarechenskCentre(), "Раннее занятие", new OccurrenceDetails(
				ProgrammeWorld.SATURDAY, LocalTime.of(10, 0), LocalTime.of(11, 0), null, null, 5));
		this.world.confirmed(this.world.dateOf(event), "l-night", 1);
		Instant seven = ProgrammeWorld.SATURDAY.atTime(7, 0).atZone(NetworkWorld.ZONE).toInstant();
		((TestClock.MovableClock) this.clock).moveTo(seven);
		this.reminders.send();
		assertThat(letters("l-night", "reminder")).as("three hours before, by night").isEmpty();
		((TestClock.MovableClock) this.clock).advance(Duration.ofHours(1));
		this.reminders.send();
		assertThat(letters("l-night", "reminder")).hasSize(1);
	}

	@Test
	void thanksComeAfterwardsAndNewsOnlyToThoseWhoWantThem() {
		this.world.event(this.network.zarechenskCentre(), "Что ещё будет",
				ProgrammeWorld.on(ProgrammeWorld.SATURDAY.plusDays(30)));
		UUID date = date("Спасибо");
		this.world.confirmed(date, "l-thanks", 1);
		SignUp person = RegistrationsWorld.person(date, "l-news", 1);
		this.seats.signUp(new SignUp(person.occurrenceIds(), 1, "l-news", person.email(), null, person.language(),
				List.of(), Map.of(), Set.of(ConsentPurpose.SIGN_UP, ConsentPurpose.NEWS)), null, Signer.known(null));
		((TestClock.MovableClock) this.clock).moveTo(BEGINS.plus(Duration.ofMinutes(90 + 120)));
		this.reminders.send();
		this.reminders.send();
		assertThat(only("l-thanks", "thanks").text()).contains("/feedback/")
			.doesNotContain("Что ещё будет в этом центре");
		assertThat(only("l-news", "thanks").text()).contains("Что ещё будет в этом центре");
	}

	private UUID date(String title) {
		return this.world.dateOf(this.world.event(this.network.zarechenskCentre(), title, 9));
	}

	private Letter only(String name, String kind) {
		List<Letter> all = letters(name, kind);
		assertThat(all).as(name + " " + kind).hasSize(1);
		return all.getFirst();
	}

	/** As they would leave now. */
	private List<Letter> letters(String name, String kind) {
		List<Letter> all = new ArrayList<>();
		this.jdbc.sql("select id from outbox_message where recipient = ? and kind = ? order by id")
			.params(name + "@zarechensk.example", "registrations." + kind)
			.query(UUID.class)
			.list()
			.forEach((id) -> this.outbox.letter(id).ifPresent(all::add));
		return all;
	}

}
