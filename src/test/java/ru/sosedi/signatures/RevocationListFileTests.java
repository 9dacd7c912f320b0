package ru.sosedi.signatures;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;
import ru.sosedi.world.SigningWorld.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RevocationListFileTests {

	private static final Keyed ROOT = SigningWorld.authority("Корень", Kind.RSA_2048);

	private static final DistributionPointName POINT = new DistributionPointName(
			new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "http://ca.example/list.crl")));

	@Test
	void wholeListSaysWhoseItIsAndHowLong() throws Exception {
		byte[] list = list(Extension.issuingDistributionPoint, true,
				new IssuingDistributionPoint(POINT, false, false, null, false, false));
		String pem = "-----BEGIN X509 CRL-----\n" + Base64.getMimeEncoder().encodeToString(list)
				+ "\n-----END X509 CRL-----";
		RevocationListFile file = RevocationListFile.read(pem.getBytes());
		assertThat(file.issuer()).isEqualTo("Корень");
		assertThat(file.entries()).isEqualTo(1);
		assertThat(file.nextUpdate()).isNull();
		assertThat(file.encoded()).isEqualTo(list);
		assertThat(file.isOf(ROOT.certificate())).isTrue();
		assertThat(file.isOf(SigningWorld.authority("Корень", Kind.RSA_2048).certificate())).isFalse();
	}

	@Test
	void partOfAListIsRefused() throws Exception {
		partial(list(Extension.deltaCRLIndicator, true, new ASN1Integer(1)));
		partial(list(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE));
		partial(list(Extension.issuingDistributionPoint, true,
				new IssuingDistributionPoint(POINT, false, false, null, true, false)));
		partial(list(Extension.issuingDistributionPoint, true,
				new IssuingDistributionPoint(POINT, false, true, null, false, false)));
	}

	private static void partial(byte[] list) {
		assertThatThrownBy(() -> RevocationListFile.read(list)).isInstanceOfSatisfying(RefusedException.class,
				(refusal) -> assertThat(refusal.messageKey()).isEqualTo("signatures.list.file.partial"));
	}

	private static byte[] list(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) throws Exception {
		Date issued = Date.from(Instant.parse("2026-11-20T04:00:00Z"));
		X509v2CRLBuilder builder = new X509v2CRLBuilder(ROOT.certificate().getSubject(), issued);
		builder.addCRLEntry(BigInteger.TEN, issued, CRLReason.keyCompromise);
		builder.addExtension(extension, critical, value);
		return builder
			.build(new JcaContentSignerBuilder("SHA256withRSA").setProvider(SigningWorld.PROVIDER)
				.build(ROOT.keys().getPrivate()))
			.getEncoded();
	}

}
