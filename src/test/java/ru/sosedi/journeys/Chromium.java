package ru.sosedi.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/**
 * The one place that knows how a Chromium is found, and how one is installed where there
 * is none: by the package manager when that is ours to use, else by Playwright's own
 * download. A browser that cannot be had is an error with the remedy in it, never a
 * skipped test.
 */
final class Chromium {

	private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
			"/opt/google/chrome/chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

	private static final List<String> QUIET = List.of("--disable-background-networking", "--disable-component-update",
			"--disable-sync", "--disable-quic", "--no-first-run",
			"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");

	private static final String REMEDY = """
			No Chromium for the browser tests, and none could be installed: %s
			Install one (Debian: apt-get install chromium; elsewhere Google Chrome does) \
			or name one by the environment variable CHROMIUM.""";

	private Chromium() {
	}

	/**
	 * Starts a Chromium without a window; it is closed by whoever owns the playwright.
	 */
	static Browser launch(Playwright playwright) {
		List<String> arguments = new ArrayList<>(QUIET);
		if (isRoot()) {
			arguments.add("--no-sandbox");
		}
		LaunchOptions options = new LaunchOptions().setHeadless(true).setArgs(arguments);
		found().or(Chromium::installedByPackageManager).ifPresentOrElse(options::setExecutablePath, Chromium::download);
		return playwright.chromium().launch(options);
	}

	/** The environment that keeps Playwright from downloading all its browsers. */
	static Map<String, String> environment() {
		return Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
	}

	private static Optional<Path> found() {
		String named = System.getProperty("chromium", System.getenv("CHROMIUM"));
		if (named != null && !named.isBlank()) {
			if (!Files.isExecutable(Path.of(named))) {
				throw new IllegalStateException(REMEDY.formatted("CHROMIUM names " + named + ", which cannot be run."));
			}
			return Optional.of(Path.of(named));
		}
		return USUAL_PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
	}

	private static Optional<Path> installedByPackageManager() {
		if (!isRoot() || !isDebian()) {
			return Optional.empty();
		}
		System.out.println("No Chromium here: installing Debian's package, once.");
		run(5, "apt-get", "-qq", "update");
		run(10, "apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
		return found();
	}

	private static void download() {
		System.out.println("No Chromium here: downloading Playwright's own, once.");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), "com.microsoft.playwright.CLI", "install"));
		if (isRoot()) {
			command.add("--with-deps");
		}
		command.add("chromium");
		Outcome outcome = run(10, command.toArray(String[]::new));
		if (!outcome.succeeded()) {
			throw new IllegalStateException(REMEDY.formatted(outcome.lastWords()));
		}
	}

	private static Outcome run(int minutes, String... command) {
		try {
			Path log = Files.createTempFile("chromium-install", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
			Process process = builder.start();
			boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
			if (!ended) {
				process.destroyForcibly();
			}
			List<String> lines = Files.readAllLines(log);
			return new Outcome(ended && process.exitValue() == 0,
					lines.stream()
						.filter((line) -> line.contains("rror"))
						.reduce((first, last) -> last)
						.orElse(String.join(" ", command)));
		}
		catch (IOException e) {
			return new Outcome(false, e.getMessage());
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return new Outcome(false, "interrupted");
		}
	}

	private static boolean isDebian() {
		try {
			return Files.isExecutable(Path.of("/usr/bin/apt-get"))
					&& Files.readString(Path.of("/etc/os-release")).contains("ID=debian");
		}
		catch (IOException e) {
			return false;
		}
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private record Outcome(boolean succeeded, String lastWords) {
	}

}
