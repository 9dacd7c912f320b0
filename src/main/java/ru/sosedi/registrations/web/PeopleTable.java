package ru.sosedi.registrations.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.sosedi.documents.OfficeTable;
import ru.sosedi.registrations.Attendee;
import ru.sosedi.registrations.Participant;
import ru.sosedi.registrations.RegistrationState;

/** The list to take away: what the door needs to know, and no more. */
@Component
class PeopleTable {

	/** Whoever has a seat. */
	static final Set<RegistrationState> COMING = Set.copyOf(EnumSet.of(RegistrationState.CONFIRMED,
			RegistrationState.REQUESTED, RegistrationState.UNCONFIRMED, RegistrationState.OFFERED));

	private final MessageSource messages;

	PeopleTable(MessageSource messages) {
		this.messages = messages;
	}

	OfficeTable of(List<Attendee> people, Locale language) {
		List<String> header = Stream.of("number", "name", "seats", "children", "state")
			.map((column) -> text("registrations.desk.export." + column, language))
			.toList();
		List<List<Object>> rows = new ArrayList<>();
		for (Attendee one : people) {
			List<Object> row = new ArrayList<>();
			row.add(rows.size() + 1);
			row.add(one.name());
			row.add(one.seats());
			row.add(one.children().stream().map(PeopleTable::child).collect(Collectors.joining(", ")));
			row.add(text(one.state().messageKey(), language));
			rows.add(row);
		}
		return new OfficeTable(text("registrations.desk.export.sheet", language), header, rows);
	}

	private static String child(Participant child) {
		if (child.name() == null) {
			return child.age().toString();
		}
		return (child.age() == null) ? child.name() : child.name() + " (" + child.age() + ")";
	}

	private String text(String key, Locale language) {
		return this.messages.getMessage(key, null, language);
	}

}
