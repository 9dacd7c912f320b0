package ru.sosedi.notifications;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PublicAddress;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class UnwrittenLetterTests {

	private static final Email ANNA = Email.of("anna@zarechensk.example");

	private static final Email BORIS = Email.of("boris@zarechensk.example");

	private static final byte[] PICTURE = { (byte) 0x89, 'P', 'N', 'G', 0, 1, 2 };

	private static final String CALENDAR = "BEGIN:VCALENDAR\r\nSUMMARY:Оригами\r\nEND:VCALENDAR\r\n";

	private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

	@Autowired
	private Notifications notifications;

	@Autowired
	private Outbox outbox;

	@Autowired
	private OutboxClaims claims;

	@Autowired
	private PublicAddress portal;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

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
		((TestClock.MovableClock) this.clock).reset();
		this.jdbc.sql("delete from outbox_message").update();
	}

	@Test
	void arrivesWithItsPictureWithinAndItsFileBeside() throws Exception {
		put(ANNA, "tests.ticket", null);
		sender(UnwrittenLetterTests::ticket).sendDue();
		MimeMessage arrived = this.server.getReceivedMessages()[0];
		assertThat(arrived.getSubject()).isEqualTo("Оригами, мест: 2");
		assertThat(arrived.getMessageID())
			.isEqualTo("<" + only().getId() + "@" + this.portal.baseUrl().getHost() + ">");
		assertThat(arrived.isMimeType("multipart/mixed")).isTrue();
		List<Part> parts = parts(arrived);
		assertThat(parts).extracting((part) -> part.getContentType().split(";")[0])
			.containsExactly("text/plain", "text/html", "image/png", "text/calendar");
		assertThat(parts.get(1).getContent().toString()).contains("cid:ticket");
		Part picture = parts.get(2);
		assertThat(picture.getHeader("Content-ID")).containsExactly("<ticket>");
		assertThat(picture.getDisposition()).isEqualTo(Part.INLINE);
		assertThat(picture.getInputStream().readAllBytes()).isEqualTo(PICTURE);
		Part file = parts.get(3);
		assertThat(file.getDisposition()).isEqualTo(Part.ATTACHMENT);
		assertThat(file.getFileName()).isEqualTo("event.ics");
		assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(CALENDAR);
	}

	@Test
	void isWrittenAnewForEachTryUnderOneMessageIdAndItsWordsAreNotKept() throws Exception {
		put(ANNA, "tests.ticket", null);
		List<String> written = new ArrayList<>();
		Function<UnwrittenLetter, Optional<Letter>> writer = (letter) -> {
			written.add("try " + (written.size() + 1));
			return Optional.of(letter(letter, written.getLast()));
		};
		List<String> refused = new ArrayList<>();
		sender(writer, refusing(refused)).sendDue();
		((TestClock.MovableClock) this.clock).advance(Duration.ofMinutes(1));
		sender(writer).sendDue();
		MimeMessage arrived = this.server.getReceivedMessages()[0];
		assertThat(arrived.getSubject()).isEqualTo("try 2");
		assertThat(refused).containsExactly(arrived.getMessageID());
		assertThat(only().getState()).isEqualTo(OutboxMessage.State.SENT);
		assertThat(this.jdbc.sql(
				"select count(*) from outbox_message where kind = 'tests.ticket' and num_nonnulls(subject, body_text, body_html) = 0")
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void isWrittenOutsideOfAnyTransactionFromWhatWasPut() {
		UUID about = put(ANNA, "tests.ticket", "tests.ticket:1");
		List<UnwrittenLetter> seen = new ArrayList<>();
		List<Boolean> within = new ArrayList<>();
		sender((letter) -> {
			seen.add(letter);
			within.add(TransactionSynchronizationManager.isActualTransactionActive());
			return Optional.of(letter(letter, "Оригами"));
		}).sendDue();
		assertThat(within).containsExactly(false);
		assertThat(seen).hasSize(1);
		assertThat(seen.getFirst().about()).isEqualTo(about);
		assertThat(seen.getFirst().facts()).containsExactly(Map.entry("seats", "2"));
		assertThat(seen.getFirst().recipient()).isEqualTo(ANNA);
		assertThat(seen.getFirst().recipientName()).isEqualTo("Анна");
		assertThat(seen.getFirst().language()).isEqualTo(Locale.of("ru"));
	}

	@Test
	void twoSendersAtOnceSendEachOnce() throws Exception {
		for (int i = 0; i < 30; i++) {
			put(ANNA, "tests.ticket", null);
		}
		Callable<Void> run = () -> {
			sender((letter) -> Optional.of(letter(letter, "About " + letter.about()))).sendDue();
			return null;
		};
		try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
			for (Future<Void> node : nodes.invokeAll(List.of(run, run))) {
				node.get();
			}
		}
		assertThat(Arrays.stream(this.server.getReceivedMessages()).map(UnwrittenLetterTests::subject)).hasSize(30)
			.doesNotHaveDuplicates();
		assertThat(states()).hasSize(30).containsOnly("SENT");
	}

	@Test
	void ofLettersWithOneKeyOnlyTheFirstIsKept() {
		UUID first = put(ANNA, "tests.ticket", "tests.ticket:1");
		put(ANNA, "tests.ticket", "tests.ticket:1");
		put(ANNA, "tests.ticket", null);
		put(ANNA, "tests.ticket", null);
		assertThat(states()).hasSize(3);
		assertThat(
				this.jdbc.sql("select about from outbox_message where once like 'tests.%'").query(UUID.class).single())
			.isEqualTo(first);
	}

	@Test
	void aKeyIsUniqueBetweenTwoTransactionsAtTheSameTime() throws Exception {
		CountDownLatch put = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
			Future<?> first = nodes.submit(() -> this.transaction.executeWithoutResult((status) -> {
				this.notifications.send(unwritten(ANNA, "tests.ticket", "tests.ticket:1"));
				put.countDown();
				await(go);
			}));
			await(put);
			Future<?> second = nodes.submit(() -> put(BORIS, "tests.ticket", "tests.ticket:1"));
			awaitALockOnTheOutbox();
			assertThat(second.isDone()).as("the second waits for the first").isFalse();
			go.countDown();
			first.get(10, TimeUnit.SECONDS);
			second.get(10, TimeUnit.SECONDS);
		}
		assertThat(only().getRecipient()).isEqualTo(ANNA);
	}

	@Test
	void aKeyIsFreeAgainWhenTheFirstIsRolledBack() {
		this.transaction.executeWithoutResult((status) -> {
			this.notifications.send(unwritten(ANNA, "tests.ticket", "tests.ticket:1"));
			status.setRollbackOnly();
		});
		assertThat(states()).isEmpty();
		sender(UnwrittenLetterTests::ticket).sendDue();
		assertThat(this.server.getReceivedMessages()).isEmpty();
		put(BORIS, "tests.ticket", "tests.ticket:1");
		assertThat(only().getRecipient()).isEqualTo(BORIS);
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.notifications.send(unwritten(ANNA, "tests.ticket", null)));
	}

	@Test
	void aStatementOfAnotherModulePutsLettersInPlainSql() {
		UUID about = UUID.randomUUID();
		this.jdbc
			.sql("""
					with signed as (select cast(:about as uuid) as id)
					select put_letter(gen_random_uuid(), 'tests.ticket', signed.id, '{"seats": "2"}', 'anna@zarechensk.example',
						null, 'ru', 'tests.ticket:' || n, :now) from signed, unnest(array[1, 2, 1]) n
					""")
			.param("about", about)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query()
			.listOfRows();
		assertThat(states()).containsExactly("WAITING", "WAITING");
		sender(UnwrittenLetterTests::ticket).sendDue();
		assertThat(this.server.getReceivedMessages()).extracting(UnwrittenLetterTests::subject)
			.containsExactly("Оригами, мест: 2", "Оригами, мест: 2");
	}

	@Test
	void aRowWithoutWordsIsAboutSomething() {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc
			.sql("""
					select put_letter(gen_random_uuid(), 'tests.ticket', null, null, 'anna@zarechensk.example', null, 'ru', null,
						now())
					""")
			.query()
			.listOfRows());
	}

	@Test
	void whenThereIsNothingToSayNothingIsSentAndTheRowIsGone() {
		put(ANNA, "tests.ticket", null);
		sender((letter) -> Optional.empty()).sendDue();
		assertThat(this.server.getReceivedMessages()).isEmpty();
		assertThat(states()).isEmpty();
	}

	@Test
	void aWriterThatFailsCostsATryAndTheNextLetterLeaves(CapturedOutput log) {
		UUID broken = put(ANNA, "tests.ticket", null);
		put(BORIS, "tests.ticket", null);
		sender((letter) -> {
			if (letter.about().equals(broken)) {
				throw new IllegalStateException("Anna Klyucheva, +7 900 000-00-00");
			}
			return ticket(letter);
		}).sendDue();
		assertThat(this.server.getReceivedMessages()).hasSize(1);
		OutboxMessage refused = ofRecipient(ANNA);
		assertThat(refused.getState()).isEqualTo(OutboxMessage.State.WAITING);
		assertThat(refused.getAttempts()).isOne();
		assertThat(refused.getNextAttemptAt()).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(1)));
		assertThat(refused.getLastError()).contains("the writer of tests.ticket failed", "IllegalStateException",
				"UnwrittenLetterTests.java");
		assertThat(refused.getLastError() + log.getAll()).doesNotContain("Klyucheva", "900 000");
		assertThat(log.getAll()).contains("Letter " + refused.getId() + " could not be written");
		assertThat(ofRecipient(BORIS).getState()).isEqualTo(OutboxMessage.State.SENT);
	}

	@Test
	void aKindThatNobodyWritesIsRefusedWithClearWords() {
		put(ANNA, "tests.forgotten", null);
		sender(UnwrittenLetterTests::ticket).sendDue();
		assertThat(this.server.getReceivedMessages()).isEmpty();
		assertThat(only().getState()).isEqualTo(OutboxMessage.State.WAITING);
		assertThat(only().getLastError()).isEqualTo("nobody writes letters of the kind tests.forgotten");
	}

	@Test
	void aPersonIsForgottenByModuleSentOrNot() {
		put(ANNA, "tests.ticket", null);
		sender(UnwrittenLetterTests::ticket).sendDue();
		put(ANNA, "tests.reminder", null);
		put(ANNA, "testsother.ticket", null);
		put(BORIS, "tests.ticket", null);
		assertThat(forget(ANNA, "tests.")).isEqualTo(2);
		assertThat(this.jdbc.sql("select recipient || ' ' || kind from outbox_message where kind like 'tests%'")
			.query(String.class)
			.list()).containsExactlyInAnyOrder(ANNA.value() + " testsother.ticket", BORIS.value() + " tests.ticket");
		assertThat(forget(ANNA, "tests.")).isZero();
	}

	@Test
	void lettersAboutAThingAreForgottenSentOrNot() {
		UUID sent = put(ANNA, "tests.ticket", null);
		sender(UnwrittenLetterTests::ticket).sendDue();
		UUID waiting = put(ANNA, "tests.ticket", null);
		UUID other = put(ANNA, "tests.ticket", null);
		assertThat(this.transaction.<Integer>execute((status) -> this.notifications.forget(List.of(sent, waiting))))
			.isEqualTo(2);
		assertThat(this.jdbc.sql("select about from outbox_message where kind like 'tests%'").query(UUID.class).list())
			.containsExactly(other);
	}

	@Test
	void aLetterForgottenWhileASenderHasItIsNeitherKeptNorTriedAgain() {
		put(ANNA, "tests.ticket", null);
		put(BORIS, "tests.ticket", null);
		sender((letter) -> {
			if (letter.recipient().equals(ANNA)) {
				assertThat(forget(ANNA, "tests.")).isOne();
			}
			return ticket(letter);
		}).sendDue();
		assertThat(this.server.getReceivedMessages()).as("one was in hand, and the next follows").hasSize(2);
		assertThat(only().getRecipient()).isEqualTo(BORIS);
		put(ANNA, "tests.ticket", null);
		OutboxMessage refused = this.claims.claimNext().orElseThrow();
		forget(ANNA, "tests.");
		this.claims.refused(refused, "550 no such user");
		assertThat(only().getRecipient()).isEqualTo(BORIS);
	}

	@Test
	void whoMarksALetterWaitsForWhoForgetsIt() throws Exception {
		put(ANNA, "tests.ticket", null);
		OutboxMessage claimed = this.claims.claimNext().orElseThrow();
		CountDownLatch forgotten = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
			Future<?> forgetting = nodes.submit(() -> this.transaction.executeWithoutResult((status) -> {
				this.notifications.forget(ANNA, "tests.");
				forgotten.countDown();
				await(go);
			}));
			await(forgotten);
			Future<?> marking = nodes.submit(() -> this.claims.sent(claimed));
			awaitALockOnTheOutbox();
			go.countDown();
			forgetting.get(10, TimeUnit.SECONDS);
			marking.get(10, TimeUnit.SECONDS);
		}
		assertThat(states()).isEmpty();
	}

	@Test
	void aWrittenLetterCarriesNoFilesForTheOutboxKeepsNone() {
		Letter letter = ticket(unwritten(ANNA, "tests.ticket", null)).orElseThrow();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> this.notifications.send(letter)))
			.withMessageContaining("tests.ticket");
	}

	@Test
	void aFileNameOpensNoHeader() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Attachment.file("a.ics\r\nBcc: all@zarechensk.example", "text/calendar", new byte[0]));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Attachment.inline("a>\r\nX-Evil: 1", "a.png", "image/png", new byte[0]));
	}

	private static Optional<Letter> ticket(UnwrittenLetter letter) {
		return Optional.of(letter(letter, "Оригами, мест: " + letter.facts().get("seats")));
	}

	private static Letter letter(UnwrittenLetter letter, String subject) {
		return new Letter(letter.kind(), letter.recipient(), letter.recipientName(), letter.language(), subject,
				"Здравствуйте!", "<!doctype html><title>A</title><p><img src=\"cid:ticket\" alt=\"\"></p>",
				List.of(Attachment.inline("ticket", "ticket.png", "image/png", PICTURE), Attachment.file("event.ics",
						"text/calendar; charset=UTF-8", CALENDAR.getBytes(StandardCharsets.UTF_8))));
	}

	private static UnwrittenLetter unwritten(Email recipient, String kind, String once) {
		return new UnwrittenLetter(kind, UUID.randomUUID(), Map.of("seats", "2"), recipient, "Анна", Locale.of("ru"),
				once);
	}

	private UUID put(Email recipient, String kind, String once) {
		UnwrittenLetter letter = unwritten(recipient, kind, once);
		this.transaction.executeWithoutResult((status) -> this.notifications.send(letter));
		return letter.about();
	}

	private int forget(Email recipient, String kindPrefix) {
		return this.transaction.execute((status) -> this.notifications.forget(recipient, kindPrefix));
	}

	private OutboxSender sender(Function<UnwrittenLetter, Optional<Letter>> writer) {
		JavaMailSenderImpl mailServer = new JavaMailSenderImpl();
		mailServer.setHost("localhost");
		mailServer.setPort(this.server.getSmtp().getPort());
		return sender(writer, mailServer);
	}

	private OutboxSender sender(Function<UnwrittenLetter, Optional<Letter>> writer, JavaMailSender mailServer) {
		DefaultListableBeanFactory writers = new DefaultListableBeanFactory();
		writers.registerSingleton("writer", new LetterWriter() {
			@Override
			public boolean writes(String kind) {
				return kind.startsWith("tests.") && !kind.equals("tests.forgotten");
			}

			@Override
			public Optional<Letter> write(UnwrittenLetter letter) {
				return writer.apply(letter);
			}
		});
		return new OutboxSender(this.claims, new OutboxLetters(writers.getBeanProvider(LetterWriter.class), this.json),
				mailServer, new MailProperties("portal@zarechensk.example", "Соседи"), this.portal);
	}

	private static JavaMailSender refusing(List<String> messageIds) {
		return new JavaMailSenderImpl() {
			@Override
			public void send(MimeMessage message) {
				try {
					messageIds.add(message.getMessageID());
				}
				catch (MessagingException ex) {
					throw new IllegalStateException(ex);
				}
				throw new MailSendException(Map.of(message, new MessagingException("550 no such user")));
			}
		};
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// somebody stands before a row that another transaction holds
	private void awaitALockOnTheOutbox() throws InterruptedException {
		for (int i = 0; i < 200; i++) {
			boolean waiting = this.jdbc
				.sql("""
						select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
							and (query like '%put_letter%' or query like '%outbox_message%'))
						""")
				.query(Boolean.class)
				.single();
			if (waiting) {
				return;
			}
			Thread.sleep(25);
		}
		throw new AssertionError("nobody waits");
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

	private static String subject(MimeMessage message) {
		try {
			return message.getSubject();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private OutboxMessage only() {
		List<UUID> ids = this.jdbc.sql("select id from outbox_message where kind like 'tests%'")
			.query(UUID.class)
			.list();
		assertThat(ids).hasSize(1);
		return this.outbox.message(ids.getFirst());
	}

	private OutboxMessage ofRecipient(Email recipient) {
		return this.outbox
			.message(this.jdbc.sql("select id from outbox_message where recipient = :recipient and kind like 'tests%'")
				.param("recipient", recipient.value())
				.query(UUID.class)
				.single());
	}

	private List<String> states() {
		return this.jdbc.sql("select state from outbox_message where kind like 'tests%'").query(String.class).list();
	}

}
