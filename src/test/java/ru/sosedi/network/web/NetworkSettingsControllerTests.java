package ru.sosedi.network.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.network.NetworkDetails;
import ru.sosedi.network.NetworkService;
import ru.sosedi.network.NetworkSettings;
import ru.sosedi.world.AccountsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class NetworkSettingsControllerTests {

	private static final String SETTINGS = "/admin/network/settings";

	@Autowired
	private Pages pages;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private NetworkService networks;

	@Autowired
	private NetworkSettings settings;

	private NetworkDetails first;

	@Autowired
	void remember(NetworkService networks) {
		this.first = networks.stored().details();
	}

	@AfterEach
	void putBack() {
		this.networks.change(Actor.portal(), this.first, this.networks.stored().version());
		this.networks.removeLogo(Actor.portal());
	}

	@Test
	void savedSettingsAreOnThePageAtOnce() {
		Actor administrator = this.accounts.administrator();
		assertThat(this.pages.post(administrator, SETTINGS, "name", "Соседи у реки", "city", "Зареченск", "timeZone",
				"Asia/Yekaterinburg", "showsRoomDetails", "true", "contactEmail", "Sosedi@Zarechensk.example",
				"version", version()))
			.hasStatus3xxRedirection();
		assertThat(this.settings.current().name()).isEqualTo("Соседи у реки");
		assertThat(this.settings.current().contactEmail()).isEqualTo("sosedi@zarechensk.example");
		assertThat(this.settings.current().showsPlannedCentres()).isFalse();
		assertThat(Pages.html(this.pages.get(administrator, SETTINGS)).select(".brand").text())
			.contains("Соседи у реки", "Зареченск");
	}

	@Test
	void whatCannotBeIsNamedAndKept() {
		MvcTestResult refused = this.pages.post(this.accounts.administrator(), SETTINGS, "name", "", "timeZone",
				"Nowhere", "about", "Мы рядом", "version", version());
		assertThat(refused).hasStatus(422);
		Document page = Pages.html(refused);
		assertThat(page.select(".error-summary a").eachAttr("href")).contains("#name", "#timeZone");
		assertThat(page.select("#about").text()).isEqualTo("Мы рядом");
		assertThat(this.pages.post(this.accounts.administrator(), SETTINGS, "name", "x".repeat(101), "timeZone",
				"Europe/Moscow", "version", version()))
			.hasStatus(422);
	}

	@Test
	void staleEditShowsBothTexts() {
		MvcTestResult stale = this.pages.post(this.accounts.administrator(), SETTINGS, "name", "Моё имя", "timeZone",
				"Europe/Moscow", "version", "-5");
		assertThat(stale).hasStatus(409);
		assertThat(Pages.html(stale).select("#conflict dd").eachText()).contains(this.first.name());
		assertThat(Pages.html(stale).select("#name").val()).isEqualTo("Моё имя");
	}

	@Test
	void logoIsDrawnAnewAndServedWithItsTag() throws IOException {
		assertThat(this.mvc.get().uri("/network/logo")).hasStatus(404);
		assertThat(upload(png(1600, 800))).hasStatus3xxRedirection();
		MvcTestResult logo = this.mvc.get().uri("/network/logo").exchange();
		assertThat(logo).hasStatusOk().hasHeader("Content-Type", "image/png");
		BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(logo.getResponse().getContentAsByteArray()));
		assertThat(drawn.getWidth()).isEqualTo(512);
		assertThat(drawn.getHeight()).isEqualTo(256);
		String tag = logo.getResponse().getHeader("ETag");
		assertThat(this.mvc.get().uri("/network/logo").header("If-None-Match", tag)).hasStatus(304);
		assertThat(this.pages.post(this.accounts.administrator(), SETTINGS + "/logo/removal"))
			.hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/network/logo")).hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "GIF89a",
			"%PDF-1.4", "\u0089PNG\r\n\u001a\n broken" })
	void whatIsNoPictureIsRefused(String content) {
		MvcTestResult refused = upload(content.getBytes(StandardCharsets.ISO_8859_1));
		assertThat(refused).hasStatus(422);
		assertThat(Pages.html(refused).select("#logo-error")).hasSize(1);
		assertThat(this.networks.stored().hasLogo()).isFalse();
	}

	@Test
	void pictureThatClaimsTooManyPixelsIsNotDecoded() throws IOException {
		byte[] bomb = png(2, 2);
		ByteBuffer.wrap(bomb).putInt(16, 64250).putInt(20, 64250);
		CRC32 crc = new CRC32();
		crc.update(bomb, 12, 17);
		ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());
		MvcTestResult refused = upload(bomb);
		assertThat(refused).hasStatus(422);
		assertThat(Pages.html(refused).select("#logo-error").text()).contains("точек");
	}

	private MvcTestResult upload(byte[] content) {
		return this.mvc.post()
			.uri(SETTINGS + "/logo")
			.multipart()
			.file(new MockMultipartFile("logo", "../../logo.png", "image/png", content))
			.with(SignIn.as(this.accounts.administrator()))
			.with(csrf())
			.exchange();
	}

	private static byte[] png(int width, int height) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", out);
		return out.toByteArray();
	}

	private String version() {
		return this.networks.stored().version().toString();
	}

}
