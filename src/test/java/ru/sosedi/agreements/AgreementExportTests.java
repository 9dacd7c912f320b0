package ru.sosedi.agreements;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.signatures.TrustedRootService;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.AgreementsWorld.Case;
import ru.sosedi.world.CircuitWorld;
import ru.sosedi.world.PartnersWorld;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;
import ru.sosedi.world.SigningWorld.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class AgreementExportTests {

	@Autowired
	CircuitWorld circuits;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	AgreementExport export;

	@Autowired
	CircuitDecisions decisions;

	@Autowired
	DetachedSigning signing;

	@Autowired
	FrozenDocuments documents;

	@Autowired
	TrustedRootService trust;

	@Autowired
	Parties parties;

	@Autowired
	TrailReading trail;

	@Autowired
	JsonMapper json;

	private Map<String, byte[]> exported(Actor actor, UUID id) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.export.write(this.export.begin(actor, id), out);
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), zip.readAllBytes());
			}
		}
		return files;
	}

	@Test
	void everythingForACourtIsThere() throws IOException {
		Case one = this.circuits.frozen(SigningWay.DETACHED, SigningWay.PAPER);
		this.circuits.signOnPaper(one, one.system());
		this.decisions.decline(one.leader(), one.id(), this.circuits.step(one, one.ngo()).id(), "Не тот адрес");
		this.circuits.frozen(this.circuits.agreed(one), SigningWay.DETACHED, SigningWay.PAPER);
		byte[] pdf = this.documents.pdf(this.documents.alive(one.id()).orElseThrow().id());
		byte[] signature = signature(one, pdf);
		this.circuits.signOnPaper(one, one.system());
		Map<String, byte[]> files = exported(one.leader(), one.id());
		assertThat(files.keySet()).containsExactly("cover.pdf", "document-1-superseded/document.pdf",
				"document-1-superseded/side-2-scan.pdf", "document-2/document.pdf", "document-2/side-1.sig",
				"document-2/side-1.cer", "document-2/side-1-power.xml", "document-2/side-2-scan.pdf", "trail.jsonl",
				"trail-head.txt");
		assertThat(files.get("document-2/document.pdf")).isEqualTo(pdf);
		assertThat(files.get("document-2/side-1.sig")).isEqualTo(signature);
		assertThat(files.get("document-2/side-2-scan.pdf")).isEqualTo(PartnersWorld.pdf());
		assertThat(new String(files.get("trail-head.txt"), StandardCharsets.UTF_8).strip())
			.isEqualTo(this.trail.head().toString());
		cover(files.get("cover.pdf"), this.documents.alive(one.id()).orElseThrow());
		lines(new String(files.get("trail.jsonl"), StandardCharsets.UTF_8));
	}

	private byte[] signature(Case one, byte[] pdf) {
		Party party = this.parties.get(one.ngo());
		Keyed authority = SigningWorld.authority("УЦ " + UUID.randomUUID(), Kind.GOST_256);
		this.trust.trust(Actor.portal(), authority.encoded(), true);
		byte[] signature = SigningWorld
			.sign(SigningWorld.signer(authority, Kind.GOST_256, party.inn().value(), party.ogrn().value()), pdf);
		byte[] power = "<?xml version=\"1.0\"?><a/>".getBytes(StandardCharsets.UTF_8);
		this.signing.sign(one.leader(), one.id(), one.ngo(),
				new UploadedFile("document.pdf.sig", signature.length, signature),
				new UploadedFile("../../power.xml", power.length, power));
		return signature;
	}

	private static void cover(byte[] pdf, FrozenDocument document) throws IOException {
		try (PDDocument read = Loader.loadPDF(pdf)) {
			String text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
			assertThat(text.replace(" ", "")).contains(document.sha256(), document.streebog256());
			assertThat(text).contains("Кораблёва Вера Павловна", "Ирина Сергеевна Добрая", "Не тот адрес",
					"openssl cms -verify");
		}
	}

	private void lines(String trail) {
		for (String line : trail.strip().split("\n")) {
			JsonNode act = this.json.readTree(line);
			assertThat(AgreementTrail.sha256(act.get("canonical").asString())).isEqualTo(act.get("hash").asString());
		}
		assertThat(trail).contains("agreements.document.frozen", "agreements.step.declined");
	}

	@Test
	void strangersTakeNothingOut() {
		Case one = this.circuits.frozen();
		for (Actor stranger : new Actor[] { this.accounts.methodologist(),
				this.accounts.ngoLeader(UUID.randomUUID()) }) {
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.export.begin(stranger, one.id()));
		}
	}

}
