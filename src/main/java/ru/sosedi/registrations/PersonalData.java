package ru.sosedi.registrations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that the portal keeps about a person, for the person herself (152-FZ, art.
 * 14).
 */
@Service
@Transactional(readOnly = true)
public class PersonalData {

	private final BookingService bookings;

	private final ConsentService consents;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	PersonalData(BookingService bookings, ConsentService consents, JdbcClient jdbc, JsonMapper json) {
		this.bookings = bookings;
		this.consents = consents;
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * What is kept with one sign-up.
	 *
	 * @param people as {@code name, age band, age}; what is not known is left out
	 * @param answers question and answer
	 */
	public record Kept(Registration registration, List<Participant> people, Map<String, String> answers,
			List<ConsentService.Given> consents) {

	}

	/** Of the person of a booking, by the same contact, newest first. */
	public List<Kept> of(UUID bookingId) {
		return this.bookings.ofSamePerson(bookingId).stream().map(this::kept).toList();
	}

	private Kept kept(Registration one) {
		List<Participant> people = this.jdbc.sql("select * from participant where booking_id = ? order by position")
			.param(one.bookingId())
			.query((row, _) -> new Participant(row.getString("name"),
					(row.getString("age_band") == null) ? null : AgeBand.valueOf(row.getString("age_band")),
					row.getObject("age", Integer.class)))
			.list();
		Map<String, String> answers = new LinkedHashMap<>();
		this.jdbc.sql("""
				select q.words, a.answer from registration_answer a join admission_question q on q.id = a.question_id
				where a.booking_id = ? order by q.position
				""").param(one.bookingId()).query((row) -> {
			answers.put(row.getString("words"), row.getString("answer"));
		});
		return new Kept(one, people, answers, this.consents.of(one.bookingId()));
	}

	/** The same for machines: one JSON document. */
	public byte[] json(UUID bookingId) {
		List<Map<String, Object>> all = of(bookingId).stream().map(PersonalData::tree).toList();
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsBytes(Map.of("registrations", all));
	}

	private static Map<String, Object> tree(Kept kept) {
		Registration one = kept.registration();
		Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("id", one.id());
		tree.put("occurrence", one.occurrenceId());
		tree.put("state", one.state());
		tree.put("seats", one.seats());
		tree.put("name", one.name());
		tree.put("email", (one.email() == null) ? null : one.email().value());
		tree.put("phone", one.phone());
		tree.put("language", one.language().getLanguage());
		tree.put("createdAt", one.createdAt().toString());
		tree.put("people", kept.people());
		tree.put("answers", kept.answers());
		tree.put("consents", kept.consents().stream().map((consent) -> {
			Map<String, Object> given = new LinkedHashMap<>();
			given.put("purpose", consent.purpose());
			given.put("version", consent.version());
			given.put("words", consent.words());
			given.put("givenAt", consent.givenAt().toString());
			given.put("networkAddress", consent.networkAddress());
			given.put("withdrawnAt", (consent.withdrawnAt() == null) ? null : consent.withdrawnAt().toString());
			return given;
		}).toList());
		return tree;
	}

}
