package ru.sosedi.network;

/** Whether a room is a quiet one. */
public enum Noise {

	QUIET, NOISY

}
