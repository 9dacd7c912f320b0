package ru.sosedi.network;

/** The groups by which accessibility of a place is stated (form 6-NK, section 1). */
public enum Impairment {

	VISION, HEARING, MOBILITY, MENTAL

}
