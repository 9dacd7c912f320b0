package ru.sosedi.network;

/** Which part of the year a timetable is for. */
public enum Season {

	ALL_YEAR, SUMMER, WINTER

}
