package ru.sosedi.registrations;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.programme.Event;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PhoneNumber;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;
import ru.sosedi.world.RegistrationsWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class PersonalDataErasureTests {

	/** 28 November 2026, 15:30 in Tyumen. */
	private static final Instant ENDS = Instant.parse("2026-11-28T10:30:00Z");

	@Autowired
	PersonalDataErasure erasure;

	@Autowired
	ErasureActs acts;

	@Autowired
	PersonalData data;

	@Autowired
	ConsentService consents;

	@Autowired
	AdmissionPolicyService policies;

	@Autowired
	SeatAllocation seats;

	@Autowired
	Attendees attendees;

	@Autowired
	PersonalDataLooks looks;

	@Autowired
	RegistrationDesk desk;

	@Autowired
	RegistrationsWorld world;

	@Autowired
	NetworkWorld network;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	RegistrationRepository registrations;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@AfterEach
	void putTheClockBack() {
		((TestClock.MovableClock) this.clock).reset();
	}

	@Test
	void thirtyDaysAfterTheEventNothingPersonalIsLeftAnywhereAndTheCountsStay() {
		UUID booking = everything("Серафима-Уникум", "unikum", "+79990001122", "Харитон-Уникум");
		Registration before = only(booking);
		this.attendees.of(this.accounts.administrator(), before.occurrenceId(), RegistrationState.LIVE,
				PersonalDataLook.LIST, "192.0.2.7");
		this.desk.cancel(Actor.portal(), before.id(), "Серафима-Уникум заболела");
		assertThat(placesOf("Уникум", "unikum@", "+79990001122")).isNotEmpty();
		clockTo(ENDS.plus(Duration.ofDays(30)));
		this.erasure.sweep();
		assertThat(only(booking).name()).as("not a moment too early").isEqualTo("Серафима-Уникум");
		clockTo(ENDS.plus(Duration.ofDays(30)).plusSeconds(1));
		this.erasure.sweep();
		Registration after = only(booking);
		assertThat(after.isErased()).isTrue();
		assertThat(after.seats()).isEqualTo(2);
		assertThat(after.state()).isEqualTo(RegistrationState.CANCELLED);
		assertThat(this.jdbc.sql("select age_band from participant where booking_id = ? order by position")
			.param(booking)
			.query(String.class)
			.list()).containsExactly("FROM_31_TO_54", "TO_14");
		assertThat(placesOf("Уникум", "unikum@", "+79990001122")).isEmpty();
	}

	@Test
	void aPersonIsErasedAtOnceAndHerSeatsGoToThoseWhoWait() {
		UUID date = this.world.dateOf(this.world.event(this.network.zarechenskCentre(), "Сразу", 2));
		UUID first = this.world.confirmed(date, "once-1", 2);
		UUID waiting = this.world.waiting(date, "once-2", 2);
		UUID other = this.world
			.confirmed(this.world.dateOf(this.world.event(this.network.zarechenskCentre(), "Другое", 2)), "once-1", 1);
		assertThat(this.data.of(first)).hasSize(2);
		UUID act = this.erasure.eraseAll(first);
		assertThat(List.of(only(first), only(other))).allSatisfy((one) -> assertThat(one.isErased()).isTrue());
		assertThat(only(waiting).state()).isEqualTo(RegistrationState.OFFERED);
		assertThat(this.jdbc.sql("select count(*) from outbox_message where recipient = 'once-1@zarechensk.example'")
			.query(Integer.class)
			.single()).isZero();
		assertThat(act).isNotNull();
		assertThat(this.erasure.eraseAll(first)).as("nothing is left to erase").isNull();
	}

	@Test
	void theActNamesTheOperatorTheReasonAndWhatWasErasedButNobody() throws Exception {
		UUID booking = everything("Лукерья-Акт", "lukerya", "+79990003344", "Тихон-Акт");
		UUID registration = only(booking).id();
		UUID act = this.erasure.eraseAll(booking);
		try (PDDocument document = Loader.loadPDF(this.acts.pdf(act, Locale.of("ru")))) {
			String text = new PDFTextStripper().getText(document);
			assertThat(text.replaceAll("\\s+", " "))
				.contains("Акт об уничтожении персональных данных", "№ 152-ФЗ", "Библиотеки Зареченска",
						"по просьбе человека", "имя, почта, телефон, имена и возраст детей, ответы, сетевой адрес")
				.doesNotContain("Лукерья", "lukerya", "Тихон");
			assertThat(text.replaceAll("\\s+", "")).contains(registration.toString());
		}
	}

	@Test
	void withdrawingTheConsentToSignUpErasesThatSignUpAndOthersStay() {
		UUID date = this.world.dateOf(this.world.event(this.network.zarechenskCentre(), "Отзыв", 5));
		UUID booking = this.world.confirmed(date, "withdraw", 1);
		UUID other = this.world.confirmed(
				this.world.dateOf(this.world.event(this.network.zarechenskCentre(), "Отзыв второй", 5)), "withdraw", 1);
		assertThat(this.consents.withdraw(booking, ConsentPurpose.NEWS)).isNull();
		assertThat(only(booking).isErased()).isFalse();
		assertThat(this.consents.withdraw(booking, ConsentPurpose.SIGN_UP)).isNotNull();
		assertThat(only(booking).isErased()).isTrue();
		assertThat(only(booking).state()).isEqualTo(RegistrationState.CANCELLED);
		assertThat(only(other).isErased()).isFalse();
		assertThat(this.consents.of(booking).getFirst().isInForce()).isFalse();
	}

	@Test
	void theExportHoldsEverything() {
		UUID booking = everything("Ия-Экспорт", "iya", "+79990005566", "Клим-Экспорт");
		String json = new String(this.data.json(booking), StandardCharsets.UTF_8);
		assertThat(json).contains("Ия-Экспорт", "iya@zarechensk.example", "+79990005566", "Клим-Экспорт", "Без орехов",
				"Я даю согласие оператору", "192.0.2.9", "SIGN_UP", "PHOTO");
	}

	@Test
	void twoSweepsAtOnceEraseEachOnce() throws Exception {
		UUID date = this.world.dateOf(this.world.event(this.network.zarechenskCentre(), "Две уборки", 50));
		List<UUID> bookings = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			bookings.add(this.world.confirmed(date, "sweep-" + i, 1));
		}
		clockTo(ENDS.plus(Duration.ofDays(31)));
		Callable<Void> sweep = () -> {
			this.erasure.sweep();
			return null;
		};
		try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
			for (var node : nodes.invokeAll(List.of(sweep, sweep))) {
				node.get();
			}
		}
		assertThat(this.jdbc.sql("select count(*) from erasure_record where occurrence_id = ?")
			.param(date)
			.query(Integer.class)
			.single()).isEqualTo(20);
		assertThat(bookings).allSatisfy((booking) -> assertThat(only(booking).isErased()).isTrue());
	}

	@Test
	void anAdministratorErasesByAContactAndIsNamedInTheAct() {
		UUID booking = everything("Савва", "savva", "+79990007788", "Фёкла");
		Actor administrator = this.accounts.administrator();
		assertThat(this.erasure.countOf("+79990007788")).isEqualTo(1);
		assertThat(this.erasure.eraseContact(administrator, "+79990007788")).isNotNull();
		assertThat(only(booking).isErased()).isTrue();
		assertThat(this.acts.newestFirst(null)).extracting(ErasureActs.Act::actorName).contains(administrator.name());
	}

	@Test
	void everyLookOfStaffIsWrittenDownWithoutANameOfAResident() {
		UUID date = this.world.dateOf(this.world.event(this.network.zarechenskCentre(), "Взгляд", 5));
		this.world.confirmed(date, "praskovya", 1);
		Actor administrator = this.accounts.administrator();
		this.attendees.of(administrator, date, RegistrationState.LIVE, PersonalDataLook.EXPORT, "192.0.2.8");
		PersonalDataLooks.Look look = this.looks.newestFirst(administrator.name(), null).getFirst();
		assertThat(look.what()).isEqualTo(PersonalDataLook.EXPORT);
		assertThat(look.people()).isEqualTo(1);
		assertThat(look.networkAddress()).isEqualTo("192.0.2.8");
		assertThat(look.toString()).doesNotContain("praskovya");
	}

	/** A sign-up with all that can be told. */
	private UUID everything(String name, String email, String phone, String child) {
		Event event = this.world.event(this.network.zarechenskCentre(), "Всё о человеке", 9);
		this.policies.ask(Actor.portal(), event.id(),
				List.of(new AdmissionQuestion(null, AdmissionQuestion.Kind.TEXT, "Что учесть?", List.of(), false)));
		UUID question = this.policies.questions(event.id()).getFirst().id();
		SignUp person = new SignUp(List.of(this.world.dateOf(event)), 2, name, Email.of(email + "@zarechensk.example"),
				new PhoneNumber(phone), Locale.of("ru"),
				List.of(new Participant(null, AgeBand.FROM_31_TO_54, null), new Participant(child, AgeBand.TO_14, 9)),
				Map.of(question, "Без орехов"), Set.of(ConsentPurpose.SIGN_UP, ConsentPurpose.PHOTO));
		return ((SignedUp.Done) this.seats.signUp(person, null, Signer.known("192.0.2.9"))).bookingId();
	}

	/** Every column of every table in which one of the texts stands. */
	private List<String> placesOf(String... texts) {
		List<String> places = new ArrayList<>();
		this.jdbc.sql("""
				select table_name, column_name from information_schema.columns
				where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'ARRAY', 'bytea')
				""").query((row) -> {
			String table = row.getString(1);
			String column = row.getString(2);
			for (String text : texts) {
				boolean there = this.jdbc
					.sql("select exists (select from %s where cast(%s as text) like :part)".formatted(table, column))
					.param("part", "%" + text + "%")
					.query(Boolean.class)
					.single();
				if (there) {
					places.add(table + "." + column + ": " + text);
				}
			}
		});
		return places;
	}

	private Registration only(UUID booking) {
		List<Registration> all = this.registrations.findByBookingIdOrderByCreatedAtAscIdAsc(booking);
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

	private void clockTo(Instant moment) {
		((TestClock.MovableClock) this.clock).moveTo(moment);
	}

}
