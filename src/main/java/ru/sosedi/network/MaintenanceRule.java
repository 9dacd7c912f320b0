package ru.sosedi.network;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

import ru.sosedi.shared.RefusedException;

/**
 * Which day of every month is the maintenance (sanitary) day.
 *
 * @param ordinal 1 to 4, or −1 for the last one of the month
 */
public record MaintenanceRule(DayOfWeek weekday, int ordinal) {

	public MaintenanceRule {
		if (ordinal != -1 && (ordinal < 1 || ordinal > 4)) {
			throw new RefusedException("maintenanceOrdinal", "network.hours.maintenance.ordinal");
		}
	}

	public LocalDate in(YearMonth month) {
		return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(this.ordinal, this.weekday));
	}

	public boolean falls(LocalDate date) {
		return date.equals(in(YearMonth.from(date)));
	}

}
