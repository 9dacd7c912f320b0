package ru.sosedi.signatures;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;
import ru.sosedi.world.SigningWorld.Kind;
import ru.sosedi.world.SigningWorld.Wanted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Every way to present a signature that is none has an answer of its own. */
class HostileSignaturesTests {

	private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

	private static final String INN = "0000123450";

	private static final String OGRN = "1000000123452";

	private static final ExpectedSigner BEREG = new ExpectedSigner(INN, OGRN);

	private static final byte[] DOCUMENT = "Соглашение № 1\n".getBytes(StandardCharsets.UTF_8);

	private static final Keyed AUTHORITY = SigningWorld.authority("УЦ Зареченска", Kind.GOST_256);

	private static final Keyed DIRECTOR = SigningWorld.signer(AUTHORITY, Kind.GOST_256, INN, OGRN);

	private static final byte[] GOOD = SigningWorld.sign(DIRECTOR, DOCUMENT);

	private static final String GOST = "GOST3411-2012-256WITHECGOST3410-2012-256";

	@Test
	void theGoodOneIsAccepted() {
		assertThat(verify(GOOD).refusal()).isNull();
	}

	@Test
	void signatureOfAnotherFile() {
		refused(SigningWorld.sign(DIRECTOR, "Соглашение № 2\n".getBytes(StandardCharsets.UTF_8)),
				SignatureRefusal.OTHER_FILE);
	}

	@Test
	void signatureByAnotherParty() {
		refused(SigningWorld.sign(SigningWorld.signer(AUTHORITY, Kind.GOST_256, "0000987651", "1000000000010"),
				DOCUMENT), SignatureRefusal.OTHER_PARTY);
	}

	@Test
	void oneRightNumberDoesNotExcuseAWrongOne() {
		refused(SigningWorld.sign(SigningWorld.signer(AUTHORITY, Kind.GOST_256, INN, "1000000000010"), DOCUMENT),
				SignatureRefusal.OTHER_PARTY);
		refused(SigningWorld.sign(SigningWorld.signer(AUTHORITY, Kind.GOST_256, "0000987651", OGRN), DOCUMENT),
				SignatureRefusal.OTHER_PARTY);
	}

	@Test
	void certificateThatNamesNoOrganisation() {
		Verdict verdict = verify(
				SigningWorld.sign(SigningWorld.signer(AUTHORITY, Kind.GOST_256, null, null), DOCUMENT));
		assertThat(verdict.refusal()).isEqualTo(SignatureRefusal.OTHER_PARTY);
		assertThat(verdict.checks()).extracting(Check::messageKey).contains("signatures.check.subject.none");
	}

	@Test
	void partyWithoutNumbersAcceptsNobody() {
		assertThat(verification(GivenTrust.in(AUTHORITY)).verify(DOCUMENT, GOOD, new ExpectedSigner(null, null), NOW)
			.refusal()).isEqualTo(SignatureRefusal.OTHER_PARTY);
	}

	@Test
	void expiredCertificateEvenWhenTheSignersClockSaysOtherwise() {
		Keyed expired = SigningWorld.issue(AUTHORITY, Kind.GOST_256, Wanted.of(SigningWorld.director(INN, OGRN))
			.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z")));
		refused(SigningWorld.cms(DOCUMENT, false, Instant.parse("2026-05-01T00:00:00Z"), expired),
				SignatureRefusal.EXPIRED);
	}

	@Test
	void certificateOfTomorrow() {
		Keyed early = SigningWorld.issue(AUTHORITY, Kind.GOST_256,
				Wanted.of(SigningWorld.director(INN, OGRN)).between(NOW.plusSeconds(1), SigningWorld.UNTIL));
		refused(SigningWorld.sign(early, DOCUMENT), SignatureRefusal.NOT_YET_VALID);
	}

	@Test
	void twoSigners() {
		refused(SigningWorld.cms(DOCUMENT, false, NOW, DIRECTOR,
				SigningWorld.signer(AUTHORITY, Kind.GOST_256, INN, OGRN)), SignatureRefusal.SEVERAL_SIGNERS);
	}

	@Test
	void noSigner() {
		refused(CmsParts.withSigners(GOOD, new DERSet()), SignatureRefusal.NO_SIGNER);
	}

	@Test
	void documentWithin() {
		refused(SigningWorld.cms(DOCUMENT, true, NOW, DIRECTOR), SignatureRefusal.ATTACHED);
	}

	@Test
	void cutShortAnywhere() {
		for (int length = 30; length < GOOD.length; length += 7) {
			refused(Arrays.copyOf(GOOD, length), SignatureRefusal.TRUNCATED_OR_TRAILING);
		}
		String base64 = Base64.getEncoder().encodeToString(GOOD);
		refused(base64.substring(0, base64.length() - 5).getBytes(StandardCharsets.US_ASCII),
				SignatureRefusal.TRUNCATED_OR_TRAILING);
	}

	@Test
	void somethingAfterTheEnd() {
		refused(Arrays.copyOf(GOOD, GOOD.length + 1), SignatureRefusal.TRUNCATED_OR_TRAILING);
		refused((pem() + pem()).getBytes(StandardCharsets.US_ASCII), SignatureRefusal.TRUNCATED_OR_TRAILING);
	}

	@Test
	void hundredMegabytesAreRefusedByTheirSize() {
		byte[] huge = new byte[100_000_000];
		long begun = System.nanoTime();
		refused(huge, SignatureRefusal.TOO_LARGE);
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(100));
		refused(Arrays.copyOf(GOOD, SignatureVerification.LARGEST_SIGNATURE + 1), SignatureRefusal.TOO_LARGE);
		refused(Arrays.copyOf(GOOD, SignatureVerification.LARGEST_SIGNATURE), SignatureRefusal.TRUNCATED_OR_TRAILING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "%PDF-1.7\n%...", "Подписано, директор", "PK\u0003\u0004", "0", "00000000", "MII",
			"AAAA", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", "<xml/>" })
	void whatIsNoSignature(String content) {
		refused(content.getBytes(StandardCharsets.UTF_8), SignatureRefusal.NOT_CMS);
	}

	@Test
	void otherMessagesOfTheFamily() {
		refused(DIRECTOR.encoded(), SignatureRefusal.NOT_CMS);
		refused(CmsParts.encoded(new ContentInfo(CMSObjectIdentifiers.envelopedData, new DERSequence()), "DER"),
				SignatureRefusal.NOT_CMS);
		refused(CmsParts.encoded(new ContentInfo(CMSObjectIdentifiers.signedData, new DERSequence()), "DER"),
				SignatureRefusal.UNREADABLE);
	}

	@Test
	void randomBytes() {
		Random random = new Random(1);
		for (int i = 0; i < 500; i++) {
			byte[] bytes = new byte[random.nextInt(2000)];
			random.nextBytes(bytes);
			if (i % 2 == 0 && bytes.length > 20) {
				System.arraycopy(GOOD, 0, bytes, 0, 20);
			}
			assertThat(verify(bytes).accepted()).isFalse();
		}
	}

	@Test
	void foreignAuthorityOfTheSameName() {
		Keyed impostor = SigningWorld.authority("УЦ Зареченска", Kind.GOST_256);
		byte[] signature = SigningWorld.sign(SigningWorld.signer(impostor, Kind.GOST_256, INN, OGRN), DOCUMENT);
		refused(signature, SignatureRefusal.NOT_TRUSTED);
		refused(CmsParts.withCertificates(signature, CmsParts.certificate(signature), impostor.certificate(),
				AUTHORITY.certificate()), SignatureRefusal.NOT_TRUSTED);
	}

	@Test
	void selfSigned() {
		refused(SigningWorld.sign(SigningWorld.selfSigned(Kind.GOST_256, Wanted.of(SigningWorld.director(INN, OGRN))),
				DOCUMENT), SignatureRefusal.NOT_TRUSTED);
	}

	@Test
	void issuedBySomebodyWhoIsNoAuthority() {
		refused(SigningWorld.sign(SigningWorld.signer(DIRECTOR, Kind.GOST_256, INN, OGRN), DOCUMENT),
				SignatureRefusal.NOT_TRUSTED);
		Keyed namedOnly = SigningWorld.issue(AUTHORITY, Kind.GOST_256,
				Wanted.authority(SigningWorld.common("УЦ без права")).keyUsage(KeyUsage.digitalSignature));
		refused(SigningWorld.sign(SigningWorld.signer(namedOnly, Kind.GOST_256, INN, OGRN), DOCUMENT),
				SignatureRefusal.NOT_TRUSTED);
	}

	@Test
	void authoritiesThatAreNotValidAnyMore() {
		Keyed old = SigningWorld.issue(AUTHORITY, Kind.GOST_256, Wanted.authority(SigningWorld.common("УЦ прошлого"))
			.between(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z")));
		refused(SigningWorld.sign(SigningWorld.signer(old, Kind.GOST_256, INN, OGRN), DOCUMENT),
				SignatureRefusal.NOT_TRUSTED);
		Keyed oldRoot = SigningWorld.selfSigned(Kind.GOST_256, Wanted.authority(SigningWorld.common("Корень прошлого"))
			.between(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z")));
		byte[] signature = SigningWorld.sign(SigningWorld.signer(oldRoot, Kind.GOST_256, INN, OGRN), DOCUMENT);
		assertThat(verify(GivenTrust.in(oldRoot), signature).refusal()).isEqualTo(SignatureRefusal.NOT_TRUSTED);
	}

	@Test
	void nobodyIsTrustedByDefault() {
		Verdict verdict = verify(GivenTrust.in(), GOOD);
		assertThat(verdict.refusal()).isEqualTo(SignatureRefusal.NOT_TRUSTED);
		assertThat(verdict.checks()).extracting(Check::messageKey).contains("signatures.check.chain.no-roots");
	}

	@Test
	void keyThatIsForSomethingElse() {
		for (int usage : new int[] { KeyUsage.keyEncipherment, 0 }) {
			refused(SigningWorld.sign(SigningWorld.issue(AUTHORITY, Kind.GOST_256,
					Wanted.of(SigningWorld.director(INN, OGRN)).keyUsage(usage)), DOCUMENT),
					SignatureRefusal.WRONG_KEY_USAGE);
		}
		assertThat(
				verify(SigningWorld.sign(
						SigningWorld.issue(AUTHORITY, Kind.GOST_256,
								Wanted.of(SigningWorld.director(INN, OGRN)).keyUsage(KeyUsage.nonRepudiation)),
						DOCUMENT))
					.accepted())
			.isTrue();
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "RSA_1024", "RSA_MD5", "RSA_SHA1" })
	void weakAlgorithms(Kind kind) {
		Keyed authority = SigningWorld.authority("УЦ РСА", Kind.RSA_2048);
		byte[] signature = SigningWorld.sign(SigningWorld.signer(authority, kind, INN, OGRN), DOCUMENT);
		assertThat(verify(GivenTrust.in(authority), signature).refusal()).isEqualTo(SignatureRefusal.WEAK_ALGORITHM);
	}

	@Test
	void certificateThatWasItselfSignedWeakly() {
		Keyed authority = SigningWorld.authority("УЦ РСА", Kind.RSA_SHA1);
		byte[] signature = SigningWorld.sign(SigningWorld.signer(authority, Kind.GOST_256, INN, OGRN), DOCUMENT);
		assertThat(verify(GivenTrust.in(authority), signature).refusal()).isEqualTo(SignatureRefusal.NOT_TRUSTED);
	}

	@Test
	void signatureUnderSomebodyElsesCertificate() {
		Keyed thief = SigningWorld.signer(AUTHORITY, Kind.GOST_256, "0000987651", "1000000000010");
		byte[] stolen = CmsParts.underTheNameOf(DIRECTOR, SigningWorld.sign(thief, DOCUMENT));
		Verdict verdict = verify(stolen);
		assertThat(verdict.refusal()).isEqualTo(SignatureRefusal.BAD_SIGNATURE);
		assertThat(verdict.checks()).extracting(Check::messageKey)
			.contains("signatures.check.attributes.other-certificate");
		byte[] unbound = CmsParts.signedAnew(stolen, thief, GOST,
				(attributes) -> attributes.stream()
					.filter((one) -> !Attribute.getInstance(one)
						.getAttrType()
						.equals(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
					.toList());
		assertThat(verify(unbound).checks()).extracting(Check::messageKey)
			.contains("signatures.check.signature.failed");
		refused(unbound, SignatureRefusal.BAD_SIGNATURE);
	}

	@Test
	void certificateIsNotThere() {
		refused(CmsParts.withCertificates(GOOD, AUTHORITY.certificate()), SignatureRefusal.NO_CERTIFICATE);
		refused(CmsParts.withCertificates(GOOD), SignatureRefusal.NO_CERTIFICATE);
	}

	@Test
	void attributesThatHaveToBeSigned() throws Exception {
		CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
		generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
				new JcaDigestCalculatorProviderBuilder().setProvider(SigningWorld.PROVIDER).build())
			.setDirectSignature(true)
			.build(new JcaContentSignerBuilder(GOST).setProvider(SigningWorld.PROVIDER)
				.build(DIRECTOR.keys().getPrivate()), DIRECTOR.certificate()));
		generator.addCertificate(DIRECTOR.certificate());
		refused(generator.generate(new CMSProcessableByteArray(DOCUMENT), false).getEncoded(),
				SignatureRefusal.NO_SIGNED_ATTRIBUTES);
		for (var needed : List.of(CMSAttributes.contentType, CMSAttributes.messageDigest)) {
			refused(CmsParts.signedAnew(GOOD, DIRECTOR, GOST,
					(attributes) -> attributes.stream()
						.filter((one) -> !Attribute.getInstance(one).getAttrType().equals(needed))
						.toList()),
					SignatureRefusal.NO_SIGNED_ATTRIBUTES);
			refused(CmsParts.signedAnew(GOOD, DIRECTOR, GOST, (attributes) -> {
				attributes.addAll(attributes.stream()
					.filter((one) -> Attribute.getInstance(one).getAttrType().equals(needed))
					.toList());
				return attributes;
			}), SignatureRefusal.NO_SIGNED_ATTRIBUTES);
		}
	}

	@Test
	void thousandsOfSignersCostNothing() {
		ASN1EncodableVector signers = new ASN1EncodableVector();
		for (int i = 0; i < 2000; i++) {
			signers.add(new DERSequence(new ASN1Integer(i)));
		}
		long begun = System.nanoTime();
		refused(CmsParts.withSigners(GOOD, new DERSet(signers)), SignatureRefusal.SEVERAL_SIGNERS);
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
		ASN1EncodableVector whole = new ASN1EncodableVector();
		for (int i = 0; i < 2000; i++) {
			whole.add(CmsParts.signer(GOOD));
		}
		refused(CmsParts.withSigners(GOOD, new DERSet(whole)), SignatureRefusal.TOO_LARGE);
	}

	@Test
	void authoritiesThatIssueEachOtherAreNotTriedInEveryOrder() {
		Keyed first = SigningWorld.authority("УЦ по кругу", Kind.GOST_512);
		X509CertificateHolder[] circle = new X509CertificateHolder[20];
		Keyed leaf = SigningWorld.signer(first, Kind.GOST_512, INN, OGRN);
		circle[0] = leaf.certificate();
		for (int i = 1; i < circle.length; i++) {
			circle[i] = SigningWorld.issue(first, Kind.GOST_512, Wanted.authority(first.certificate().getSubject()))
				.certificate();
		}
		byte[] signature = CmsParts.withCertificates(SigningWorld.sign(leaf, DOCUMENT), circle);
		long begun = System.nanoTime();
		refused(signature, SignatureRefusal.NOT_TRUSTED);
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
		X509CertificateHolder[] more = Arrays.copyOf(circle, 21);
		more[20] = first.certificate();
		refused(CmsParts.withCertificates(signature, more), SignatureRefusal.TOO_LARGE);
	}

	@Test
	void deepNestsAreNotClimbedInto() {
		byte[] nest = Arrays.copyOf(
				CmsParts.encoded(new ContentInfo(CMSObjectIdentifiers.signedData, DERNull.INSTANCE), "DER"), 200_000);
		nest[1] = (byte) 0x80;
		for (int at = 13; at + 1 < nest.length; at += 2) {
			nest[at] = 0x30;
			nest[at + 1] = (byte) 0x80;
		}
		assertThatNoException().isThrownBy(() -> refused(nest, SignatureRefusal.UNREADABLE));
	}

	private static String pem() {
		return "-----BEGIN CMS-----\n" + Base64.getMimeEncoder().encodeToString(GOOD) + "\n-----END CMS-----\n";
	}

	private static void refused(byte[] signature, SignatureRefusal refusal) {
		Verdict verdict = verify(signature);
		assertThat(verdict.refusal()).as(verdict.checks().toString()).isEqualTo(refusal);
		assertThat(verdict.checks()).extracting(Check::kind).contains(Check.Kind.values());
		assertThat(verdict.accepted()).isFalse();
	}

	private static Verdict verify(byte[] signature) {
		return verify(GivenTrust.in(AUTHORITY), signature);
	}

	private static Verdict verify(TrustStore trust, byte[] signature) {
		return verification(trust).verify(DOCUMENT, signature, BEREG, NOW);
	}

	private static SignatureVerification verification(TrustStore trust) {
		return new SignatureVerification(trust, () -> ZoneOffset.UTC);
	}

}
