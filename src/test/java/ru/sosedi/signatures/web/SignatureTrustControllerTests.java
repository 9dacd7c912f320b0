package ru.sosedi.signatures.web;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import org.bouncycastle.asn1.x509.KeyUsage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;
import ru.sosedi.world.SigningWorld.Kind;
import ru.sosedi.world.SigningWorld.Wanted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class SignatureTrustControllerTests {

	private static final String TRUST = "/admin/signatures";

	private static final Instant NOW = TestClock.START;

	private static final byte[] DOCUMENT = "Соглашение".getBytes(StandardCharsets.UTF_8);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private JdbcClient jdbc;

	private Actor administrator;

	@BeforeEach
	void someone() {
		this.administrator = this.accounts.administrator();
	}

	@AfterEach
	void nobodyIsTrusted() {
		this.jdbc.sql("delete from trusted_root").update();
	}

	@Test
	void pageSaysThatNobodyIsTrusted() {
		assertThat(html(get(TRUST)).text()).contains("Не доверяем никому: ни одна электронная подпись");
	}

	@Test
	void rootIsShownBeforeItIsTrustedAndThenListedWithWhoAddedIt() {
		Keyed root = SigningWorld.authority("Корень Зареченска", Kind.GOST_256);
		MvcTestResult draft = upload(TRUST + "/roots/draft", "file", root.encoded());
		assertThat(draft).hasStatusOk();
		Document shown = html(draft);
		assertThat(shown.select("dd").eachText()).contains("Корень Зареченска", "самим этим центром (корневой)",
				"ГОСТ Р 34.10-2012, 256 бит");
		assertThat(shown.select("#accepted")).isEmpty();
		assertThat(count("trusted_root")).isZero();
		assertThat(post(TRUST + "/roots", "file", shown.select("input[name=file]").val())).hasStatus3xxRedirection();
		Document list = html(get(TRUST));
		assertThat(list.text()).contains("Корень Зареченска", this.administrator.name(), "Списков нет");
		assertThat(list.select("code").eachText()).anyMatch((text) -> text.matches("[0-9a-f]{64}"));
		assertThat(this.jdbc.sql("""
				select count(*) from audit_record where action = 'signatures.root.trusted' and actor_id = ?
				""").param(this.administrator.accountId()).query(Long.class).single()).isEqualTo(1);
	}

	@Test
	void pemIsACertificateToo() {
		Keyed root = SigningWorld.authority("Корень PEM", Kind.RSA_2048);
		String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(root.encoded())
				+ "\n-----END CERTIFICATE-----\n";
		assertThat(html(upload(TRUST + "/roots/draft", "file", pem.getBytes(StandardCharsets.US_ASCII))).select("dd")
			.eachText()).contains("Корень PEM");
	}

	@Test
	void authorityBelowAnotherIsTrustedOnlyWhenThatIsSaid() {
		Keyed between = SigningWorld.authority(SigningWorld.authority("Корень", Kind.GOST_256), "УЦ района",
				Kind.GOST_256);
		Document shown = html(upload(TRUST + "/roots/draft", "file", between.encoded()));
		assertThat(shown.select("#accepted")).hasSize(1);
		String file = Base64.getEncoder().encodeToString(between.encoded());
		MvcTestResult refused = post(TRUST + "/roots", "file", file);
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select("#accepted-error").text()).contains("его выдал другой центр");
		assertThat(html(refused).select("input[name=file]").val()).isEqualTo(file);
		assertThat(count("trusted_root")).isZero();
		assertThat(post(TRUST + "/roots", "file", file, "accepted", "true")).hasStatus3xxRedirection();
		assertThat(html(get(TRUST)).text()).contains("УЦ района", "Выдал: Корень");
	}

	@Test
	void certificatesThatCannotBeTrustedAreRefusedInWords() {
		Keyed root = SigningWorld.authority("Корень отказов", Kind.GOST_256);
		refusedRoot(SigningWorld.signer(root, Kind.GOST_256, "0000123450", null).encoded(), "не выдан удостоверяющему");
		refusedRoot(SigningWorld.authority("Слабый", Kind.RSA_1024).encoded(), "Ключ этого сертификата слабый");
		refusedRoot(
				SigningWorld
					.selfSigned(Kind.GOST_256,
							Wanted.authority(SigningWorld.common("Старый"))
								.between(SigningWorld.FROM, NOW.minusSeconds(1)))
					.encoded(),
				"Срок этого сертификата вышел");
		refusedRoot(SigningWorld
			.selfSigned(Kind.GOST_256, Wanted.authority(SigningWorld.common("Не выдаёт")).keyUsage(KeyUsage.cRLSign))
			.encoded(), "не выдан удостоверяющему");
		refusedRoot(Arrays.copyOf(root.encoded(), root.encoded().length + 1), "Это не сертификат");
		refusedRoot(SigningWorld.sign(root, DOCUMENT), "Это не сертификат");
		refusedRoot(new byte[70_000], "больше 64 КБ");
		trust(root);
		refusedRoot(root.encoded(), "уже доверяет");
		assertThat(post(TRUST + "/roots", "file", Base64.getEncoder().encodeToString(root.encoded()))).hasStatus(422);
		assertThat(count("trusted_root")).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<svg/>", "%PDF-1.4", "-----BEGIN CERTIFICATE-----", "MIIB", "0\u0082" })
	void whatIsNoCertificateIsRefused(String content) {
		byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
		MvcTestResult refused = upload(TRUST + "/roots/draft", "file", bytes);
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select("#file-error")).hasSize(1);
		assertThat(post(TRUST + "/roots", "file", content)).hasStatus(422);
		assertThat(upload(TRUST + "/lists", "file", bytes)).hasStatus(422);
		assertThat(count("trusted_root")).isZero();
	}

	@Test
	void listOfATrustedAuthorityIsKeptAndReplacedByANewerOne() {
		Keyed root = trust(SigningWorld.authority("Корень списков", Kind.GOST_512));
		Keyed someone = SigningWorld.signer(root, Kind.GOST_256, "0000123450", null);
		byte[] first = SigningWorld.revocationList(root, NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(2)),
				NOW, someone.certificate());
		assertThat(upload(TRUST + "/lists", "file", first)).hasStatus3xxRedirection();
		assertThat(html(get(TRUST)).text()).contains("Отозвано сертификатов: 1", "устарел");
		byte[] second = SigningWorld.revocationList(root, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(6)),
				NOW);
		assertThat(upload(TRUST + "/lists", "file", second)).hasStatus3xxRedirection();
		assertThat(html(get(TRUST)).text()).contains("Отозвано сертификатов: 0").doesNotContain("устарел");
		refusedList(first, "более новый список");
		refusedList(second, "более новый список");
		assertThat(count("revocation_list")).isEqualTo(1);
		String removal = html(get(TRUST)).select("a[href*=lists][href$=removal]").attr("href");
		assertThat(html(get(removal)).text()).contains("перестанет узнавать отозванные");
		assertThat(post(removal)).hasStatus3xxRedirection();
		assertThat(count("revocation_list")).isZero();
	}

	@Test
	void listsThatSayNothingHereAreRefusedInWords() {
		Keyed root = trust(SigningWorld.authority("Корень отказов", Kind.GOST_256));
		Keyed namesake = SigningWorld.authority("Корень отказов", Kind.GOST_256);
		refusedList(SigningWorld.revocationList(namesake, NOW, null, NOW), "нет того, чьей подписью");
		refusedList(SigningWorld.revocationList(root, NOW.plus(Duration.ofDays(1)), null, NOW), "позже, чем сейчас");
		refusedList(root.encoded(), "Это не список");
		refusedList(new byte[10 * 1024 * 1024 + 1], "больше 10 МБ");
		assertThat(count("revocation_list")).isZero();
	}

	@Test
	void authorityThatIsRemovedTakesItsListAlong() {
		Keyed root = trust(SigningWorld.authority("Корень на время", Kind.GOST_256));
		assertThat(upload(TRUST + "/lists", "file", SigningWorld.revocationList(root, NOW, null, NOW)))
			.hasStatus3xxRedirection();
		String removal = html(get(TRUST)).select("a[href*=roots][href$=removal]").attr("href");
		assertThat(html(get(removal)).text()).contains("Больше не доверять центру? Корень на время",
				"его список отозванных удалится");
		assertThat(post(removal)).hasStatus3xxRedirection();
		assertThat(count("trusted_root")).isZero();
		assertThat(count("revocation_list")).isZero();
		assertThat(get(removal)).hasStatus(404);
		assertThat(post(removal)).hasStatus(404);
	}

	@Test
	void trialShowsWhatWasCheckedAndWhatWasNot() {
		Keyed root = SigningWorld.authority("Корень проб", Kind.GOST_256);
		Keyed director = SigningWorld.signer(root, Kind.GOST_256, "0000123450", "1000000123452");
		byte[] signature = SigningWorld.sign(director, DOCUMENT);
		assertThat(tried(DOCUMENT, signature).text()).contains("Подпись не принимается",
				"ещё не указал ни одного центра");
		trust(root);
		Document page = tried(DOCUMENT, signature);
		assertThat(page.text()).contains("Подпись принимается", "Кораблёва Вера Павловна, Директор", "АНО «Берег»",
				"ГОСТ Р 34.10-2012, 256 бит", "У портала нет списка отозванных этого центра: Корень проб",
				"не утверждает, что подпись квалифицированная");
		Element last = page.select("ul.entries li").last();
		assertThat(last.select(".state").text()).isEqualTo("не проверялось");
		assertThat(tried("Другое".getBytes(StandardCharsets.UTF_8), signature).text())
			.contains("Подпись сделана для другого файла");
		upload(TRUST + "/lists", "file",
				SigningWorld.revocationList(root, NOW, null, NOW.minusSeconds(1), director.certificate()));
		assertThat(tried(DOCUMENT, signature).text()).contains("Подпись не принимается", "отозван 20.11.2026");
	}

	@Test
	void trialAsksForBothFilesAndForNumbersThatAddUp() {
		MvcTestResult refused = this.mvc.post()
			.uri(TRUST + "/trial")
			.multipart()
			.param("inn", "0000123451")
			.param("ogrn", "1")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.exchange();
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select(".error-summary a").eachAttr("href")).containsExactlyInAnyOrder("#document",
				"#signature", "#inn", "#ogrn");
		assertThat(html(refused).select("#inn").val()).isEqualTo("0000123451");
	}

	@Test
	void everyWordIsThereInEnglishToo() {
		trust(SigningWorld.authority("Root", Kind.GOST_256));
		MvcTestResult english = this.mvc.get().uri(TRUST + "?lang=en").with(SignIn.as(this.administrator)).exchange();
		assertThat(html(english).select("main").text()).contains("Whom we trust", "Trust no longer");
	}

	private Document tried(byte[] document, byte[] signature) {
		MvcTestResult result = this.mvc.post()
			.uri(TRUST + "/trial")
			.multipart()
			.file(new MockMultipartFile("document", "договор.pdf", "application/pdf", document))
			.file(new MockMultipartFile("signature", "договор.pdf.sig", "application/octet-stream", signature))
			.param("inn", "0000 123 450")
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.exchange();
		assertThat(result).hasStatusOk();
		return html(result);
	}

	private Keyed trust(Keyed root) {
		assertThat(post(TRUST + "/roots", "file", Base64.getEncoder().encodeToString(root.encoded())))
			.hasStatus3xxRedirection();
		return root;
	}

	private void refusedRoot(byte[] file, String words) {
		MvcTestResult refused = upload(TRUST + "/roots/draft", "file", file);
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select("#file-error").text()).contains(words);
	}

	private void refusedList(byte[] file, String words) {
		MvcTestResult refused = upload(TRUST + "/lists", "file", file);
		assertThat(refused).hasStatus(422);
		assertThat(html(refused).select("#file-error").text()).contains(words);
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(SignIn.as(this.administrator)).exchange();
	}

	private MvcTestResult post(String address, String... fields) {
		var request = this.mvc.post().uri(address).with(SignIn.as(this.administrator)).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult upload(String address, String field, byte[] content) {
		return this.mvc.post()
			.uri(address)
			.multipart()
			.file(new MockMultipartFile(field, "../../file.cer", "application/octet-stream", content))
			.with(SignIn.as(this.administrator))
			.with(csrf())
			.exchange();
	}

	private static Document html(MvcTestResult result) {
		try {
			return Jsoup.parse(result.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
