package ru.sosedi.notifications;

import java.util.Locale;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.ITemplateEngine;
import ru.sosedi.PortalTest;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PublicAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class LetterTemplatesTests {

	private static final Locale RUSSIAN = Locale.of("ru");

	@Autowired
	private ITemplateEngine engine;

	@Autowired
	private PublicAddress portal;

	@Autowired
	private ApplicationContext beans;

	@Test
	void aLetterIsInThePersonsLanguageWithAbsoluteLinksAndSaysWhyItCame() {
		Letter russian = write("Анна Ключева", RUSSIAN, "Ждём вас");
		assertThat(russian.kind()).isEqualTo("tests.greeting");
		assertThat(russian.subject()).isEqualTo("Приглашение");
		assertThat(russian.text()).startsWith("Здравствуйте, Анна Ключева!\n\nЖдём вас\n\n")
			.contains(this.portal.of("/invitations/abc"), "\n\n-- \nВас пригласили.\n");
		Document html = Jsoup.parse(russian.html());
		assertThat(html.selectFirst("html").attr("lang")).isEqualTo("ru");
		assertThat(html.title()).isEqualTo("Приглашение");
		assertThat(html.body().text()).startsWith("Здравствуйте, Анна Ключева! Ждём вас").contains("Вас пригласили.");
		assertThat(html.selectFirst("main a").attr("href")).isEqualTo(this.portal.of("/invitations/abc"));
		assertThat(russian.html()).doesNotContain("th:");
	}

	@Test
	void anUnknownNameIsLeftOutOfTheGreeting() {
		Letter english = write(null, Locale.ENGLISH, "See you");
		assertThat(english.text()).startsWith("Hello!\n\nSee you\n");
		assertThat(Jsoup.parse(english.html()).body().text()).startsWith("Hello! See you");
	}

	@Test
	void whatAPersonTypedIsTextInBothParts() {
		String hostile = "<script>alert(1)</script> & [(${portal})] {0} ${portal}";
		Letter letter = write(hostile, Locale.ENGLISH, hostile);
		assertThat(letter.text()).contains("Hello, " + hostile + "!", "\n" + hostile + "\n");
		Document html = Jsoup.parse(letter.html());
		assertThat(html.select("script")).isEmpty();
		assertThat(html.body().text()).contains("Hello, " + hostile + "!");
	}

	@Test
	void aLetterWithoutASubjectIsAFault() {
		LetterTemplates templates = new LetterTemplates(this.engine, new StaticMessageSource(), this.portal,
				this.beans);
		assertThatExceptionOfType(NoSuchMessageException.class).isThrownBy(() -> templates.write("tests/greeting",
				Email.of("anna@zarechensk.example"), null, RUSSIAN, Map.of("said", "", "secret", "")));
	}

	private Letter write(String name, Locale language, String said) {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("tests.mail.greeting.subject", RUSSIAN, "Приглашение");
		messages.addMessage("tests.mail.greeting.why", RUSSIAN, "Вас пригласили.");
		messages.addMessage("tests.mail.greeting.subject", Locale.ENGLISH, "Invitation");
		messages.addMessage("tests.mail.greeting.why", Locale.ENGLISH, "You were invited.");
		return new LetterTemplates(this.engine, messages, this.portal, this.beans).write("tests/greeting",
				Email.of("anna@zarechensk.example"), name, language, Map.of("said", said, "secret", "abc"));
	}

}
