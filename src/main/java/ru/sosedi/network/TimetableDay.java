package ru.sosedi.network;

import java.time.LocalTime;

import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The hours of one weekday. They are local times: no time zone of the connection may move
 * them, hence the type codes.
 */
@Embeddable
record TimetableDay(@JdbcTypeCode(SqlTypes.LOCAL_TIME) LocalTime opens,
		@JdbcTypeCode(SqlTypes.LOCAL_TIME) LocalTime closes, @JdbcTypeCode(SqlTypes.LOCAL_TIME) LocalTime lunchFrom,
		@JdbcTypeCode(SqlTypes.LOCAL_TIME) LocalTime lunchTo) {

	static TimetableDay of(DayHours.Working day) {
		TimeRange lunch = day.lunch();
		return new TimetableDay(day.opens(), day.closes(), (lunch == null) ? null : lunch.from(),
				(lunch == null) ? null : lunch.to());
	}

	DayHours.Working hours() {
		return new DayHours.Working(this.opens, this.closes,
				(this.lunchFrom == null) ? null : new TimeRange(this.lunchFrom, this.lunchTo));
	}

}
