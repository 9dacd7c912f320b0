package ru.sosedi.network;

import jakarta.persistence.Embeddable;

/** The first and the last day of a timetable, as {@code --MM-DD}. */
@Embeddable
record TimetableDates(String startsOn, String endsOn) {

}
