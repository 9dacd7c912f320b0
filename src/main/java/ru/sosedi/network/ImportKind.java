package ru.sosedi.network;

/** What the rows of an imported file are. */
public enum ImportKind {

	LIBRARIES, ROOMS

}
