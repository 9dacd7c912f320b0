package ru.sosedi.signatures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import ru.sosedi.shared.TypedText;

/**
 * Reads names out of certificates. The numbers of Russian certificates are those of RFC
 * 9215, section 5, and of the order of the FSB of 27.12.2011 No. 795.
 */
final class CertificateNames {

	private static final ASN1ObjectIdentifier INN = new ASN1ObjectIdentifier("1.2.643.3.131.1.1");

	private static final ASN1ObjectIdentifier INN_LEGAL = new ASN1ObjectIdentifier("1.2.643.100.4");

	private static final ASN1ObjectIdentifier OGRN = new ASN1ObjectIdentifier("1.2.643.100.1");

	private static final ASN1ObjectIdentifier SNILS = new ASN1ObjectIdentifier("1.2.643.100.3");

	private static final int LONGEST = 300;

	private CertificateNames() {
	}

	/**
	 * @throws RuntimeException when the certificate cannot be read
	 */
	static SignerCertificate read(X509CertificateHolder holder) {
		X500Name subject = holder.getSubject();
		byte[] encoded = encoded(holder);
		return new SignerCertificate(person(subject), value(subject, BCStyle.O), value(subject, BCStyle.T),
				value(subject, INN), value(subject, INN_LEGAL), value(subject, OGRN), value(subject, SNILS),
				holder.getSerialNumber().toString(16), shown(holder.getIssuer()),
				CertificateTime.of(holder.getNotBefore()), CertificateTime.of(holder.getNotAfter()),
				Cryptography.sha256(encoded), encoded);
	}

	// an organisation's certificate has the organisation as its common name
	private static String person(X500Name subject) {
		String surname = value(subject, BCStyle.SURNAME);
		String given = value(subject, BCStyle.GIVENNAME);
		return (surname != null && given != null) ? surname + " " + given : shown(subject);
	}

	/** The name that people know: common name, else organisation, else all there is. */
	static String shown(X500Name name) {
		String shown = Stream.of(BCStyle.CN, BCStyle.O)
			.map((type) -> value(name, type))
			.filter((value) -> value != null)
			.findFirst()
			.orElseGet(() -> Arrays.stream(name.getRDNs())
				.limit(10)
				.flatMap((rdn) -> Arrays.stream(rdn.getTypesAndValues()))
				.map(CertificateNames::text)
				.collect(Collectors.joining(", ")));
		String line = line(shown);
		return (line == null) ? "?" : line;
	}

	private static String value(X500Name name, ASN1ObjectIdentifier type) {
		Set<String> values = new LinkedHashSet<>();
		for (RDN rdn : name.getRDNs(type)) {
			for (AttributeTypeAndValue pair : rdn.getTypesAndValues()) {
				if (pair.getType().equals(type)) {
					values.add(text(pair));
				}
			}
		}
		return (values.size() == 1) ? line(values.iterator().next()) : null;
	}

	private static String text(AttributeTypeAndValue pair) {
		return (pair.getValue() instanceof ASN1String string) ? string.getString() : "";
	}

	private static String line(String text) {
		String line = TypedText.line(text);
		return (line == null || line.length() <= LONGEST) ? line : line.substring(0, LONGEST);
	}

	/** Whether both are the same to the octet, as an issuer copies its name. */
	static boolean same(X500Name one, X500Name other) {
		try {
			return Arrays.equals(one.getEncoded(), other.getEncoded());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] encoded(X509CertificateHolder holder) {
		try {
			return holder.getEncoded();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
