package ru.sosedi;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every word that the portal says stands in a bundle, in Russian and in English, and
 * every word of the bundles is said somewhere.
 */
class MessagesTests {

	/** Not messages: patterns and tables that are about the Cyrillic script itself. */
	private static final Set<Path> MAY_KNOW_CYRILLIC = Set.of(Path.of("shared/Slug.java"),
			Path.of("shared/Email.java"));

	private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

	/** What an English text may say in Cyrillic: names of languages and of things. */
	private static final Pattern PROPER_NAME = Pattern.compile("Русский|Соседи");

	private static final Pattern PLURAL = Pattern.compile("(.+)\\.(one|few|many)");

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");

	/** A whole key, or the beginning of one that something is appended to. */
	private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-zA-Z0-9_-]+)+\\.?");

	private static final Pattern IN_TEMPLATE = Pattern
		.compile("#\\{\\s*([a-z][\\w.-]*)|'([a-z]+(?:\\.[\\w-]+)*\\.?)'|\\|([a-z]+(?:\\.[\\w-]+)*\\.)\\$\\{");

	private final Map<String, String> russian = new TreeMap<>();

	private final Map<String, String> english = new TreeMap<>();

	private final Set<String> bundles = new TreeSet<>();

	MessagesTests() {
		for (Path file : Sources.under(Sources.MESSAGES, ".properties")) {
			String name = file.getFileName().toString().replace(".properties", "");
			Map<String, String> language = name.endsWith("_en") ? this.english : this.russian;
			this.bundles.add(name.replace("_en", ""));
			load(file).forEach((key, text) -> language.put(key.toString(), text.toString()));
		}
	}

	private static Properties load(Path file) {
		Properties properties = new Properties() {
			@Override
			public synchronized Object put(Object key, Object value) {
				Object earlier = super.put(key, value);
				if (earlier != null) {
					throw new IllegalStateException(file + " has twice: " + key);
				}
				return null;
			}
		};
		try {
			properties.load(new StringReader(Sources.read(file)));
			return properties;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void everyKeyStandsInBothLanguages() {
		Set<String> ru = withoutFew(this.russian.keySet());
		Set<String> en = withoutFew(this.english.keySet());
		assertThat(difference(ru, en)).as("only in Russian").isEmpty();
		assertThat(difference(en, ru)).as("only in English").isEmpty();
	}

	// one, few and many in Russian; English does without the middle one
	private static Set<String> withoutFew(Set<String> keys) {
		return keys.stream().filter((key) -> !key.endsWith(".few")).collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void russianCountsHaveThreeForms() {
		List<String> incomplete = this.russian.keySet()
			.stream()
			.filter((key) -> key.endsWith(".few"))
			.map((key) -> key.replaceFirst("\\.few$", ""))
			.filter((key) -> !this.russian.containsKey(key + ".one") || !this.russian.containsKey(key + ".many"))
			.toList();
		assertThat(incomplete).isEmpty();
	}

	@Test
	void bothLanguagesTakeTheSameArguments() {
		List<String> different = this.english.keySet()
			.stream()
			.filter(this.russian::containsKey)
			.filter((key) -> !PLURAL.matcher(key).matches())
			.filter((key) -> !arguments(this.russian.get(key)).equals(arguments(this.english.get(key))))
			.toList();
		assertThat(different).isEmpty();
	}

	private static Set<String> arguments(String text) {
		return ARGUMENT.matcher(text).results().map((match) -> match.group(1)).collect(Collectors.toSet());
	}

	@Test
	void textsWithArgumentsCanBeFormatted() {
		List<String> faults = new ArrayList<>();
		Stream.of(this.russian, this.english).forEach((texts) -> texts.forEach((key, text) -> {
			if (!arguments(text).isEmpty() && !canBeFormatted(text)) {
				faults.add(key + " = " + text);
			}
		}));
		assertThat(faults).as("an apostrophe must be doubled, a brace quoted").isEmpty();
	}

	private static boolean canBeFormatted(String text) {
		try {
			new MessageFormat(text);
			return !text.replace("''", "").contains("'");
		}
		catch (IllegalArgumentException e) {
			return false;
		}
	}

	@Test
	void keysBeginWithTheNameOfTheirBundle() {
		List<String> foreign = new ArrayList<>();
		for (Path file : Sources.under(Sources.MESSAGES, ".properties")) {
			String module = file.getFileName().toString().replaceAll("(_en)?\\.properties", "");
			for (Object key : load(file).keySet()) {
				boolean own = key.toString().startsWith(module + ".")
						|| key.toString().startsWith("audit.action." + module + ".");
				boolean ofTheFramework = module.equals("shared") && key.toString().startsWith("typeMismatch");
				if (!own && !ofTheFramework) {
					foreign.add(file.getFileName() + ": " + key);
				}
			}
		}
		assertThat(foreign).isEmpty();
	}

	@Test
	void everyKeyThatIsUsedExists() {
		assertThat(used().keys()
			.stream()
			.filter((key) -> !isKnown(key))
			.filter((key) -> this.bundles.contains(key.substring(0, key.indexOf('.'))))
			.toList()).as("used, but in no bundle").isEmpty();
	}

	private boolean isKnown(String key) {
		return this.russian.containsKey(key) || this.russian.containsKey(key + ".one")
				|| this.russian.containsKey("audit.action." + key);
	}

	@Test
	void everyKeyIsUsed() {
		Used used = used();
		assertThat(this.russian.keySet()
			.stream()
			.filter((key) -> !key.startsWith("typeMismatch"))
			.filter((key) -> !used.has(key) && !used.has(PLURAL.matcher(key).replaceFirst("$1"))
					&& !used.has(key.replaceFirst("^audit\\.action\\.", "")))
			.toList()).as("said nowhere").isEmpty();
	}

	private static Used used() {
		Set<String> names = new HashSet<>();
		Sources.under(Sources.JAVA, ".java")
			.stream()
			.flatMap((file) -> Sources.literals(Sources.read(file)).stream())
			.map((literal) -> literal.replaceAll("^\\{(.*)}$", "$1"))
			.forEach(names::add);
		names.addAll(ofLetters(names));
		Stream.of(".html", ".txt")
			.flatMap((ending) -> Sources.under(Sources.TEMPLATES, ending).stream())
			.flatMap((file) -> IN_TEMPLATE.matcher(Sources.read(file)).results())
			.map(MessagesTests::firstGroup)
			.forEach(names::add);
		names.removeIf((name) -> !KEY.matcher(name).matches());
		return new Used(
				names.stream().filter((name) -> !name.endsWith(".")).collect(Collectors.toCollection(TreeSet::new)),
				names.stream()
					.filter((name) -> name.endsWith(".") && name.chars().filter((c) -> c == '.').count() > 1)
					.toList());
	}

	// LetterTemplates makes these of the letter's name
	private static List<String> ofLetters(Set<String> names) {
		return names.stream()
			.filter((name) -> name.matches("[a-z]+/[a-z-]+"))
			.filter((name) -> Files.exists(Sources.TEMPLATES.resolve("mail").resolve(name + ".txt")))
			.map((name) -> name.replace("/", ".mail."))
			.flatMap((keys) -> Stream.of(keys + ".subject", keys + ".why"))
			.toList();
	}

	private static String firstGroup(MatchResult match) {
		for (int group = 1; group <= match.groupCount(); group++) {
			if (match.group(group) != null) {
				return match.group(group);
			}
		}
		throw new IllegalStateException(match.group());
	}

	@Test
	void javaKnowsNoRussian() {
		List<String> faults = new ArrayList<>();
		for (Path file : Sources.under(Sources.JAVA, ".java")) {
			Path inside = Sources.JAVA.resolve("ru/sosedi").relativize(file);
			if (!MAY_KNOW_CYRILLIC.contains(inside)) {
				Sources.literals(Sources.read(file))
					.stream()
					.filter((literal) -> CYRILLIC.matcher(literal).find())
					.forEach((literal) -> faults.add(inside + ": " + literal));
			}
		}
		assertThat(faults).isEmpty();
	}

	@Test
	void englishIsEnglish() {
		List<String> faults = new ArrayList<>();
		this.english.forEach((key, text) -> {
			if (CYRILLIC.matcher(PROPER_NAME.matcher(text).replaceAll("")).find()) {
				faults.add(key + " = " + text);
			}
		});
		assertThat(faults).isEmpty();
	}

	private static Set<String> difference(Collection<String> left, Collection<String> right) {
		Set<String> rest = new TreeSet<>(left);
		rest.removeAll(right);
		return rest;
	}

	/**
	 * @param keys whole keys
	 * @param beginnings what a value is appended to; two words at least
	 */
	private record Used(Set<String> keys, List<String> beginnings) {

		boolean has(String key) {
			return this.keys.contains(key) || this.beginnings.stream().anyMatch(key::startsWith);
		}

	}

}
