package ru.sosedi.network;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A weekday (1 is Monday) of a timetable. */
@Embeddable
record TimetableKey(@Enumerated(EnumType.STRING) Season season, int weekday) {

}
