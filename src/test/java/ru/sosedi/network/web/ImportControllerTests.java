package ru.sosedi.network.web;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class ImportControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private NetworkWorld world;

	@Autowired
	private AccountsWorld people;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aFileIsPreviewedConfirmedAndItsRefusedRowsMended() {
		String draft = uploaded("""
				номер;название;адрес;часовой пояс;телефон;цвет
				9001;Загруженная из файла;ул. 1;UTC+5;+7 000 000-00-01;синий
				9002;"=HYPERLINK(""http://evil"")";;UTC+5;+7 000 000-00-02;
				9003;<img src=x onerror=alert(1)>;ул. 3;Марс;;
				""");
		Document preview = page(draft);
		assertThat(preview.select(".chips").text()).contains("не подошли: 2", "добавить: 1");
		assertThat(preview.select("tbody tr").first().text()).contains("не подошло", "адрес: не заполнено");
		assertThat(preview.text()).contains("Незнакомые колонки не читались: цвет");
		assertThat(preview.select("img[src=x]")).isEmpty();
		assertThat(count("Загруженная из файла")).isZero();

		String refused = text(get(draft + "/refused.csv"));
		assertThat(refused).contains("'=HYPERLINK").contains("'+7 000 000-00-02").contains("адрес: не заполнено");

		assertThat(
				this.mvc.post().uri(draft + "/confirmation").with(SignIn.as(this.people.administrator())).with(csrf()))
			.hasStatus3xxRedirection();
		assertThat(finished(draft).select(".chips").text()).contains("не записано: 2", "добавлено: 1");
		assertThat(count("Загруженная из файла")).isEqualTo(1);

		Document mended = page(uploaded(refused.replace(";;UTC+5", ";ул. 2;UTC+5").replace("Марс", "UTC+5")));
		assertThat(mended.select(".chips").text()).contains("добавить: 2").doesNotContain("не подошли");
		assertThat(mended.text()).contains("=HYPERLINK").doesNotContain("'=HYPERLINK");
		assertThat(mended.select("tbody tr").text()).contains("телефон: +7 000 000-00-02");
	}

	@ParameterizedTest
	@ValueSource(strings = { "libraries.csv", "libraries.xlsx", "rooms.csv", "rooms.xlsx" })
	void aTemplateIsReadAsATableWithoutRows(String name) {
		byte[] template = get("/admin/network/import/templates/" + name).getResponse().getContentAsByteArray();
		String kind = name.startsWith("rooms") ? "ROOMS" : "LIBRARIES";
		assertThat(page(uploaded(kind, template)).text()).contains("есть заголовок, но нет ни одной строки");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "PK\u0003\u0004 broken",
			"<html><script>alert(1)</script>", "%PDF-1.7 not a table", "a\0b;c" })
	void whatIsNoTableIsRefusedAtOnceOrFailsWithASentence(String content) {
		MvcTestResult result = upload("LIBRARIES", content.getBytes(StandardCharsets.ISO_8859_1));
		if (result.getResponse().getStatus() == 422) {
			assertThat(Jsoup.parse(text(result)).select("#file-error")).isNotEmpty();
		}
		else {
			assertThat(finished(result.getResponse().getRedirectedUrl()).select(".note.danger")).isNotEmpty();
		}
	}

	@Test
	void nothingChosenIsSaidAtTheField() {
		MvcTestResult result = this.mvc.post()
			.uri("/admin/network/import")
			.multipart()
			.param("kind", "PALACES")
			.with(SignIn.as(this.people.administrator()))
			.with(csrf())
			.exchange();
		assertThat(result).hasStatus(422);
	}

	@Test
	void onlyAnAdministratorMay() {
		assertThat(this.mvc.get().uri("/admin/network/import").with(SignIn.as(this.people.librarian()))).hasStatus(403);
		assertThat(this.mvc.get().uri("/admin/network/import/x").with(SignIn.as(this.people.administrator())))
			.hasStatus(404);
		assertThat(this.mvc.get()
			.uri("/admin/network/import/templates/x.csv")
			.with(SignIn.as(this.people.administrator()))).hasStatus(404);
	}

	private int count(String name) {
		return this.jdbc.sql("select count(*) from library where name = ?").param(name).query(Integer.class).single();
	}

	private String uploaded(String csv) {
		return uploaded("LIBRARIES", csv.getBytes(StandardCharsets.UTF_8));
	}

	/** The address of the draft, read to its end. */
	private String uploaded(String kind, byte[] content) {
		MvcTestResult result = upload(kind, content);
		assertThat(result).hasStatus3xxRedirection();
		String address = result.getResponse().getRedirectedUrl();
		finished(address);
		return address;
	}

	private MvcTestResult upload(String kind, byte[] content) {
		return this.mvc.post()
			.uri("/admin/network/import")
			.multipart()
			.file(new MockMultipartFile("file", "../../таблица.png", "image/png", content))
			.param("kind", kind)
			.param("systemId", this.world.zarechenskSystem().id().toString())
			.with(SignIn.as(this.people.administrator()))
			.with(csrf())
			.exchange();
	}

	private Document finished(String address) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> Jsoup.parse(text(get(address))).select("#progress").isEmpty());
		return page(address);
	}

	private Document page(String address) {
		MvcTestResult result = get(address);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(text(result));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(SignIn.as(this.people.administrator())).exchange();
	}

	private static String text(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
