package ru.sosedi.agreements.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.world.AgreementsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class ProofControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AgreementsWorld world;

	@Autowired
	JdbcClient jdbc;

	@Test
	void codeLeadsToWhoSignedHowAndWhen() {
		Map<String, Object> document = document(this.world.signed());
		MvcTestResult page = this.mvc.get().uri("/agreements/proof/" + document.get("code")).exchange();
		assertThat(page).hasStatusOk();
		assertThat(text(page))
			.contains("действует", "Ирина Сергеевна Добрая", "на бумаге", (String) document.get("sha256"),
					(String) document.get("streebog256"))
			.doesNotContain("@zarechensk");
	}

	@Test
	void fileIsRecognisedAndItsAlteredCopyRefused() {
		Map<String, Object> document = document(this.world.signed());
		byte[] pdf = (byte[]) document.get("pdf");
		assertThat(text(upload("/agreements/proof/" + document.get("code"), pdf))).contains("Это тот самый документ");
		byte[] altered = pdf.clone();
		altered[altered.length / 2] ^= 1;
		assertThat(text(upload("/agreements/proof/" + document.get("code"), altered))).contains("Это другой файл")
			.doesNotContain("Это тот самый документ");
	}

	@Test
	void documentIsFoundByItsFileAloneAndByEitherDigest() {
		Map<String, Object> document = document(this.world.signed());
		assertThat(text(upload("/agreements/proof", (byte[]) document.get("pdf")))).contains("Это тот самый документ");
		for (String digest : new String[] { "sha256", "streebog256" }) {
			String shown = ((String) document.get(digest)).toUpperCase().replaceAll("(.{8})", "$1 ");
			MvcTestResult page = this.mvc.post().uri("/agreements/proof").param("hash", shown).with(csrf()).exchange();
			assertThat(page).hasStatusOk();
			assertThat(text(page)).contains("Это тот самый документ");
		}
	}

	@Test
	void numberFindsOnlyWhatIsPublished() {
		AgreementsWorld.Case one = this.world.signed();
		String number = this.jdbc.sql("select number from agreement where id = ?")
			.param(one.id())
			.query(String.class)
			.single();
		MvcTestResult hidden = this.mvc.post().uri("/agreements/proof").param("number", number).with(csrf()).exchange();
		assertThat(hidden).hasStatus(422);
		this.jdbc.sql("update agreement set published_at = now() where id = ?").param((UUID) one.id()).update();
		MvcTestResult shown = this.mvc.post().uri("/agreements/proof").param("number", number).with(csrf()).exchange();
		assertThat(shown).hasStatusOk();
		assertThat(text(shown)).contains(number).doesNotContain("Это тот самый документ");
	}

	@Test
	void nonsenseIsAnsweredInWords() {
		assertThat(text(this.mvc.post().uri("/agreements/proof").with(csrf()).exchange())).contains("Выберите файл");
		assertThat(text(this.mvc.post().uri("/agreements/proof").param("hash", "<b>").with(csrf()).exchange()))
			.contains("Такого документа на портале нет");
		assertThat(this.mvc.get().uri("/agreements/proof/zzzzzzzzzzzz").exchange()).hasStatus(404);
		assertThat(this.mvc.post().uri("/agreements/proof/%00").with(csrf()).exchange().getResponse().getStatus())
			.isBetween(400, 404);
	}

	@Test
	void replacedTextSaysThatItProvesNothing() {
		AgreementsWorld.Case one = this.world.signed();
		Map<String, Object> document = document(one);
		this.jdbc
			.sql("update frozen_document set superseded_at = now(), superseded_reason = 'x' where agreement_id = ?")
			.param(one.id())
			.update();
		assertThat(text(this.mvc.get().uri("/agreements/proof/" + document.get("code")).exchange()))
			.contains("Этот текст не вступил в силу");
	}

	private Map<String, Object> document(AgreementsWorld.Case one) {
		return this.jdbc.sql("select code, pdf, sha256, streebog256 from frozen_document where agreement_id = ?")
			.param(one.id())
			.query()
			.singleRow();
	}

	private MvcTestResult upload(String address, byte[] bytes) {
		return this.mvc.post()
			.uri(address)
			.multipart()
			.file(new MockMultipartFile("file", "agreement.pdf", "application/pdf", bytes))
			.with(csrf())
			.exchange();
	}

	private static String text(MvcTestResult page) {
		return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)).text();
	}

}
