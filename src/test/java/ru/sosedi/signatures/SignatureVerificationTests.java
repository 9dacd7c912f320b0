package ru.sosedi.signatures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;
import ru.sosedi.world.SigningWorld.Kind;
import ru.sosedi.world.SigningWorld.Wanted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Good signatures of every accepted kind and form, and what is said about them. */
class SignatureVerificationTests {

	private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

	private static final ExpectedSigner BEREG = new ExpectedSigner("0000123450", "1000000123452");

	private static final byte[] DOCUMENT = "Соглашение № 1\n".getBytes(StandardCharsets.UTF_8);

	private static final Keyed AUTHORITY = SigningWorld.authority("УЦ Зареченска", Kind.GOST_256);

	private static final Keyed DIRECTOR = SigningWorld.signer(AUTHORITY, Kind.GOST_256, "0000123450", "1000000123452");

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

	@Test
	void textFormsAreTheSameSignature() {
		byte[] der = SigningWorld.sign(DIRECTOR, DOCUMENT);
		String base64 = Base64.getEncoder().encodeToString(der);
		String lines = Base64.getMimeEncoder().encodeToString(der);
		for (String text : new String[] { base64, lines, lines + "\r\n", "\u00ef\u00bb\u00bf" + base64,
				"-----BEGIN CMS-----\n" + lines + "\n-----END CMS-----\n",
				"-----BEGIN PKCS7-----\n" + lines + "\n-----END PKCS7-----" }) {
			Verdict verdict = verify(GivenTrust.in(AUTHORITY), text.getBytes(StandardCharsets.ISO_8859_1));
			assertThat(verdict.refusal()).as(text.substring(0, 20)).isNull();
			assertThat(verdict.der()).isEqualTo(der);
		}
	}

	@Test
	void lengthsMayBeLeftOpen() {
		byte[] der = SigningWorld.sign(DIRECTOR, DOCUMENT);
		byte[] ber = CmsParts.withOpenLengths(der);
		assertThat(ber[1]).isEqualTo((byte) 0x80);
		Verdict verdict = verify(GivenTrust.in(AUTHORITY), ber);
		assertThat(verdict.refusal()).as(verdict.checks().toString()).isNull();
		assertThat(verdict.der()).isEqualTo(ber);
	}

	@Test
	void attributesMayStandInAnOrderOfTheirOwn() {
		byte[] unsorted = CmsParts.signedAnew(SigningWorld.sign(DIRECTOR, DOCUMENT), DIRECTOR,
				"GOST3411-2012-256WITHECGOST3410-2012-256", CmsParts::reversed);
		assertThat(verify(GivenTrust.in(AUTHORITY), unsorted).refusal()).isNull();
	}

	@Test
	void innOfAnOrganisationMayStandInTheTwelveDigitsOfAPerson() {
		X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, "АНО «Берег»")
			.addRDN(new ASN1ObjectIdentifier("1.2.643.3.131.1.1"), new DERNumericString("000000123450"))
			.build();
		Keyed signer = SigningWorld.issue(AUTHORITY, Kind.GOST_256, Wanted.of(subject));
		assertThat(verify(GivenTrust.in(AUTHORITY), SigningWorld.sign(signer, DOCUMENT)).refusal()).isNull();
	}

	@Test
	void verdictSaysWhatWasCheckedAndWhatWasNot() {
		Verdict verdict = verify(GivenTrust.in(AUTHORITY), SigningWorld.sign(DIRECTOR, DOCUMENT));
		assertThat(verdict.checks()).extracting(Check::kind, Check::result)
			.containsExactly(tuple(Check.Kind.SIGNED_ATTRIBUTES, Check.Result.PASSED),
					tuple(Check.Kind.INTEGRITY, Check.Result.PASSED), tuple(Check.Kind.SIGNATURE, Check.Result.PASSED),
					tuple(Check.Kind.CERTIFICATE_DATES, Check.Result.PASSED),
					tuple(Check.Kind.CHAIN, Check.Result.PASSED),
					tuple(Check.Kind.REVOCATION, Check.Result.NOT_CHECKED),
					tuple(Check.Kind.KEY_USAGE, Check.Result.PASSED), tuple(Check.Kind.SUBJECT, Check.Result.PASSED),
					tuple(Check.Kind.QUALIFIED_STATUS, Check.Result.NOT_CHECKED));
		assertThat(verdict.claimedSigningTime()).isEqualTo(NOW);
		assertThat(verdict.certificate().subjectName()).isEqualTo("Кораблёва Вера Павловна");
		assertThat(verdict.certificate().encoded()).isEqualTo(DIRECTOR.encoded());
	}

	@Test
	void certificateIsJudgedByTheMomentOfReceipt() {
		byte[] signature = SigningWorld.sign(DIRECTOR, DOCUMENT);
		SignatureVerification verification = new SignatureVerification(GivenTrust.in(AUTHORITY), () -> ZoneOffset.UTC);
		assertThat(verification.verify(DOCUMENT, signature, BEREG, SigningWorld.UNTIL).accepted()).isTrue();
		assertThat(verification.verify(DOCUMENT, signature, BEREG, SigningWorld.UNTIL.plusSeconds(1)).refusal())
			.isEqualTo(SignatureRefusal.EXPIRED);
		assertThat(verification.verify(DOCUMENT, signature, BEREG, SigningWorld.FROM.minusSeconds(1)).refusal())
			.isEqualTo(SignatureRefusal.NOT_YET_VALID);
	}

	static Verdict verify(TrustStore trust, byte[] signature) {
		return new SignatureVerification(trust, () -> ZoneOffset.UTC).verify(DOCUMENT, signature, BEREG, NOW);
	}

}
