package ru.sosedi.signatures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signatures by a program that knows nothing of ours: OpenSSL with the GOST engine. The
 * files and the script that made them lie in {@code src/test/resources/signatures}.
 */
class OpensslSignaturesTests {

	private static final Instant LATER = Instant.parse("2030-06-01T00:00:00Z");

	private static final ExpectedSigner BEREG = new ExpectedSigner("0000123450", "1000000123452");

	@ParameterizedTest
	@CsvSource({ "gost256-a, GOST_256", "gost256-xa, GOST_256", "gost256-tca, GOST_256", "gost512-a, GOST_512",
			"gost512-b, GOST_512", "gost256-plain, GOST_256", "gost256-pem, GOST_256" })
	void signatureIsAcceptedAndSaysWhoMadeIt(String name, SignatureAlgorithm algorithm) {
		Verdict verdict = verify(name, file("document.txt"));
		assertThat(verdict.refusal()).as(verdict.checks().toString()).isNull();
		assertThat(verdict.algorithm()).isEqualTo(algorithm);
		assertThat(verdict.certificate().subjectName()).isEqualTo("Кораблёва Вера Павловна");
		assertThat(verdict.certificate().organisation()).isEqualTo("АНО «Берег»");
		assertThat(verdict.certificate().post()).isEqualTo("Директор");
		assertThat(verdict.certificate().innLegal()).isEqualTo("0000123450");
		assertThat(verdict.certificate().ogrn()).isEqualTo("1000000123452");
		assertThat(verdict.certificate().issuer()).startsWith("УЦ «Река»");
		assertThat(verdict.claimedSigningTime()).isBefore(LATER);
	}

	@ParameterizedTest
	@CsvSource({ "gost256-a", "gost256-xa", "gost256-tca", "gost512-a", "gost512-b" })
	void signatureIsNotOfAFileThatDiffersInOneBit(String name) {
		byte[] document = file("document.txt");
		document[20] ^= 1;
		assertThat(verify(name, document).refusal()).isEqualTo(SignatureRefusal.OTHER_FILE);
	}

	@Test
	void plainSignatureSaysThatItIsNotBoundToItsCertificate() {
		assertThat(verify("gost256-plain", file("document.txt")).checks())
			.contains(new Check(Check.Kind.SIGNED_ATTRIBUTES, Check.Result.NOT_CHECKED,
					"signatures.check.attributes.unbound", List.of()));
	}

	@Test
	void signatureWithTheDocumentInItIsRefused() {
		assertThat(verify("gost256-attached", file("document.txt")).refusal()).isEqualTo(SignatureRefusal.ATTACHED);
	}

	@Test
	void signatureThatOpensslMakesOfANewFileIsAccepted(@TempDir Path directory) throws Exception {
		Assumptions.assumeTrue(Files.exists(Path.of("/usr/lib/x86_64-linux-gnu/engines-3/gost.so")),
				"OpenSSL has no GOST engine here; the files prove the same");
		String text = "Соглашение " + UUID.randomUUID();
		Path script = Path.of("src/test/resources/signatures/make.sh");
		Path copy = Files.copy(script, directory.resolve("make.sh"));
		Process process = new ProcessBuilder("bash", copy.toString(), text).redirectErrorStream(true)
			.redirectOutput(directory.resolve("log").toFile())
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(Files.readString(directory.resolve("log"))).isZero();
		assertThat(directory.resolve("document.txt")).hasContent(text + "\n");
		Verdict verdict = verify(Files.readAllBytes(directory.resolve("gost512-a.ca.cer")),
				Files.readAllBytes(directory.resolve("document.txt")),
				Files.readAllBytes(directory.resolve("gost512-a.sig")));
		assertThat(verdict.refusal()).as(verdict.checks().toString()).isNull();
	}

	private static Verdict verify(String name, byte[] document) {
		return verify(file(name + ".ca.cer"), document, file(name + ".sig"));
	}

	private static Verdict verify(byte[] authority, byte[] document, byte[] signature) {
		try {
			TrustStore trust = new GivenTrust().add(new X509CertificateHolder(authority));
			return new SignatureVerification(trust, () -> ZoneOffset.UTC).verify(document, signature, BEREG, LATER);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] file(String name) {
		try (InputStream file = OpensslSignaturesTests.class.getResourceAsStream("/signatures/" + name)) {
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
