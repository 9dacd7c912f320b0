package ru.sosedi.agreements;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.stereotype.Service;
import ru.sosedi.accounts.Actor;
import ru.sosedi.documents.PdfDocuments;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.PublicAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything about one agreement as it is shown to a court: documents, signatures,
 * certificates, scans, powers of attorney, the trail with its hashes, and a cover sheet
 * that says how to check them without the portal.
 */
@Service
public class AgreementExport {

	private final Agreements agreements;

	private final FrozenDocuments documents;

	private final Signatures signatures;

	private final Parties parties;

	private final TrailReading reading;

	private final AgreementTrail trail;

	private final PdfDocuments pdf;

	private final PublicAddress address;

	private final JsonMapper json;

	private final Clock clock;

	AgreementExport(Agreements agreements, FrozenDocuments documents, Signatures signatures, Parties parties,
			TrailReading reading, AgreementTrail trail, PdfDocuments pdf, PublicAddress address, JsonMapper json,
			Clock clock) {
		this.agreements = agreements;
		this.documents = documents;
		this.signatures = signatures;
		this.parties = parties;
		this.reading = reading;
		this.trail = trail;
		this.pdf = pdf;
		this.address = address;
		this.json = json;
		this.clock = clock;
	}

	/** One document of the export, with its folder and its signatures. */
	public record Part(String folder, FrozenDocument document, String proof, List<Signed> signatures) {

	}

	/** One signature, with the names of its files. */
	public record Signed(MadeSignature signature, Party party, List<String> files) {

	}

	/**
	 * Notes in the trail that the agreement is taken out.
	 * @return the agreement, to be written next
	 * @throws NotFoundException for who neither keeps agreements nor speaks for a side
	 */
	public Agreement begin(Actor actor, UUID agreementId) {
		return this.trail.attempt(actor, agreementId, "agreements.export.made", Map.of(), () -> {
			Agreement agreement = this.agreements.forReading(actor, agreementId);
			if (!this.signatures.mayHaveFiles(actor, agreement)) {
				throw new NotFoundException("files of agreement " + agreementId);
			}
			this.trail.record(actor, agreementId, agreement.name(), "agreements.export.made", Map.of());
			return agreement;
		});
	}

	/** A file name of harmless characters. */
	public static String fileName(Agreement agreement) {
		String name = (agreement.number() == null) ? agreement.id().toString() : agreement.number();
		return "agreement-" + name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "") + ".zip";
	}

	/**
	 * Writes a ZIP file, a part at a time; nothing is held open in the database
	 * meanwhile.
	 * @param agreement what {@link #begin} returned
	 */
	public void write(Agreement agreement, OutputStream out) {
		Instant now = this.clock.instant();
		TrailHead head = this.reading.head();
		List<Part> parts = parts(agreement);
		try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
			put(zip, "cover.pdf", cover(agreement, parts, head, now), now);
			for (Part part : parts) {
				put(zip, part.folder() + "/document.pdf", this.documents.pdf(part.document().id()), now);
				for (Signed signed : part.signatures()) {
					files(agreement, signed.signature())
						.forEach((file) -> put(zip, part.folder() + "/" + file.name(), file.content(), now));
				}
			}
			entry(zip, "trail.jsonl", now);
			this.reading.each(agreement.id(), (act) -> line(zip, act));
			zip.closeEntry();
			put(zip, "trail-head.txt", (head + "\n").getBytes(StandardCharsets.UTF_8), now);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Part> parts(Agreement agreement) {
		Map<UUID, Party> known = this.parties
			.withIds(agreement.parties().stream().map(AgreementParty::partyId).toList());
		List<FrozenDocument> oldestFirst = this.documents.of(agreement.id())
			.stream()
			.sorted(Comparator.comparing(FrozenDocument::frozenAt))
			.toList();
		List<Part> parts = new ArrayList<>();
		for (FrozenDocument document : oldestFirst) {
			String folder = "document-" + (parts.size() + 1) + ((document.supersededAt() == null) ? "" : "-superseded");
			List<Signed> signed = this.signatures.of(document.id())
				.stream()
				.map((one) -> new Signed(one, known.get(one.partyId()),
						files(agreement, one).stream().map(Signatures.Kept::name).toList()))
				.toList();
			parts.add(new Part(folder, document, this.address.of(document.proofPath()), signed));
		}
		return parts;
	}

	private List<Signatures.Kept> files(Agreement agreement, MadeSignature signature) {
		List<Signatures.Part> wanted = switch (signature.way()) {
			case SIMPLE -> List.of();
			case DETACHED -> (signature.powerOfAttorneyName() == null)
					? List.of(Signatures.Part.SIGNATURE, Signatures.Part.CERTIFICATE)
					: List.of(Signatures.Part.SIGNATURE, Signatures.Part.CERTIFICATE, Signatures.Part.POWER);
			case PAPER -> List.of(Signatures.Part.SCAN);
		};
		return wanted.stream().map((part) -> this.signatures.file(agreement.id(), signature.id(), part)).toList();
	}

	private byte[] cover(Agreement agreement, List<Part> parts, TrailHead head, Instant now) {
		Map<String, Object> model = new HashMap<>();
		model.put("agreement", agreement);
		model.put("parties", this.parties.withIds(agreement.parties().stream().map(AgreementParty::partyId).toList()));
		model.put("parts", parts);
		model.put("head", head);
		model.put("made", now);
		return this.pdf.render("print/agreements/cover", TextValues.OF_TEXTS, model);
	}

	private void line(ZipOutputStream zip, AgreementAct act) {
		Map<String, Object> line = new LinkedHashMap<>();
		line.put("number", act.number());
		line.put("at", act.at().toString());
		line.put("actor", act.actorName());
		line.put("action", act.action());
		line.put("refused", act.refused());
		line.put("facts", act.facts());
		line.put("previousHash", act.previousHash());
		line.put("canonical", act.canonical());
		line.put("hash", act.hash());
		try {
			zip.write((this.json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void put(ZipOutputStream zip, String name, byte[] content, Instant at) {
		try {
			entry(zip, name, at);
			zip.write(content);
			zip.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void entry(ZipOutputStream zip, String name, Instant at) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setLastModifiedTime(FileTime.from(at));
		zip.putNextEntry(entry);
	}

}
