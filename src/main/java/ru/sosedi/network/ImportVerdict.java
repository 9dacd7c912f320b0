package ru.sosedi.network;

/** What an import does, or would do, with a row of the file; the gravest first. */
public enum ImportVerdict {

	REFUSE, CHANGE, ADD, SAME

}
