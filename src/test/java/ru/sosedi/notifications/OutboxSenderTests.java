package ru.sosedi.notifications;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PublicAddress;
import ru.sosedi.shared.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class OutboxSenderTests {

	private static final MailProperties MAIL = new MailProperties("portal@zarechensk.example", "Соседи");

	private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

	@Autowired
	private Notifications notifications;

	@Autowired
	private Outbox outbox;

	@Autowired
	private OutboxClaims claims;

	@Autowired
	private OutboxLetters letters;

	@Autowired
	private PublicAddress portal;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@BeforeEach
	void start() {
		this.server.start();
		this.jdbc.sql("delete from outbox_message").update();
	}

	@AfterEach
	void stop() {
		this.server.stop();
		movable().reset();
		this.jdbc.sql("delete from outbox_message").update();
	}

	@Test
	void aLetterArrivesWithBothPartsAndItsRussianWordsIntact() throws Exception {
		write("Анна Ключева", "Ждём вас в «Соседях» – 28 ноября");
		sender(server()).sendDue();
		MimeMessage arrived = this.server.getReceivedMessages()[0];
		assertThat(arrived.getSubject()).isEqualTo("Ждём вас в «Соседях» – 28 ноября");
		InternetAddress to = (InternetAddress) arrived.getAllRecipients()[0];
		assertThat(to.getAddress()).isEqualTo("anna@xn--b1agh1afp.example");
		assertThat(to.getPersonal()).isEqualTo("Анна Ключева");
		assertThat(((InternetAddress) arrived.getFrom()[0]).getPersonal()).isEqualTo("Соседи");
		assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		List<Part> parts = parts(arrived);
		assertThat(parts).extracting((part) -> part.getContentType().split(";")[0])
			.containsExactly("text/plain", "text/html");
		assertThat(parts.get(0).getContent().toString().strip()).isEqualTo("Здравствуйте, Анна!");
		assertThat(parts.get(1).getContent().toString()).contains("<p>Здравствуйте, <b>Анна</b>!</p>");
		OutboxMessage sent = only();
		assertThat(sent.getState()).isEqualTo(OutboxMessage.State.SENT);
		assertThat(sent.getSentAt()).isEqualTo(this.clock.instant());
		assertThat(arrived.getMessageID()).isEqualTo("<" + sent.getId() + "@" + this.portal.baseUrl().getHost() + ">");
	}

	@Test
	void aLineBreakInANameOpensNoHeader() throws Exception {
		write("Anna\r\nBcc: all@zarechensk.example", "Hello\r\nX-Evil: 1");
		sender(server()).sendDue();
		assertThat(this.server.getReceivedMessages()).hasSize(1);
		MimeMessage arrived = this.server.getReceivedMessages()[0];
		assertThat(arrived.getHeader("X-Evil")).isNull();
		assertThat(arrived.getHeader("Bcc")).isNull();
		assertThat(arrived.getAllRecipients()).hasSize(1);
	}

	@Test
	void twoSendersAtOnceSendEachLetterOnce() throws Exception {
		for (int i = 0; i < 30; i++) {
			write(null, "Letter " + i);
		}
		Callable<Void> run = () -> {
			sender(server()).sendDue();
			return null;
		};
		try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
			for (var node : nodes.invokeAll(List.of(run, run))) {
				node.get();
			}
		}
		assertThat(this.server.getReceivedMessages()).hasSize(30);
		assertThat(Arrays.stream(this.server.getReceivedMessages()).map(OutboxSenderTests::subject))
			.doesNotHaveDuplicates();
		assertThat(states()).containsOnly("SENT");
	}

	@Test
	void aSenderThatDiesBeforeItWritesTheSendingDownIsTakenOverUnderTheSameMessageId() throws Exception {
		write(null, "Once");
		OutboxMessage claimed = this.claims.claimNext().orElseThrow();
		sender(server()).deliver(claimed, this.letters.of(claimed).orElseThrow());
		sender(server()).sendDue();
		assertThat(this.server.getReceivedMessages()).as("the claim still holds").hasSize(1);
		movable().advance(OutboxMessage.CLAIM);
		sender(server()).sendDue();
		assertThat(this.server.getReceivedMessages()).hasSize(2);
		assertThat(this.server.getReceivedMessages()[1].getMessageID())
			.isEqualTo(this.server.getReceivedMessages()[0].getMessageID());
		this.claims.refused(claimed, "the dead sender comes back");
		assertThat(only().getState()).isEqualTo(OutboxMessage.State.SENT);
	}

	@Test
	void aServerThatIsAwayCostsNoTry() throws Exception {
		write(null, "First");
		write(null, "Second");
		sender(away()).sendDue();
		assertThat(this.outbox.newestFirst(null, null)).extracting(OutboxRow::state)
			.containsOnly(OutboxMessage.State.WAITING);
		List<OutboxMessage> all = this.outbox.newestFirst(null, null)
			.stream()
			.map((row) -> this.outbox.message(row.id()))
			.toList();
		assertThat(all).extracting(OutboxMessage::getAttempts).containsOnly(0);
		assertThat(all.get(0).getLastError()).as("one try was enough to see it").isNull();
		assertThat(all.get(1).getLastError()).isNotBlank();
		movable().advance(Duration.ofMinutes(1));
		sender(server()).sendDue();
		assertThat(states()).containsOnly("SENT");
	}

	@Test
	void aRefusedLetterIsTriedTenTimesEverMoreSeldomAndThenByHand() {
		write(null, "Nobody there");
		List<Duration> pauses = new ArrayList<>();
		OutboxSender sender = sender(refusing());
		for (int i = 0; i < 9; i++) {
			sender.sendDue();
			pauses.add(Duration.between(this.clock.instant(), only().getNextAttemptAt()));
			assertThat(only().getState()).isEqualTo(OutboxMessage.State.WAITING);
			movable().moveTo(only().getNextAttemptAt());
		}
		sender.sendDue();
		assertThat(pauses).isSorted().startsWith(Duration.ofMinutes(1), Duration.ofMinutes(5));
		OutboxMessage failed = only();
		assertThat(failed.getState()).isEqualTo(OutboxMessage.State.FAILED);
		assertThat(failed.getAttempts()).isEqualTo(10);
		assertThat(failed.getLastError()).contains("550 no such user");
		this.outbox.retry(Actor.portal(), failed.getId());
		sender(server()).sendDue();
		assertThat(only().getState()).isEqualTo(OutboxMessage.State.SENT);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.outbox.retry(Actor.portal(), failed.getId()));
	}

	@Test
	void aLetterThatWaitedTooLongIsGivenUp() {
		write(null, "Old");
		movable().advance(OutboxMessage.LATEST.plusSeconds(1));
		sender(server()).sendDue();
		assertThat(this.server.getReceivedMessages()).isEmpty();
		assertThat(only().getState()).isEqualTo(OutboxMessage.State.FAILED);
	}

	@Test
	void oldLettersAreErased() {
		write(null, "Old");
		movable().advance(Duration.ofDays(30));
		write(null, "New");
		this.outbox.eraseOld();
		assertThat(states()).hasSize(2);
		movable().advance(Duration.ofSeconds(1));
		this.outbox.eraseOld();
		assertThat(only().getSubject()).isEqualTo("New");
	}

	@Test
	void aLetterSharesTheFateOfTheChangeThatItTellsOf() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.notifications.send(letter(null, "No transaction")));
		this.transaction.executeWithoutResult((status) -> {
			this.notifications.send(letter(null, "Rolled back"));
			status.setRollbackOnly();
		});
		assertThat(states()).isEmpty();
	}

	@Test
	void anUnwrittenLetterIsWrittenWhenItIsSentAndItsWordsAreNotKept() throws Exception {
		UUID about = UUID.randomUUID();
		leave(unwritten("tests.plain", about, "Ваша запись", null));
		sender(server()).sendDue();
		MimeMessage arrived = this.server.getReceivedMessages()[0];
		assertThat(arrived.getSubject()).isEqualTo("Ваша запись");
		assertThat(((InternetAddress) arrived.getAllRecipients()[0]).getPersonal()).isEqualTo("Анна");
		assertThat(arrived.getHeader("Content-Language")).containsExactly("ru");
		assertThat(this.jdbc.sql("""
				select state, subject, body_text, body_html, about, facts ->> 'subject' as fact from outbox_message
				""").query().singleRow()).containsEntry("state", "SENT")
			.containsEntry("subject", null)
			.containsEntry("body_text", null)
			.containsEntry("body_html", null)
			.containsEntry("about", about)
			.containsEntry("fact", "Ваша запись");
	}

	@Test
	void filesAndPicturesArriveUnderTheirNames() throws Exception {
		leave(unwritten("tests.files", UUID.randomUUID(), "С билетом", null));
		sender(server()).sendDue();
		List<Part> parts = parts(this.server.getReceivedMessages()[0]);
		assertThat(parts).extracting((part) -> part.getContentType().split(";")[0])
			.containsExactly("text/plain", "text/html", "image/png", "text/calendar");
		Part picture = parts.get(2);
		assertThat(picture.getDisposition()).isEqualTo(Part.INLINE);
		assertThat(picture.getHeader("Content-ID")).containsExactly("<code>");
		assertThat(picture.getFileName()).isEqualTo("code.png");
		assertThat(picture.getInputStream().readAllBytes()).isEqualTo(LettersOfTests.PICTURE);
		Part calendar = parts.get(3);
		assertThat(calendar.getDisposition()).isEqualTo(Part.ATTACHMENT);
		assertThat(calendar.getFileName()).isEqualTo("event.ics");
		assertThat(new ContentType(calendar.getContentType()).getParameter("charset")).isEqualTo("UTF-8");
		assertThat(new String(calendar.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
			.isEqualTo(LettersOfTests.CALENDAR);
	}

	@Test
	void aLetterWithNothingToSayIsGoneAndNothingIsSent() {
		leave(unwritten("tests.silent", UUID.randomUUID(), "Поздно", null));
		sender(server()).sendDue();
		assertThat(this.server.getReceivedMessages()).isEmpty();
		assertThat(states()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tests.broken", "nobody.writes" })
	void aLetterThatCannotBeWrittenIsARefusedTryAndOthersGoOn(String kind) throws Exception {
		leave(unwritten(kind, UUID.randomUUID(), "Не письмо", null));
		write(null, "The next one");
		sender(server()).sendDue();
		assertThat(this.server.getReceivedMessages()).hasSize(1);
		assertThat(this.server.getReceivedMessages()[0].getSubject()).isEqualTo("The next one");
		UUID id = this.jdbc.sql("select id from outbox_message where kind = ?").param(kind).query(UUID.class).single();
		OutboxMessage refused = this.outbox.message(id);
		assertThat(refused.getState()).isEqualTo(OutboxMessage.State.WAITING);
		assertThat(refused.getAttempts()).isOne();
		assertThat(refused.getNextAttemptAt()).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(1)));
		assertThat(refused.getLastError()).startsWith("not written");
	}

	@Test
	void ofLettersWithTheSameKeyOnlyTheFirstLeaves() {
		leave(unwritten("tests.plain", UUID.randomUUID(), "First", "reminder/1"));
		leave(unwritten("tests.plain", UUID.randomUUID(), "Again", "reminder/1"));
		leave(unwritten("tests.plain", UUID.randomUUID(), "Another", "reminder/2"));
		leave(unwritten("tests.plain", UUID.randomUUID(), "Any", null));
		leave(unwritten("tests.plain", UUID.randomUUID(), "Any", null));
		sender(server()).sendDue();
		assertThat(Arrays.stream(this.server.getReceivedMessages()).map(OutboxSenderTests::subject))
			.containsExactlyInAnyOrder("First", "Another", "Any", "Any");
	}

	@ParameterizedTest
	@CsvSource({ "false,First", "true,Second" })
	void ofTwoTransactionsAtTheSameTimeTheFirstThatIsCommittedWritesTheLetter(boolean rollsBack, String subject)
			throws Exception {
		try (ExecutorService other = Executors.newSingleThreadExecutor()) {
			AtomicReference<Future<?>> waiting = new AtomicReference<>();
			this.transaction.executeWithoutResult((status) -> {
				this.notifications.send(unwritten("tests.plain", UUID.randomUUID(), "First", "once"));
				waiting.set(other.submit(() -> leave(unwritten("tests.plain", UUID.randomUUID(), "Second", "once"))));
				assertThatExceptionOfType(TimeoutException.class).as("it waits how the first one ends")
					.isThrownBy(() -> waiting.get().get(300, TimeUnit.MILLISECONDS));
				if (rollsBack) {
					status.setRollbackOnly();
				}
			});
			waiting.get().get(10, TimeUnit.SECONDS);
		}
		assertThat(this.jdbc.sql("select facts ->> 'subject' from outbox_message").query(String.class).list())
			.containsExactly(subject);
	}

	@Test
	void anUnwrittenLetterSharesTheFateOfTheChangeThatItTellsOf() {
		UnwrittenLetter letter = unwritten("tests.plain", UUID.randomUUID(), "Rolled back", "fate");
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.notifications.send(letter));
		this.transaction.executeWithoutResult((status) -> {
			this.notifications.send(letter);
			status.setRollbackOnly();
		});
		assertThat(states()).isEmpty();
		leave(letter);
		assertThat(states()).as("the key is not used up").containsExactly("WAITING");
	}

	@Test
	void aStatementOfAnotherModulePutsALetterByTheVerbOfTheOutbox() {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("""
				select put_letter(gen_random_uuid(), 'tests.plain', gen_random_uuid(),
					jsonb_build_object('subject', 'Строка ' || number), 'anna@zarechensk.example', null, 'en',
					'row/' || number % 2, :now)
				from generate_series(1, 4) number
				""").param("now", now).query().listOfRows();
		sender(server()).sendDue();
		assertThat(Arrays.stream(this.server.getReceivedMessages()).map(OutboxSenderTests::subject))
			.containsExactlyInAnyOrder("Строка 1", "Строка 2");
		assertThat(states()).containsOnly("SENT");
	}

	@Test
	void lettersAboutAThingAreForgottenAndNoOthers() {
		UUID about = UUID.randomUUID();
		leave(unwritten("tests.plain", about, "Hers", null));
		leave(unwritten("tests.silent", about, "Hers too", null));
		leave(unwritten("tests.plain", UUID.randomUUID(), "His", null));
		write(null, "Written");
		assertThat(
				this.transaction.<Integer>execute((_) -> this.notifications.forget(List.of(about, UUID.randomUUID()))))
			.isEqualTo(2);
		assertThat(this.outbox.newestFirst(null, null)).extracting(OutboxRow::subject)
			.containsExactlyInAnyOrder("His", "Written");
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.notifications.forget(List.of(about)));
	}

	@Test
	void lettersToAPersonAreForgottenWithinOneModule() {
		write("Анна", "Written to her");
		leave(unwritten("tests.plain", UUID.randomUUID(), "Unwritten to her", null));
		leave(new UnwrittenLetter("tests.plain", UUID.randomUUID(), Map.of("subject", "To Boris"),
				Email.of("boris@zarechensk.example"), null, Locale.of("ru"), null));
		leave(unwritten("testsofothers.plain", UUID.randomUUID(), "Of another module", null));
		sender(server()).sendDue();
		assertThat(this.transaction
			.<Integer>execute((_) -> this.notifications.forget(Email.of("anna@привет.example"), "tests.")))
			.isEqualTo(2);
		assertThat(this.jdbc.sql("select facts ->> 'subject' from outbox_message").query(String.class).list())
			.containsExactlyInAnyOrder("To Boris", "Of another module");
	}

	private void leave(UnwrittenLetter letter) {
		this.transaction.executeWithoutResult((_) -> this.notifications.send(letter));
	}

	private static UnwrittenLetter unwritten(String kind, UUID about, String subject, String once) {
		return new UnwrittenLetter(kind, about, Map.of("subject", subject), Email.of("anna@привет.example"), "Анна",
				Locale.of("ru"), once);
	}

	private void write(String name, String subject) {
		this.transaction.executeWithoutResult((status) -> this.notifications.send(letter(name, subject)));
	}

	private static Letter letter(String name, String subject) {
		return new Letter("tests.letter", Email.of("anna@привет.example"), name, Locale.of("ru"), subject,
				"Здравствуйте, Анна!", "<!doctype html><title>A</title><p>Здравствуйте, <b>Анна</b>!</p>");
	}

	private OutboxSender sender(JavaMailSender mailServer) {
		return new OutboxSender(this.claims, this.letters, mailServer, MAIL, this.portal);
	}

	private static JavaMailSender away() {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(1);
		return sender;
	}

	private JavaMailSender server() {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(this.server.getSmtp().getPort());
		return sender;
	}

	private static JavaMailSender refusing() {
		return new JavaMailSenderImpl() {
			@Override
			public void send(MimeMessage message) {
				throw new MailSendException(Map.of(message, new MessagingException("550 no such user")));
			}
		};
	}

	private static String subject(MimeMessage message) {
		try {
			return message.getSubject();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<Part> parts(Part part) throws Exception {
		if (!(part.getContent() instanceof Multipart multipart)) {
			return List.of(part);
		}
		List<Part> parts = new ArrayList<>();
		for (int i = 0; i < multipart.getCount(); i++) {
			parts.addAll(parts(multipart.getBodyPart(i)));
		}
		return parts;
	}

	private OutboxMessage only() {
		List<OutboxRow> rows = own();
		assertThat(rows).hasSize(1);
		return this.outbox.message(rows.get(0).id());
	}

	private List<String> states() {
		return own().stream().map((row) -> row.state().name()).toList();
	}

	// the jobs of other modules may leave letters of their own meanwhile
	private List<OutboxRow> own() {
		return this.outbox.newestFirst(null, null).stream().filter((row) -> row.kind().startsWith("tests.")).toList();
	}

	private TestClock.MovableClock movable() {
		return (TestClock.MovableClock) this.clock;
	}

}
