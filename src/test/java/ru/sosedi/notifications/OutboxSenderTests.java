package ru.sosedi.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
		MimeMessage arrived = received().get(0);
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
		assertThat(received()).hasSize(1);
		MimeMessage arrived = received().get(0);
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
		assertThat(received()).hasSize(30);
		assertThat(received().stream().map(OutboxSenderTests::subject)).doesNotHaveDuplicates();
		assertThat(states()).containsOnly("SENT");
	}

	@Test
	void aSenderThatDiesBeforeItWritesTheSendingDownIsTakenOverUnderTheSameMessageId() throws Exception {
		write(null, "Once");
		OutboxMessage claimed = this.claims.claimNext().orElseThrow();
		sender(server()).deliver(claimed, this.letters.of(claimed).orElseThrow());
		sender(server()).sendDue();
		assertThat(received()).as("the claim still holds").hasSize(1);
		movable().advance(OutboxMessage.CLAIM);
		sender(server()).sendDue();
		assertThat(received()).hasSize(2);
		assertThat(received().get(1).getMessageID()).isEqualTo(received().get(0).getMessageID());
		this.claims.refused(claimed, "the dead sender comes back");
		assertThat(only().getState()).isEqualTo(OutboxMessage.State.SENT);
	}

	@Test
	void aServerThatIsAwayCostsNoTry() throws Exception {
		write(null, "First");
		write(null, "Second");
		sender(away()).sendDue();
		assertThat(rows()).extracting(OutboxRow::state).containsOnly(OutboxMessage.State.WAITING);
		List<OutboxMessage> all = rows().stream().map((row) -> this.outbox.message(row.id())).toList();
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
		assertThat(received()).isEmpty();
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

	// Moving the clock makes other modules write letters of their own; they are left out.
	private List<OutboxRow> rows() {
		return this.outbox.newestFirst(null, null).stream().filter((row) -> row.kind().startsWith("tests.")).toList();
	}

	private List<MimeMessage> received() {
		return Arrays.stream(this.server.getReceivedMessages()).filter(OutboxSenderTests::isToAnna).toList();
	}

	private static boolean isToAnna(MimeMessage message) {
		try {
			return message.getAllRecipients()[0].toString().contains("anna@xn--b1agh1afp.example");
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private OutboxMessage only() {
		List<OutboxRow> rows = rows();
		assertThat(rows).hasSize(1);
		return this.outbox.message(rows.get(0).id());
	}

	private List<String> states() {
		return rows().stream().map((row) -> row.state().name()).toList();
	}

	private TestClock.MovableClock movable() {
		return (TestClock.MovableClock) this.clock;
	}

}
