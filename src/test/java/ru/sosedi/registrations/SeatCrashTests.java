package ru.sosedi.registrations;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.sosedi.Portal;
import ru.sosedi.platform.EmbeddedPostgres;
import ru.sosedi.programme.ProgrammeRows;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The portal is killed, and then its PostgreSQL, while people sign up through HTTP:
 * whoever was told "it is written down" is in the table, and each letter leaves once.
 */
class SeatCrashTests {

	private static final int PEOPLE_AT_ONCE = 8;

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	/** On disk, or a kill would prove nothing. */
	private static final Map<String, String> DURABLE = Map.of("fsync", "on", "synchronous_commit", "on");

	@TempDir
	Path directory;

	private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	private final Set<String> tried = ConcurrentHashMap.newKeySet();

	private final AtomicInteger numbers = new AtomicInteger();

	private final AtomicBoolean over = new AtomicBoolean();

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private int port;

	private String cookie;

	private String token;

	@Test
	void whoeverWasToldIsInTheTableAndEachLetterLeavesOnce() throws Exception {
		shareThePrograms();
		this.mail.start();
		this.port = freePort();
		EmbeddedPostgres postgres = EmbeddedPostgres.start(this.directory.resolve("postgres"), 0, DURABLE);
		Process portal = startPortal(postgres);
		JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(postgres.jdbcUrl("postgres"), "postgres", ""));
		try {
			UUID date = dateToComeWithoutEnd(jdbc);
			readFormToken(date);
			List<Thread> people = new ArrayList<>();
			for (int i = 0; i < PEOPLE_AT_ONCE; i++) {
				people.add(Thread.ofVirtual().start(() -> signUpOverAndOver(date)));
			}
			waitFor("sign-ups before the first kill", () -> this.told.size() > 60);
			portal.destroyForcibly().waitFor();
			int beforeRestart = this.told.size();
			portal = startPortal(postgres);
			waitFor("sign-ups after the portal's death", () -> this.told.size() > beforeRestart + 60);
			postgres = killAndStart(postgres);
			int beforeRecovery = this.told.size();
			waitFor("sign-ups after the database's death", () -> this.told.size() > beforeRecovery + 60);
			this.over.set(true);
			for (Thread person : people) {
				person.join();
			}
			Set<String> written = Set.copyOf(jdbc.sql("select email from registration where occurrence_id = ?")
				.param(date)
				.query(String.class)
				.list());
			assertThat(written).as("told, and in the table").containsAll(this.told);
			assertThat(this.tried).as("nobody else").containsAll(written);
			assertThat(jdbc.sql("select taken from seats where occurrence_id = ?")
				.param(date)
				.query(Integer.class)
				.single()).isEqualTo(written.size());
			// a sender that died keeps its letter for some minutes: they have passed
			jdbc.sql("update outbox_message set claimed_until = now() where state = 'SENDING'").update();
			waitFor("letters",
					() -> jdbc.sql("select count(*) from outbox_message where state <> 'SENT'")
						.query(Integer.class)
						.single() == 0);
			assertThat(lettersByPerson().keySet()).isEqualTo(written);
			assertThat(lettersByPerson().values()).as("different letters to one person")
				.allSatisfy((ids) -> assertThat(ids).hasSize(1));
		}
		finally {
			this.over.set(true);
			portal.destroyForcibly().waitFor();
			closeQuietly(postgres);
			this.mail.stop();
		}
	}

	private void signUpOverAndOver(UUID date) {
		while (!this.over.get()) {
			String email = "crash-" + this.numbers.incrementAndGet() + "@zarechensk.example";
			this.tried.add(email);
			try {
				HttpResponse<Void> answer = this.client
					.send(request("/registrations").header("Content-Type", "application/x-www-form-urlencoded")
						.header("Cookie", "XSRF=" + this.cookie)
						.POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(this.token) + "&dates=" + date
								+ "&seats=1&name=Anna&consents=SIGN_UP&email=" + encoded(email)))
						.build(), HttpResponse.BodyHandlers.discarding());
				if (answer.statusCode() == 302
						&& answer.headers().firstValue("Location").orElse("").contains("/registrations/sent")) {
					this.told.add(email);
				}
				TimeUnit.MILLISECONDS.sleep(30);
			}
			catch (IOException dead) {
				pause();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(300);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void readFormToken(UUID date) throws Exception {
		HttpResponse<String> form = this.client.send(request("/registrations/new?date=" + date).GET().build(),
				HttpResponse.BodyHandlers.ofString());
		Matcher field = TOKEN.matcher(form.body());
		assertThat(field.find()).as(form.body()).isTrue();
		this.token = field.group(1);
		this.cookie = form.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("^XSRF=([^;]+).*", "$1");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.timeout(Duration.ofSeconds(20));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static UUID dateToComeWithoutEnd(JdbcClient jdbc) {
		ProgrammeRows rows = ProgrammeRows.in(jdbc);
		UUID event = rows.event(rows.centre("Центр «Северный»"), "Курс")
			.with("admission", "SIGN_UP")
			.at(Instant.now().plus(Duration.ofDays(30)))
			.save();
		UUID date = jdbc.sql("select id from occurrence where event_id = ?").param(event).query(UUID.class).single();
		jdbc.sql("""
				insert into seats (occurrence_id, signs_up, capacity, closes_at, largest_group, waiting_list, moderated)
				values (?, true, 100000, now() + interval '30 days', 5, true, false)
				on conflict (occurrence_id) do update set signs_up = true, capacity = 100000
				""").param(date).update();
		return date;
	}

	/** As an administrator would: the portal's own classes, a process of its own. */
	private Process startPortal(EmbeddedPostgres postgres) throws Exception {
		String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
		Path log = this.directory.resolve("portal-" + UUID.randomUUID() + ".log");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", classes, Portal.class.getName(), "--server.port=" + this.port,
				"--spring.datasource.url=" + postgres.jdbcUrl("postgres"), "--spring.datasource.username=postgres",
				"--spring.mail.host=localhost", "--spring.mail.port=" + this.mail.getSmtp().getPort(),
				"--portal.base-url=http://localhost:" + this.port, "--portal.registrations.tries-per-address=1000000",
				"--portal.demo=false")
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		waitFor("the portal: " + log, () -> {
			if (!process.isAlive()) {
				throw new IllegalStateException(read(log));
			}
			return answers();
		});
		return process;
	}

	private boolean answers() {
		try {
			return this.client.send(request("/events").GET().build(), HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException notYet) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static String read(Path log) {
		try {
			return Files.readString(log);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	/** With all its processes, at once, and again on the same port. */
	private static EmbeddedPostgres killAndStart(EmbeddedPostgres postgres) throws Exception {
		long pid = Long.parseLong(Files.readAllLines(postgres.data().resolve("postmaster.pid")).getFirst().strip());
		ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
		List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
		all.add(server);
		all.forEach(ProcessHandle::destroyForcibly);
		for (ProcessHandle one : all) {
			one.onExit().get(20, TimeUnit.SECONDS);
		}
		int port = postgres.port();
		closeQuietly(postgres);
		return EmbeddedPostgres.start(postgres.data(), port, DURABLE);
	}

	private static void closeQuietly(EmbeddedPostgres postgres) {
		try {
			postgres.close();
		}
		catch (IOException | RuntimeException dead) {
			// it was killed: there is nothing left to stop
		}
	}

	private Map<String, Set<String>> lettersByPerson() throws Exception {
		Map<String, Set<String>> letters = new HashMap<>();
		for (MimeMessage message : this.mail.getReceivedMessages()) {
			letters
				.computeIfAbsent(message.getAllRecipients()[0].toString().replaceAll(".*<|>", ""),
						(_) -> new HashSet<>())
				.add(message.getMessageID());
		}
		return letters;
	}

	private void shareThePrograms() throws IOException {
		Path programs = Files.createDirectories(Path.of("var", "postgres-programs"));
		Files.createSymbolicLink(this.directory.resolve("postgres-programs"), programs.toAbsolutePath());
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void waitFor(String what, BooleanSupplier condition) throws InterruptedException {
		Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
		while (!condition.getAsBoolean()) {
			if (Instant.now().isAfter(deadline)) {
				throw new AssertionError("waited in vain for " + what);
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
	}

}
