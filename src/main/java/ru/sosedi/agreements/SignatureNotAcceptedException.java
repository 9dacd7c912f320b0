package ru.sosedi.agreements;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.signatures.Verdict;

/** A detached signature that did not stand the examination. Nothing of it is kept. */
public class SignatureNotAcceptedException extends RefusedException {

	private final transient Verdict verdict;

	SignatureNotAcceptedException(Verdict verdict) {
		super("signature", verdict.refusal().messageKey());
		this.verdict = verdict;
	}

	/** What was looked at, line by line. */
	public Verdict verdict() {
		return this.verdict;
	}

}
