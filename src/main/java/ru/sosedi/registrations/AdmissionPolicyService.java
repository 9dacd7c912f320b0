package ru.sosedi.registrations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.programme.Event;
import ru.sosedi.programme.EventService;
import ru.sosedi.programme.Occurrence;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/** On what terms people sign up for an event, and what they are asked. */
@Service
@Transactional(readOnly = true)
public class AdmissionPolicyService {

	private final AdmissionPolicyRepository policies;

	private final EventService events;

	private final OccurrenceService occurrences;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher publisher;

	AdmissionPolicyService(AdmissionPolicyRepository policies, EventService events, OccurrenceService occurrences,
			JdbcClient jdbc, ApplicationEventPublisher publisher) {
		this.policies = policies;
		this.events = events;
		this.occurrences = occurrences;
		this.jdbc = jdbc;
		this.publisher = publisher;
	}

	/**
	 * Terms as they were read, with the version that an edit has to name.
	 *
	 * @param version -1 where nobody has said anything yet
	 */
	public record Stored(AdmissionTerms terms, long version) {

	}

	/**
	 * What has to be known to read a sign-up.
	 *
	 * @param questions in order
	 */
	public record Asked(AdmissionTerms terms, List<AdmissionQuestion> questions) {

	}

	/** The terms of a date and its event's questions, read in one go. */
	public Asked asked(UUID eventId, UUID occurrenceId) {
		return new Asked(termsOf(eventId, occurrenceId), questions(eventId));
	}

	/** The terms of a date: its own, else its event's, else the usual ones. */
	public AdmissionTerms termsOf(UUID eventId, UUID occurrenceId) {
		return this.policies.findApplying(eventId, occurrenceId, Limit.of(1))
			.map(AdmissionPolicy::terms)
			.orElseGet(AdmissionTerms::usual);
	}

	/** Those of an event that the actor may change. */
	public Stored ofEvent(Actor actor, UUID eventId) {
		return stored(this.policies.findByEventIdAndOccurrenceIdIsNull(this.events.forChange(actor, eventId).id()))
			.orElse(new Stored(AdmissionTerms.usual(), -1));
	}

	/** Those that one date has by itself, if any. */
	public Optional<Stored> ofOccurrence(Actor actor, UUID occurrenceId) {
		return stored(this.policies.findByOccurrenceId(this.occurrences.forChange(actor, occurrenceId).id()));
	}

	private static Optional<Stored> stored(Optional<AdmissionPolicy> policy) {
		return policy.map((found) -> new Stored(found.terms(), found.version()));
	}

	/**
	 * @param version the version that the form was opened with
	 * @throws StaleEditException when somebody saved other terms since
	 */
	@Transactional
	public void change(Actor actor, UUID eventId, AdmissionTerms terms, long version) {
		Event event = this.events.forChange(actor, eventId);
		change(actor, event, null, this.policies.findByEventIdAndOccurrenceIdIsNull(eventId), terms, version);
	}

	/** Gives one date terms of its own, or changes them. */
	@Transactional
	public void changeAlone(Actor actor, UUID occurrenceId, AdmissionTerms terms, long version) {
		Occurrence occurrence = this.occurrences.forChange(actor, occurrenceId);
		change(actor, occurrence.event(), occurrenceId, this.policies.findByOccurrenceId(occurrenceId), terms, version);
	}

	/** The date follows its event's terms again. */
	@Transactional
	public void forgetAlone(Actor actor, UUID occurrenceId) {
		Occurrence occurrence = this.occurrences.forChange(actor, occurrenceId);
		this.policies.findByOccurrenceId(occurrenceId).ifPresent((policy) -> {
			this.policies.delete(policy);
			this.policies.flush();
			this.publisher.publishEvent(new Event.Changed(occurrence.event().id()));
			record(actor, occurrence.event(), fields(policy.terms()), Map.of());
		});
	}

	private void change(Actor actor, Event event, UUID occurrenceId, Optional<AdmissionPolicy> present,
			AdmissionTerms terms, long version) {
		if (present.map(AdmissionPolicy::version).orElse(-1L) != version) {
			throw new StaleEditException("admission policy of " + event.id());
		}
		Map<String, String> before = present.map((policy) -> fields(policy.terms())).orElse(Map.of());
		present.ifPresent((policy) -> policy.change(terms));
		this.policies.saveAndFlush(present.orElseGet(() -> new AdmissionPolicy(event.id(), occurrenceId, terms)));
		this.publisher.publishEvent(new Event.Changed(event.id()));
		record(actor, event, before, fields(terms));
	}

	/** What the event asks, in order. */
	public List<AdmissionQuestion> questions(UUID eventId) {
		return this.jdbc.sql("select * from admission_question where event_id = ? order by position")
			.param(eventId)
			.query((row, _) -> new AdmissionQuestion(row.getObject("id", UUID.class),
					AdmissionQuestion.Kind.valueOf(row.getString("kind")), row.getString("words"),
					List.of((String[]) row.getArray("choices").getArray()), row.getBoolean("required")))
			.list();
	}

	/** Whether somebody has answered: from then on the questions stay as they are. */
	public boolean isAnswered(UUID eventId) {
		return this.jdbc.sql("""
				select exists (select from registration_answer a join admission_question q on q.id = a.question_id
					where q.event_id = ?)
				""").param(eventId).query(Boolean.class).single();
	}

	/**
	 * Asks these questions, in this order, instead of those before.
	 * @throws RefusedException when somebody has answered already, or there are too many
	 */
	@Transactional
	public void ask(Actor actor, UUID eventId, List<AdmissionQuestion> questions) {
		Event event = this.events.forChange(actor, eventId);
		if (questions.size() > AdmissionQuestion.MOST) {
			throw new RefusedException(null, "registrations.question.many", AdmissionQuestion.MOST);
		}
		List<AdmissionQuestion> before = questions(eventId);
		// nobody answers while they are replaced: the answers' foreign key waits for this
		this.jdbc.sql("select id from admission_question where event_id = ? for update")
			.param(eventId)
			.query()
			.listOfRows();
		if (isAnswered(eventId)) {
			throw new RefusedException(null, "registrations.question.frozen");
		}
		this.jdbc.sql("delete from admission_question where event_id = ?").param(eventId).update();
		for (int position = 0; position < questions.size(); position++) {
			AdmissionQuestion question = questions.get(position);
			this.jdbc.sql("""
					insert into admission_question (id, event_id, position, kind, words, choices, required)
					values (:id, :event, :position, :kind, :words, :choices, :required)
					""")
				.param("id", Ids.next())
				.param("event", eventId)
				.param("position", position)
				.param("kind", question.kind().name())
				.param("words", question.words())
				.param("choices", question.choices().toArray(String[]::new))
				.param("required", question.required())
				.update();
		}
		record(actor, event, Map.of("questions", words(before)), Map.of("questions", words(questions)));
	}

	private static String words(List<AdmissionQuestion> questions) {
		return String.join("; ", questions.stream().map(AdmissionQuestion::words).toList());
	}

	private void record(Actor actor, Event event, Map<String, String> before, Map<String, String> after) {
		this.publisher.publishEvent(new Audited(actor.accountId(), actor.name(), "registrations.policy.changed",
				"Event", event.id().toString(), event.title(), before, after));
	}

	private static Map<String, String> fields(AdmissionTerms terms) {
		Map<String, String> fields = new TreeMap<>();
		fields.put("minimum", String.valueOf(terms.minimum()));
		fields.put("opensDaysBefore", String.valueOf(terms.opensDaysBefore()));
		fields.put("closesMinutesBefore", String.valueOf(terms.closesMinutesBefore()));
		fields.put("largestGroup", String.valueOf(terms.largestGroup()));
		fields.put("waitingList", String.valueOf(terms.waitingList()));
		fields.put("waitingMost", String.valueOf(terms.waitingMost()));
		fields.put("moderated", String.valueOf(terms.moderated()));
		fields.put("asksAges", String.valueOf(terms.asksAges()));
		fields.put("booking", terms.booking().name());
		return fields;
	}

}
