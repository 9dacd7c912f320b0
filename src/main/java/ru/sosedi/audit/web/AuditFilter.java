package ru.sosedi.audit.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.audit.AuditQuery;

/**
 * The filter above the trail, as typed; what makes no sense is ignored.
 *
 * @param from the first day, ISO
 * @param to the last day, ISO
 */
record AuditFilter(String person, String action, String subject, String subjectId, String from, String to) {

	AuditQuery toQuery(ZoneId zone) {
		LocalDate first = day(this.from);
		LocalDate last = day(this.to);
		return new AuditQuery(text(this.person), text(this.action), text(this.subject), text(this.subjectId),
				(first != null) ? first.atStartOfDay(zone).toInstant() : null,
				(last != null) ? last.plusDays(1).atStartOfDay(zone).toInstant() : null);
	}

	boolean isEmpty() {
		return text(this.person) == null && text(this.action) == null && text(this.subject) == null
				&& text(this.subjectId) == null && day(this.from) == null && day(this.to) == null;
	}

	/** The address of the same lines, to go on from. */
	UriComponentsBuilder address() {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/admin/audit");
		add(address, "person", this.person);
		add(address, "action", this.action);
		add(address, "subject", this.subject);
		add(address, "subjectId", this.subjectId);
		add(address, "from", this.from);
		add(address, "to", this.to);
		return address;
	}

	private static void add(UriComponentsBuilder address, String name, String value) {
		if (text(value) != null) {
			address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
		}
	}

	private static String text(String typed) {
		return StringUtils.hasText(typed) ? typed.strip() : null;
	}

	private static LocalDate day(String typed) {
		try {
			LocalDate day = (text(typed) != null) ? LocalDate.parse(text(typed)) : null;
			// PostgreSQL's calendar is shorter than Java's.
			return (day != null && day.getYear() >= 2000 && day.getYear() <= 9998) ? day : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
