package ru.sosedi.signatures;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.ASN1GeneralizedTime;

/** The interfaces of certificates know no other time than this one. */
final class CertificateTime {

	private CertificateTime() {
	}

	static Instant of(Date date) {
		return date.toInstant();
	}

	/**
	 * @throws IllegalArgumentException when it is none
	 */
	static Instant of(ASN1GeneralizedTime time) {
		try {
			return time.getDate().toInstant();
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/** {@code null} for {@code null}. */
	static Instant orNull(Date date) {
		return (date == null) ? null : date.toInstant();
	}

	static Date date(Instant instant) {
		return Date.from(instant);
	}

}
