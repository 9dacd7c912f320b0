package ru.sosedi.signatures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;

import org.bouncycastle.asn1.cms.SignerInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.bouncycastle.cert.X509CertificateHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A signature that was changed anywhere is refused, or it says the same: what is accepted
 * has the signed attributes, the signature and the certificate of the good one.
 */
class MutatedSignaturesTests {

	private static final Instant LATER = Instant.parse("2030-06-01T00:00:00Z");

	private static final ExpectedSigner BEREG = new ExpectedSigner("0000123450", "1000000123452");

	@ParameterizedTest
	@ValueSource(strings = { "gost256-a", "gost512-a" })
	void changedSignatureIsNeverAcceptedForSomethingElse(String name) throws Exception {
		byte[] document = OpensslSignaturesTests.file("document.txt");
		byte[] good = OpensslSignaturesTests.file(name + ".sig");
		TrustStore trust = new GivenTrust()
			.add(new X509CertificateHolder(OpensslSignaturesTests.file(name + ".ca.cer")));
		SignatureVerification verification = new SignatureVerification(trust, () -> ZoneOffset.UTC);
		byte[] certificate = verification.verify(document, good, BEREG, LATER).certificate().encoded();
		Random random = new Random(20261120);
		int mutants = Integer.getInteger("signatures.mutants", 1000);
		for (int i = 0; i < mutants; i++) {
			byte[] mutant = mutant(good, random);
			Verdict verdict = verification.verify(document, mutant, BEREG, LATER);
			if (verdict.accepted()) {
				assertThat(essence(mutant)).as("mutant " + i).isEqualTo(essence(good));
				assertThat(verdict.certificate().encoded()).as("mutant " + i).isEqualTo(certificate);
			}
		}
	}

	private static byte[] mutant(byte[] good, Random random) {
		byte[] mutant = good.clone();
		int changes = random.nextBoolean() ? 1 : 1 + random.nextInt(8);
		for (int change = 0; change < changes; change++) {
			int at = random.nextInt(mutant.length);
			switch (random.nextInt(4)) {
				case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
				case 1 -> mutant[at] = (byte) random.nextInt(256);
				case 2 -> {
					byte[] shorter = Arrays.copyOf(mutant, mutant.length - 1);
					System.arraycopy(mutant, at + 1, shorter, at, mutant.length - at - 1);
					mutant = shorter;
				}
				default -> {
					byte[] longer = Arrays.copyOf(mutant, mutant.length + 1);
					System.arraycopy(mutant, at, longer, at + 1, mutant.length - at);
					mutant = longer;
				}
			}
		}
		return mutant;
	}

	private static String essence(byte[] cms) {
		SignerInfo signer = CmsParts.signer(cms);
		return Arrays.toString(CmsParts.encoded(signer.getAuthenticatedAttributes(), "DER"))
				+ Arrays.toString(signer.getEncryptedDigest().getOctets());
	}

}
