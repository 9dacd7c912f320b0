package ru.sosedi.signatures;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a certificate names the organisation that should have signed: by its numbers,
 * never by its name.
 */
final class SubjectCheck {

	private final SignerCertificate certificate;

	private final ExpectedSigner expected;

	private final Findings findings;

	SubjectCheck(SignerCertificate certificate, ExpectedSigner expected, Findings findings) {
		this.certificate = certificate;
		this.expected = expected;
		this.findings = findings;
	}

	/**
	 * Every number that both sides have must be the same, and there must be one.
	 * @throws SignatureRefusedException otherwise
	 */
	void run() {
		String inn = innOfOrganisation();
		String ogrn = this.certificate.ogrn();
		List<Boolean> compared = new ArrayList<>();
		if (inn != null && this.expected.inn() != null) {
			compared.add(inn.equals(this.expected.inn()));
		}
		if (ogrn != null && this.expected.ogrn() != null) {
			compared.add(ogrn.equals(this.expected.ogrn()));
		}
		if (this.expected.inn() == null && this.expected.ogrn() == null) {
			throw failed("signatures.check.subject.nothing-expected");
		}
		if (inn == null && ogrn == null) {
			throw failed("signatures.check.subject.none", this.certificate.subjectName());
		}
		if (compared.isEmpty() || compared.contains(false)) {
			throw failed("signatures.check.subject.other", shown(inn), shown(ogrn), shown(this.expected.inn()),
					shown(this.expected.ogrn()));
		}
		this.findings.passed(Check.Kind.SUBJECT, "signatures.check.subject.passed", shown(inn), shown(ogrn));
	}

	// before there was a place of its own, the ten digits stood in the twelve of a
	// person's number
	private String innOfOrganisation() {
		String legal = this.certificate.innLegal();
		String inn = this.certificate.inn();
		if (legal != null) {
			return legal;
		}
		return (inn != null && inn.matches("00[0-9]{10}")) ? inn.substring(2) : null;
	}

	private SignatureRefusedException failed(String messageKey, String... arguments) {
		return this.findings.failed(Check.Kind.SUBJECT, SignatureRefusal.OTHER_PARTY, messageKey, arguments);
	}

	private static String shown(String number) {
		return (number == null) ? "\u2014" : number;
	}

}
