package ru.sosedi.network.web;

import java.time.LocalTime;

import org.springframework.validation.BindingResult;
import ru.sosedi.network.DayHours;
import ru.sosedi.network.TimeRange;

/** One weekday of a timetable as it was typed; all empty is a day off. */
record DayForm(String opens, String closes, String lunchFrom, String lunchTo) {

	static DayForm dayOff() {
		return new DayForm(null, null, null, null);
	}

	static DayForm of(DayHours.Working day) {
		return (day == null) ? dayOff()
				: new DayForm(day.opens().toString(), day.closes().toString(),
						(day.lunch() == null) ? null : day.lunch().from().toString(),
						(day.lunch() == null) ? null : day.lunch().to().toString());
	}

	boolean isDayOff() {
		return Typed.isEmpty(this.opens) && Typed.isEmpty(this.closes) && Typed.isEmpty(this.lunchFrom)
				&& Typed.isEmpty(this.lunchTo);
	}

	/**
	 * {@code null} for a day off, or when there are errors.
	 * @param path where the day stands in its form
	 */
	DayHours.Working toHours(String path, BindingResult errors) {
		if (isDayOff()) {
			return null;
		}
		int before = errors.getErrorCount();
		Typed typed = new Typed(errors);
		LocalTime from = required(path + ".opens", this.opens, "network.hours.day.opens.missing", errors);
		LocalTime to = required(path + ".closes", this.closes, "network.hours.day.closes.missing", errors);
		LocalTime lunch = typed.time(path + ".lunchFrom", this.lunchFrom, "network.hours.time.malformed");
		LocalTime lunchEnd = typed.time(path + ".lunchTo", this.lunchTo, "network.hours.time.malformed");
		if (errors.getErrorCount() > before) {
			return null;
		}
		if (!from.isBefore(to)) {
			errors.rejectValue(path + ".closes", "network.hours.day.order");
		}
		else if ((lunch == null) != (lunchEnd == null)) {
			errors.rejectValue(path + ((lunch == null) ? ".lunchFrom" : ".lunchTo"), "network.hours.day.lunch.half");
		}
		else if (lunch != null && !lunch.isBefore(lunchEnd)) {
			errors.rejectValue(path + ".lunchTo", "network.hours.day.lunch.order");
		}
		else if (lunch != null && (!from.isBefore(lunch) || !lunchEnd.isBefore(to))) {
			errors.rejectValue(path + ".lunchFrom", "network.hours.day.lunch.outside");
		}
		else {
			return new DayHours.Working(from, to, (lunch == null) ? null : new TimeRange(lunch, lunchEnd));
		}
		return null;
	}

	private static LocalTime required(String field, String text, String missing, BindingResult errors) {
		if (Typed.isEmpty(text)) {
			errors.rejectValue(field, missing);
			return null;
		}
		return new Typed(errors).time(field, text, "network.hours.time.malformed");
	}

	/** For people who compare what is stored with what they typed. */
	@Override
	public String toString() {
		if (isDayOff()) {
			return "\u2013";
		}
		String hours = this.opens + "\u2013" + this.closes;
		return Typed.isEmpty(this.lunchFrom) ? hours : hours + " (" + this.lunchFrom + "\u2013" + this.lunchTo + ")";
	}

}
