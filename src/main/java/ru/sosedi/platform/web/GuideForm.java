package ru.sosedi.platform.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** One field of each kind. */
record GuideForm(String title, String about, Integer seats, LocalDate day, LocalTime start, String email,
		String password, String kind, String audience, List<String> themes, boolean free, String file, Long version) {

	static GuideForm empty() {
		return new GuideForm(null, null, null, null, null, null, null, null, null, List.of(), false, null, null);
	}

	static GuideForm filled(LocalDate day) {
		return new GuideForm("", null, 12, day, LocalTime.of(14, 0), "library@example.org", null, "adults", "children",
				List.of("children", "families"), true, null, 0L);
	}

}
