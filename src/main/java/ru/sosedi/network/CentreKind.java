package ru.sosedi.network;

/** What a library became a centre of. */
public enum CentreKind {

	NEIGHBOURHOOD_CENTRE, LIBRARY_BOILING_POINT

}
