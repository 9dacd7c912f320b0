package ru.sosedi.network;

/** What a library is besides a library. */
public enum Badge {

	/** Re-equipped by the model standard. */
	MODEL_LIBRARY,
	/** A talent point of the Russian State Library's project «Genius loci». */
	TALENT_POINT, CHILDREN, CENTRAL

}
