package ru.sosedi.signatures.web;

import java.util.Base64;

/**
 * The confirmed certificate: the file of the step before, in Base64.
 *
 * @param accepted whether it is trusted although another issued it
 */
record TrustForm(String file, Boolean accepted) {

	static TrustForm of(byte[] certificate) {
		return new TrustForm(Base64.getEncoder().encodeToString(certificate), false);
	}

	/** Empty when it is no Base64. */
	byte[] bytes() {
		try {
			return (this.file == null) ? new byte[0] : Base64.getDecoder().decode(this.file);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	boolean isAccepted() {
		return Boolean.TRUE.equals(this.accepted);
	}

}
