package ru.sosedi.network;

/** How far a place serves people of one impairment group. */
public enum AccessibilityLevel {

	FULL, PARTIAL, NONE

}
