package ru.sosedi.network;

/** Where in its life a centre stands. */
public enum CentreState {

	PLANNED, OPEN, PAUSED, CLOSED

}
