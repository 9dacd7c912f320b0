package ru.sosedi.network;

/** How far an uploaded file has come. */
public enum ImportState {

	/** Its rows are being compared with what is stored. */
	READING,
	/** The preview can be looked at; nothing was written yet. */
	READY,
	/** Confirmed; rows are being written. */
	APPLYING, DONE,
	/** The file cannot be read, or the work broke off too often. */
	FAILED;

	/** Whether the portal is at work on it. */
	public boolean isRunning() {
		return this == READING || this == APPLYING;
	}

}
