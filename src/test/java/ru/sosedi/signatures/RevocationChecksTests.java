package ru.sosedi.signatures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;
import ru.sosedi.world.SigningWorld.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of revoked certificates, as they bear on a verdict. */
class RevocationChecksTests {

	private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

	private static final Instant YESTERDAY = NOW.minusSeconds(86_400);

	private static final Instant TOMORROW = NOW.plusSeconds(86_400);

	private static final ExpectedSigner BEREG = new ExpectedSigner("0000123450", "1000000123452");

	private static final byte[] DOCUMENT = "Соглашение № 1\n".getBytes(StandardCharsets.UTF_8);

	private static final Keyed ROOT = SigningWorld.authority("Корень Зареченска", Kind.GOST_256);

	private static final Keyed BETWEEN = SigningWorld.authority(ROOT, "УЦ Зареченска", Kind.GOST_256);

	private static final Keyed DIRECTOR = SigningWorld.signer(BETWEEN, Kind.GOST_256, "0000123450", "1000000123452");

	private static final byte[] SIGNATURE = SigningWorld.sign(DIRECTOR, DOCUMENT);

	@Test
	void revokedCertificateIsRefused() {
		byte[] list = SigningWorld.revocationList(BETWEEN, YESTERDAY, TOMORROW, YESTERDAY, DIRECTOR.certificate());
		assertThat(verify(GivenTrust.in(ROOT, BETWEEN).with(list)).refusal()).isEqualTo(SignatureRefusal.REVOKED);
	}

	@Test
	void revokedCertificateIsRefusedByAnOldListToo() {
		byte[] list = SigningWorld.revocationList(BETWEEN, YESTERDAY, YESTERDAY.plusSeconds(60), YESTERDAY,
				DIRECTOR.certificate());
		assertThat(verify(GivenTrust.in(ROOT, BETWEEN).with(list)).refusal()).isEqualTo(SignatureRefusal.REVOKED);
	}

	@Test
	void revokedAuthorityTakesItsCertificatesAlong() {
		byte[] list = SigningWorld.revocationList(ROOT, YESTERDAY, TOMORROW, YESTERDAY, BETWEEN.certificate());
		assertThat(verify(GivenTrust.in(ROOT).with(list)).refusal()).isEqualTo(SignatureRefusal.REVOKED);
		assertThat(verify(GivenTrust.in(BETWEEN, ROOT).with(list)).refusal()).isEqualTo(SignatureRefusal.REVOKED);
	}

	@Test
	void signatureThatCameBeforeTheRevocationStands() {
		byte[] list = SigningWorld.revocationList(BETWEEN, YESTERDAY, TOMORROW, NOW.plusSeconds(1),
				DIRECTOR.certificate());
		assertThat(verify(GivenTrust.in(ROOT, BETWEEN).with(list)).refusal()).isNull();
	}

	@Test
	void listThatNamesOthersPasses() {
		byte[] list = SigningWorld.revocationList(BETWEEN, YESTERDAY, TOMORROW, YESTERDAY, ROOT.certificate());
		said(verify(GivenTrust.in(ROOT, BETWEEN).with(list)), Check.Result.PASSED,
				"signatures.check.revocation.passed");
	}

	@Test
	void listOutOfDateIsSaid() {
		byte[] list = SigningWorld.revocationList(BETWEEN, YESTERDAY, YESTERDAY.plusSeconds(60), YESTERDAY);
		said(verify(GivenTrust.in(ROOT, BETWEEN).with(list)), Check.Result.NOT_CHECKED,
				"signatures.check.revocation.stale");
	}

	@Test
	void missingListIsSaidWithTheNameOfItsAuthority() {
		Verdict verdict = verify(GivenTrust.in(ROOT));
		said(verdict, Check.Result.NOT_CHECKED, "signatures.check.revocation.no-list");
		assertThat(verdict.checks()).filteredOn((check) -> check.kind() == Check.Kind.REVOCATION)
			.extracting((check) -> check.arguments().getFirst())
			.containsExactly("УЦ Зареченска", "Корень Зареченска");
	}

	private static void said(Verdict verdict, Check.Result result, String messageKey) {
		assertThat(verdict.refusal()).as(verdict.checks().toString()).isNull();
		assertThat(verdict.checks()).anySatisfy((check) -> {
			assertThat(check.kind()).isEqualTo(Check.Kind.REVOCATION);
			assertThat(check.result()).isEqualTo(result);
			assertThat(check.messageKey()).isEqualTo(messageKey);
		});
	}

	private static Verdict verify(TrustStore trust) {
		return new SignatureVerification(trust, () -> ZoneOffset.UTC).verify(DOCUMENT, SIGNATURE, BEREG, NOW);
	}

}
