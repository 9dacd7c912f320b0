package ru.sosedi.signatures;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;

/**
 * The way from a certificate up to a trusted one (RFC 5280, 6). The way is searched here,
 * from below and step by proven step, because the usual search tries every order of what
 * a stranger put into the file; it is then judged as a whole by the provider's validator.
 * No address in a certificate is ever called.
 *
 * @param certificates the signer's first, the trusted one not among them
 */
record CertificatePath(List<X509CertificateHolder> certificates, TrustStore.Anchor anchor) {

	/** Signatures that one search may reckon. */
	private static final int MOST_STEPS = 40;

	/**
	 * @param others what came with the signature
	 * @param at the moment at which everything on the way has to be valid
	 * @return {@code null} when there is no way
	 */
	static CertificatePath find(X509CertificateHolder leaf, List<X509CertificateHolder> others,
			List<TrustStore.Anchor> anchors, Instant at) {
		return new Search(others, anchors, at).from(leaf);
	}

	/** The certificate above the one at this place. */
	X509CertificateHolder issuerAt(int place) {
		return (place + 1 < this.certificates.size()) ? this.certificates.get(place + 1) : this.anchor.certificate();
	}

	static boolean isValid(X509CertificateHolder certificate, Instant at) {
		return !at.isBefore(CertificateTime.of(certificate.getNotBefore()))
				&& !at.isAfter(CertificateTime.of(certificate.getNotAfter()));
	}

	/** One search, with what it may spend. */
	private static final class Search {

		private final List<X509CertificateHolder> others;

		private final List<TrustStore.Anchor> anchors;

		private final Instant at;

		private final Deque<List<X509CertificateHolder>> ways = new ArrayDeque<>();

		private final Set<X509CertificateHolder> seen = new HashSet<>();

		private int steps;

		Search(List<X509CertificateHolder> others, List<TrustStore.Anchor> anchors, Instant at) {
			this.others = others;
			this.anchors = anchors.stream().filter((anchor) -> isValid(anchor.certificate(), at)).toList();
			this.at = at;
		}

		CertificatePath from(X509CertificateHolder leaf) {
			this.ways.add(List.of(leaf));
			this.seen.add(leaf);
			while (!this.ways.isEmpty()) {
				List<X509CertificateHolder> way = this.ways.remove();
				for (TrustStore.Anchor anchor : this.anchors) {
					if (leads(way.getLast(), anchor.certificate()) && isSound(way, anchor)) {
						return new CertificatePath(way, anchor);
					}
				}
				for (X509CertificateHolder other : this.others) {
					if (!this.seen.contains(other) && Issuance.mayIssue(other) && isValid(other, this.at)
							&& leads(way.getLast(), other)) {
						this.seen.add(other);
						List<X509CertificateHolder> longer = new ArrayList<>(way);
						longer.add(other);
						this.ways.add(longer);
					}
				}
			}
			return null;
		}

		private boolean leads(X509CertificateHolder subject, X509CertificateHolder issuer) {
			return CertificateNames.same(subject.getIssuer(), issuer.getSubject()) && this.steps++ < MOST_STEPS
					&& Issuance.isSigned(subject, issuer);
		}

		private boolean isSound(List<X509CertificateHolder> way, TrustStore.Anchor anchor) {
			try {
				JcaX509CertificateConverter converter = new JcaX509CertificateConverter()
					.setProvider(Cryptography.PROVIDER);
				List<X509Certificate> path = new ArrayList<>();
				for (X509CertificateHolder certificate : way) {
					path.add(converter.getCertificate(certificate));
				}
				PKIXParameters parameters = new PKIXParameters(
						Set.of(new TrustAnchor(converter.getCertificate(anchor.certificate()), null)));
				// lists are looked into by RevocationChecks: the validator would take
				// none from outside
				parameters.setRevocationEnabled(false);
				parameters.setPolicyQualifiersRejected(false);
				parameters.setDate(CertificateTime.date(this.at));
				CertPathValidator.getInstance("PKIX", Cryptography.PROVIDER)
					.validate(CertificateFactory.getInstance("X.509", Cryptography.PROVIDER).generateCertPath(path),
							parameters);
				return true;
			}
			catch (GeneralSecurityException ex) {
				return false;
			}
		}

	}

}
