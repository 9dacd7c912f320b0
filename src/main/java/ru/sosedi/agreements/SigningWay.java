package ru.sosedi.agreements;

/** How a signatory signs: three equal ways, one status over all. */
public enum SigningWay {

	/**
	 * Simple electronic signature: password and one-time code (63-FZ, article 5 part 2).
	 */
	SIMPLE,
	/** Detached CMS signature, made elsewhere and verified here. */
	DETACHED,
	/** Ink on paper; a scan is registered. */
	PAPER;

	/** The message that names it. */
	public String messageKey() {
		return "agreements.way." + name();
	}

}
