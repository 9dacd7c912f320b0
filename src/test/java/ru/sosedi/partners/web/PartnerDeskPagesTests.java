package ru.sosedi.partners.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;
import ru.sosedi.partners.Alliance;
import ru.sosedi.partners.Alliances;
import ru.sosedi.partners.Ngo;
import ru.sosedi.partners.NgoService;
import ru.sosedi.partners.Representative;
import ru.sosedi.partners.SimpleSignatureAccession;
import ru.sosedi.shared.Ids;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalTest
class PartnerDeskPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private PartnersWorld world;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private NgoService ngos;

	@Autowired
	private Alliances alliances;

	private Actor coordinator;

	@BeforeEach
	void somebodyWhoKeepsPartners() {
		this.coordinator = this.accounts.coordinator();
	}

	@Test
	void aCardIsMadeAndAWrongDigitIsExplainedWithEverythingStillThere() {
		String name = "Новая карточка " + Ids.next();
		assertThat(post(this.coordinator, "/desk/partners", "shortName", name, "fullName", "АНО «Новая»", "legalForm",
				"ANO", "inn", "0000123457", "areas", "FAMILY", "registers[0].kind", "JUSTICE", "registers[0].number",
				"12/3"))
			.hasStatus(422)
			.bodyText()
			.contains("href=\"#inn\"", "после 000012345 должна стоять 0, а стоит 7", name, "12/3");
		MvcTestResult made = post(this.coordinator, "/desk/partners", "shortName", name, "fullName", "АНО «Новая»",
				"legalForm", "ANO", "areas", "FAMILY", "another", "true", "registers[0].kind", "JUSTICE",
				"registers[0].number", "12/3", "registers[0].enteredOn", "2025-03-01");
		assertThat(made).hasStatus(302);
		String page = made.getResponse().getHeader("Location");
		assertThat(get(this.coordinator, page)).hasStatus(200)
			.bodyText()
			.contains(name, "реестр Минюста, № 12/3", "нет ИНН", "Показать в каталоге");
		assertThat(post(this.coordinator, page + "/listing")).hasStatus(302);
		assertThat(get(this.coordinator, page)).bodyText().contains("Страница для жителей");
	}

	@Test
	void aSimilarNameIsShownWithTheCardThatIsThere() {
		Ngo there = this.world.ngo("Общество «Похожее " + Ids.next() + "»");
		String typed = there.shortName().replace("Общество", "общества");
		assertThat(post(this.coordinator, "/desk/partners", "shortName", typed, "fullName", "АНО", "legalForm", "ANO"))
			.hasStatus(422)
			.bodyText()
			.contains("уже есть", "/desk/partners/" + there.id(), "Это другая организация");
		assertThat(post(this.coordinator, "/desk/partners", "shortName", typed, "fullName", "АНО", "legalForm", "ANO",
				"another", "true"))
			.hasStatus(302);
	}

	@Test
	void aStaleCardShowsBothTexts() {
		Ngo ngo = this.world.ngo("Двое правят " + Ids.next());
		Actor leader = this.accounts.ngoLeader(ngo.id());
		long opened = this.ngos.forUpkeep(leader, ngo.id()).version();
		String address = "/desk/partners/" + ngo.id() + "/card";
		assertThat(card(leader, address, ngo, opened, "Адрес первый")).hasStatus(302);
		assertThat(card(this.coordinator, address, ngo, opened, "Адрес второй")).hasStatus(409)
			.bodyText()
			.contains("изменил кто-то ещё", "Адрес первый", "Адрес второй");
		assertThat(this.ngos.forUpkeep(leader, ngo.id()).details().address()).isEqualTo("Адрес первый");
	}

	private MvcTestResult card(Actor actor, String address, Ngo ngo, long version, String place) {
		return post(actor, address, "version", String.valueOf(version), "shortName", ngo.shortName(), "fullName",
				ngo.fullName(), "legalForm", "ANO", "address", place);
	}

	@Test
	void aLeaderSeesHerOwnCardAndRecordsNoAuthority() {
		Ngo own = this.world.ngo("Своя карточка " + Ids.next());
		Ngo other = this.world.ngo("Чужая карточка " + Ids.next());
		Representative one = this.world.representative(own.id());
		Actor leader = this.accounts.ngoLeader(own.id());
		assertThat(get(leader, "/desk/partners")).bodyText()
			.contains(own.shortName())
			.doesNotContain(other.shortName(), "Завести карточку");
		assertThat(get(leader, "/desk/partners/" + own.id())).hasStatus(200)
			.bodyText()
			.contains(one.name(), "записывает координатор")
			.doesNotContain("Записать представителя");
		assertThat(get(leader, "/desk/partners/" + own.id() + "/card")).hasStatus(200);
		assertThat(get(leader, "/desk/partners/" + other.id())).hasStatus(404);
		assertThat(get(leader, "/desk/partners/" + this.world.librarySystem().id())).hasStatus(404);
		assertThat(get(leader, "/desk/partners/" + other.id() + "/card")).hasStatus(404);
		assertThat(post(leader, "/desk/partners/" + other.id() + "/listing/removal")).hasStatus(404);
		assertThat(post(leader, "/desk/partners/" + own.id() + "/representatives")).hasStatus(403);
	}

	@Test
	void authorityIsRecordedForALibrarySystemToo() {
		UUID system = this.world.librarySystem().id();
		String name = "Заречная Зарина " + Ids.next();
		String address = "/desk/partners/" + system + "/representatives";
		assertThat(post(this.coordinator, address, "name", name, "authority", "POWER_OF_ATTORNEY", "validFrom",
				"2026-13-01"))
			.hasStatus(422)
			.bodyText()
			.contains("href=\"#validFrom\"", name);
		assertThat(post(this.coordinator, address, "name", name, "nameGenitive", "Заречной Зарины", "post", "Директор",
				"postGenitive", "директора", "authority", "MACHINE_READABLE_POWER", "authorityNumber", "17",
				"authorityDate", "2026-01-01", "validFrom", "2026-01-01"))
			.hasStatus(422)
			.bodyText()
			.contains("Номер МЧД");
		assertThat(post(this.coordinator, address, "name", name, "nameGenitive", "Заречной Зарины", "post", "Директор",
				"postGenitive", "директора", "authority", "CHARTER", "validFrom", "2026-01-01", "validUntil",
				"2026-06-30"))
			.hasStatus(302);
		assertThat(get(this.coordinator, "/desk/partners/" + system)).bodyText()
			.contains(name, "закончились 30 июня", "библиотечная система");
	}

	@Test
	void aScanOfTheAccessionIsKeptAndOnlyFilesToKeepAreGivenOut() {
		Ngo ngo = this.world.ngo("Скан " + Ids.next());
		String address = "/desk/partners/" + ngo.id() + "/accessions";
		assertThat(upload(this.coordinator, address, "file", "scan.pdf", "MZ".getBytes(), "documentName", "Соглашение",
				"signedOn", "2026-01-10"))
			.hasStatus(422)
			.bodyText()
			.contains("Нужен PDF", "Соглашение");
		assertThat(upload(this.coordinator, address, "file", "скан.pdf", PartnersWorld.pdf(), "documentName",
				"Соглашение", "signedOn", "2099-01-10"))
			.hasStatus(422)
			.bodyText()
			.contains("в будущем");
		assertThat(upload(this.coordinator, address, "file", "скан.pdf", PartnersWorld.pdf(), "documentName",
				"Соглашение", "signedOn", "2026-01-10"))
			.hasStatus(302);
		SimpleSignatureAccession one = this.world.accession(ngo.id());
		assertThat(get(this.coordinator, address + "/" + one.id() + "/scan")).hasStatus(200)
			.hasHeader("Content-Type", "application/pdf")
			.headers()
			.satisfies((headers) -> assertThat(headers.getFirst("Content-Disposition")).startsWith("attachment"));
		assertThat(post(this.coordinator, address + "/" + one.id() + "/end", "endedOn", "2020-01-01")).hasStatus(302);
		assertThat(get(this.coordinator, "/desk/partners/" + ngo.id())).bodyText().doesNotContain("действовало до");
		assertThat(post(this.coordinator, address + "/" + one.id() + "/end", "endedOn", "2026-06-30")).hasStatus(302);
		assertThat(get(this.coordinator, "/desk/partners/" + ngo.id())).bodyText().contains("действовало до 30 июня");
	}

	@Test
	void aLogoIsDrawnAnewAndShownToResidents() throws IOException {
		Ngo ngo = this.world.ngo("Логотип " + Ids.next());
		String address = "/desk/partners/" + ngo.id() + "/logo";
		assertThat(upload(this.coordinator, address, "logo", "logo.png", "<svg/>".getBytes())).hasStatus(422);
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", png);
		assertThat(upload(this.coordinator, address, "logo", "logo.png", png.toByteArray())).hasStatus(302);
		assertThat(this.mvc.get().uri("/partners/" + ngo.slug() + "/logo")).hasStatus(200).hasContentType("image/png");
		assertThat(this.mvc.get().uri("/partners/" + ngo.slug())).bodyText().contains("/logo?v=");
		assertThat(post(this.coordinator, address + "/removal")).hasStatus(302);
		assertThat(this.mvc.get().uri("/partners/" + ngo.slug() + "/logo")).hasStatus(404);
	}

	@Test
	void membersJoinAndLeaveAnAlliance() {
		Ngo ngo = this.world.ngo("Участник " + Ids.next());
		Alliance alliance = this.alliances.create(this.coordinator, "Альянс " + Ids.next());
		String address = "/desk/partners/alliances/" + alliance.id();
		assertThat(get(this.coordinator, "/desk/partners/alliances")).bodyText().contains(alliance.name());
		assertThat(this.mvc.get().uri(address + "?find={name}", ngo.shortName()).with(SignIn.as(this.coordinator)))
			.bodyText()
			.contains(ngo.id().toString());
		assertThat(post(this.coordinator, address + "/members", "ngoId", "x", "joinedOn", "2026-01-01")).hasStatus(422);
		assertThat(post(this.coordinator, address + "/members", "ngoId", ngo.id().toString(), "joinedOn", "2026-01-01"))
			.hasStatus(302);
		assertThat(post(this.coordinator, address + "/members", "ngoId", ngo.id().toString(), "joinedOn", "2026-02-01"))
			.hasStatus(422)
			.bodyText()
			.contains("уже участник");
		UUID membership = this.alliances.members(alliance.id()).getFirst().membershipId();
		assertThat(post(this.coordinator, address + "/members/" + membership + "/departure", "leftOn", "2026-06-01"))
			.hasStatus(302);
		assertThat(get(this.coordinator, address)).bodyText().contains("до 1 июня");
		long version = this.alliances.byId(alliance.id()).version();
		assertThat(post(this.coordinator, address, "name", "Иначе " + Ids.next(), "version", String.valueOf(version)))
			.hasStatus(302);
		assertThat(post(this.coordinator, address, "name", "Опоздал", "version", String.valueOf(version)))
			.hasStatus(409)
			.bodyText()
			.contains("Иначе", "Опоздал");
	}

	@Test
	void aTableIsShownConfirmedAndItsRefusedRowsAreGivenBack() {
		String word = Ids.next().toString();
		String table = "Краткое название;Полное название;Форма;ИНН\nНовая " + word + ";АНО;АНО;\n=Плохая " + word
				+ ";АНО;АНО;0000123457\n";
		MvcTestResult sent = upload(this.coordinator, "/admin/partners", "file", "нко.csv",
				table.getBytes(java.nio.charset.StandardCharsets.UTF_8));
		assertThat(sent).hasStatus(302);
		String page = sent.getResponse().getHeader("Location");
		assertThat(get(this.coordinator, page)).bodyText()
			.contains("Новая " + word, "добавить", "отклонить", "должна стоять 0", "нко.csv");
		assertThat(get(this.coordinator, page + "/refused.csv")).bodyText()
			.contains("'=Плохая " + word, "ИНН: Последняя цифра");
		assertThat(post(this.coordinator, page + "/confirmation")).hasStatus(302);
		assertThat(this.mvc.get().uri("/desk/partners?q={q}", word).with(SignIn.as(this.coordinator))).bodyText()
			.contains("Новая " + word)
			.doesNotContain("Плохая");
		assertThat(post(this.coordinator, page + "/removal")).hasStatus(302);
		assertThat(get(this.coordinator, page)).hasStatus(404);
		assertThat(get(this.coordinator, "/admin/partners/templates/ngo-list.xlsx")).hasStatus(200);
		assertThat(get(this.coordinator, "/admin/partners/templates/x.xlsx")).hasStatus(404);
		assertThat(upload(this.coordinator, "/admin/partners", "file", "x.csv", new byte[0])).hasStatus(422);
	}

	@Test
	void theTemplateIsReadAsItWasGiven() throws IOException {
		byte[] template = get(this.coordinator, "/admin/partners/templates/ngo-list.csv").getResponse()
			.getContentAsByteArray();
		String filled = new String(template, java.nio.charset.StandardCharsets.UTF_8) + "По шаблону " + Ids.next()
				+ ";АНО;АНО;;;;;;;;;;;;\n";
		MvcTestResult sent = upload(this.coordinator, "/admin/partners", "file", "t.csv",
				filled.getBytes(java.nio.charset.StandardCharsets.UTF_8));
		assertThat(get(this.coordinator, sent.getResponse().getHeader("Location"))).bodyText()
			.contains("По шаблону")
			.doesNotContain("Незнакомые колонки", "Добрые соседи");
	}

	private MvcTestResult get(Actor actor, String address) {
		return this.mvc.get().uri(address).with(SignIn.as(actor)).exchange();
	}

	private MvcTestResult post(Actor actor, String address, String... fields) {
		var request = this.mvc.post().uri(address).with(SignIn.as(actor)).with((RequestPostProcessor) csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult upload(Actor actor, String address, String field, String name, byte[] content,
			String... fields) {
		var request = this.mvc.post()
			.uri(address)
			.with(SignIn.as(actor))
			.with((RequestPostProcessor) csrf())
			.multipart()
			.file(new MockMultipartFile(field, name, null, content));
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

}
