package ru.sosedi.signatures;

import java.util.Locale;

/** Why a signature is not accepted: the first thing that was found wrong. */
public enum SignatureRefusal {

	NOT_CMS, TOO_LARGE, ATTACHED, TRUNCATED_OR_TRAILING, NO_SIGNER, SEVERAL_SIGNERS, NO_SIGNED_ATTRIBUTES, OTHER_FILE,
	BAD_SIGNATURE, WEAK_ALGORITHM, NO_CERTIFICATE, NOT_YET_VALID, EXPIRED, NOT_TRUSTED, REVOKED, WRONG_KEY_USAGE,
	OTHER_PARTY, UNREADABLE;

	public String messageKey() {
		return "signatures.refusal." + name().toLowerCase(Locale.ROOT);
	}

}
