package ru.sosedi.signatures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;
import ru.sosedi.world.SigningWorld.Kind;
import ru.sosedi.world.SigningWorld.Wanted;

import static org.assertj.core.api.Assertions.assertThat;

/** Good signatures of every accepted kind and form, and what is said about them. */
class SignatureVerificationTests {

	private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

	private static final ExpectedSigner BEREG = new ExpectedSigner("0000123450", "1000000123452");

	private static final byte[] DOCUMENT = "Соглашение № 1\n".getBytes(StandardCharsets.UTF_8);

	private static final Keyed AUTHORITY = SigningWorld.authority("УЦ Зареченска", Kind.GOST_256);

	private static final Keyed DIRECTOR = SigningWorld.signer(AUTHORITY, Kind.GOST_256, "0000123450",
			"1000000123452");

	@ParameterizedTest
	@EnumSource(value = Kind.class,
			names = { "GOST_256", "GOST_512", "RSA_2048", "RSA_PSS", "ECDSA_P256", "ECDSA_P384" })
	void everyAcceptedAlgorithmIsAccepted(Kind kind) {
		Keyed authority = SigningWorld.authority("УЦ", kind);
		Keyed between = SigningWorld.authority(authority, "УЦ района", kind);
		Keyed signer = SigningWorld.signer(between, kind, "0000123450", "1000000123452");
		Verdict verdict = verify(GivenTrust.in(authority), SigningWorld.sign(signer, DOCUMENT));
		assertThat(verdict.refusal()).as(verdict.checks().toString()).isNull();
		assertThat(verdict.algorithm().name()).isEqualTo(switch (kind) {
			case RSA_2048 -> "RSA";
			case ECDSA_P256, ECDSA_P384 -> "ECDSA";
			default -> kind.name();
		});
	}

	static Verdict verify(TrustStore trust, byte[] signature) {
		return new SignatureVerification(trust, () -> ZoneOffset.UTC).verify(DOCUMENT, signature, BEREG, NOW);
	}

}
