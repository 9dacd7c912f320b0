package ru.sosedi.signatures;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.sosedi.world.SigningWorld;
import ru.sosedi.world.SigningWorld.Keyed;
import ru.sosedi.world.SigningWorld.Kind;
import ru.sosedi.world.SigningWorld.Wanted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Certificates say where more of them, lists and answers are to be had. Whoever asks
 * there lets a stranger choose what a server of ours connects to.
 */
class NothingIsCalledTests {

	private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

	/** Settings that make providers call. */
	private static final List<String> CALLING = List.of("com.sun.security.enableAIAcaIssuers",
			"com.sun.security.enableCRLDP", "org.bouncycastle.x509.enableCRLDP", "ocsp.enable");

	private final AtomicInteger calls = new AtomicInteger();

	private final CountDownLatch firstCall = new CountDownLatch(1);

	private ServerSocket server;

	@BeforeEach
	void listen() throws IOException {
		CALLING.forEach((setting) -> System.setProperty(setting, "true"));
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(() -> {
			while (!this.server.isClosed()) {
				try (Socket call = this.server.accept()) {
					this.calls.incrementAndGet();
					this.firstCall.countDown();
				}
				catch (IOException ex) {
					return;
				}
			}
		});
	}

	@AfterEach
	void hangUp() throws IOException {
		CALLING.forEach(System::clearProperty);
		this.server.close();
	}

	@Test
	void noAddressOfACertificateIsCalled() throws Exception {
		Keyed root = SigningWorld.authority("Корень Зареченска", Kind.RSA_2048);
		Keyed between = SigningWorld.issue(root, Kind.RSA_2048,
				withAddresses(Wanted.authority(SigningWorld.common("УЦ Зареченска"))));
		Keyed director = SigningWorld.issue(between, Kind.RSA_2048,
				withAddresses(Wanted.of(SigningWorld.director("0000123450", "1000000123452"))));
		byte[] document = "Соглашение".getBytes(StandardCharsets.UTF_8);
		byte[] whole = SigningWorld.sign(director, document);
		// the issuer is missing: its address is the only way to it
		byte[] gap = CmsParts.withCertificates(whole, director.certificate());
		SignatureVerification verification = new SignatureVerification(GivenTrust.in(root), () -> ZoneOffset.UTC);
		ExpectedSigner bereg = new ExpectedSigner("0000123450", "1000000123452");
		assertThat(verification.verify(document, whole, bereg, NOW).accepted()).isTrue();
		assertThat(verification.verify(document, gap, bereg, NOW).refusal()).isEqualTo(SignatureRefusal.NOT_TRUSTED);
		assertThat(this.firstCall.await(200, TimeUnit.MILLISECONDS)).isFalse();
		// and a call would have been counted
		new Socket(this.server.getInetAddress(), this.server.getLocalPort()).close();
		assertThat(this.firstCall.await(5, TimeUnit.SECONDS)).isTrue();
		assertThat(this.calls).hasValue(1);
	}

	private Wanted withAddresses(Wanted wanted) throws IOException {
		GeneralName address = new GeneralName(GeneralName.uniformResourceIdentifier,
				"http://127.0.0.1:" + this.server.getLocalPort() + "/");
		byte[] issuers = new AuthorityInformationAccess(
				new AccessDescription[] { new AccessDescription(AccessDescription.id_ad_caIssuers, address),
						new AccessDescription(AccessDescription.id_ad_ocsp, address) })
			.getEncoded();
		byte[] lists = new CRLDistPoint(new DistributionPoint[] {
				new DistributionPoint(new DistributionPointName(new GeneralNames(address)), null, null) })
			.getEncoded();
		return wanted.with(Extension.authorityInfoAccess, issuers).with(Extension.cRLDistributionPoints, lists);
	}

}
