package ru.sosedi.signatures;

/** The file is of a kind, or in a state, that ends its examination. */
final class SignatureRefusedException extends RuntimeException {

	private final SignatureRefusal refusal;

	SignatureRefusedException(SignatureRefusal refusal) {
		super(refusal.name(), null, false, false);
		this.refusal = refusal;
	}

	SignatureRefusal refusal() {
		return this.refusal;
	}

}
