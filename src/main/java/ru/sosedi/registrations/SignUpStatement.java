package ru.sosedi.registrations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.shared.Ids;

/** The statement by which a person gets seats, in its three forms. */
@Component
class SignUpStatement {

	private static final String OPEN = """
			s.occurrence_id = :occurrence and s.signs_up
			and (:desk or ((s.opens_at is null or s.opens_at <= :now) and s.closes_at > :now and :seats <= s.largest_group))
			""";

	private static final String STATE = """
			case when :desk then 'CONFIRMED'
				when cast(:email as text) is not null and not :proven then 'UNCONFIRMED'
				when seat.moderated or cast(:email as text) is null then 'REQUESTED'
				else 'CONFIRMED' end""";

	private static final String TAKE = """
			with seat as (
				select s.occurrence_id, s.moderated from seats s
				where %s and (s.capacity is null or s.taken + :seats <= s.capacity)
				for update
			), told_state as (select seat.occurrence_id, %s as state from seat
			), signed as (
				insert into registration (id, booking_id, occurrence_id, state, seats, name, email, phone, language, source,
					registered_by, created_at, changed_at, expires_at)
				select :id, :booking, t.occurrence_id, t.state, :seats, :name, cast(:email as text), cast(:phone as text),
					:language, case when :desk then 'DESK' else 'SELF' end, cast(:actor as uuid), :now, :now,
					case when t.state = 'UNCONFIRMED'
						then :now + (select confirm_minutes * interval '1 minute' from registration_settings) end
				from told_state t
				on conflict do nothing
				returning id, booking_id, occurrence_id, state
			)"""
		.formatted(OPEN, STATE);

	private static final String AWAIT = """
			with seat as (
				select s.occurrence_id from seats s
				where %s and s.capacity is not null and s.taken + :seats > s.capacity and :seats <= s.capacity
					and s.waiting_list and (s.waiting_most is null or s.waiting < s.waiting_most)
				for update
			), signed as (
				insert into registration (id, booking_id, occurrence_id, state, seats, name, email, phone, language, source,
					registered_by, created_at, changed_at, queue_number)
				select :id, :booking, seat.occurrence_id, 'WAITING', :seats, :name, cast(:email as text),
					cast(:phone as text), :language, case when :desk then 'DESK' else 'SELF' end, cast(:actor as uuid), :now,
					:now, nextval('registration_queue')
				from seat
				on conflict do nothing
				returning id, booking_id, occurrence_id, state
			)"""
		.formatted(OPEN);

	// the seats are counted already: nothing has to be locked but the row itself
	private static final String CONVERT = """
			with seat as (
				select s.occurrence_id, s.moderated from seats s where %s
			), signed as (
				update registration r set state = %s, name = :name, email = cast(:email as text), phone = cast(:phone as text),
					language = :language, changed_at = :now, version = version + 1,
					expires_at = case when cast(:email as text) is not null and not :proven
						then :now + (select confirm_minutes * interval '1 minute' from registration_settings) end
				from seat
				where r.id = :id and r.occurrence_id = seat.occurrence_id and r.state = 'HELD' and r.expires_at > :now
					and r.seats = :seats
				returning r.id, r.booking_id, r.occurrence_id, r.state
			)"""
		.formatted(OPEN, STATE);

	private static final String WITH_ALL_ELSE = """
			, agreed as (
				insert into consent (id, booking_id, purpose, text_id, operator, given_at, network_address, taken_by)
				select c.id, signed.booking_id, c.purpose, t.id, ls.name || ', ' || ls.address, :now, cast(:address as text),
					cast(:actor as uuid)
				from signed
				join occurrence o on o.id = signed.occurrence_id
				join event e on e.id = o.event_id
				join neighbourhood_centre n on n.id = e.centre_id
				join library l on l.id = n.library_id
				join library_system ls on ls.id = l.library_system_id
				cross join unnest(:consentIds, :purposes) as c(id, purpose)
				cross join lateral (
					select x.id from consent_text x where x.purpose = c.purpose and x.language = :language
					order by x.version desc limit 1) t
			), people as (
				insert into participant (booking_id, position, name, age_band, age)
				select signed.booking_id, p.position, nullif(p.name, ''), nullif(p.band, ''), nullif(p.age, -1)
				from signed cross join unnest(:names, :bands, :ages) with ordinality as p(name, band, age, position)
			), answers as (
				insert into registration_answer (booking_id, question_id, answer)
				select signed.booking_id, a.question_id, a.answer
				from signed cross join unnest(:questions, :answers) as a(question_id, answer)
				join admission_question q on q.id = a.question_id
			), letter as (
				select put_letter(:letterId, k.kind, signed.id, cast('{}' as jsonb), cast(:email as text), :name, :language,
					k.kind || ':' || signed.id, :now)
				from signed cross join lateral (select 'registrations.' || case signed.state when 'UNCONFIRMED' then 'confirm'
					when 'REQUESTED' then 'requested' when 'WAITING' then 'waiting' else 'confirmed' end as kind) k
				where cast(:email as text) is not null
			)
			select signed.booking_id, signed.state, (select count(*) from letter) as letters from signed
			""";

	/** The further dates of a series: everything else was written with the first. */
	private static final String ALONE = "\nselect signed.booking_id, signed.state from signed";

	private final JdbcClient jdbc;

	private final Clock clock;

	SignUpStatement(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param first whether consents, people, answers and the letter are written too
	 * @return empty when there are not enough seats, sign-up is closed, or the person is
	 * signed up
	 */
	Optional<SignedUp> take(UUID booking, UUID occurrence, SignUp signUp, Signer signer, boolean first) {
		return run(TAKE, first ? booking : Ids.next(), booking, occurrence, signUp, signer, first);
	}

	/** As {@link #take}, onto the waiting list. */
	Optional<SignedUp> await(UUID booking, UUID occurrence, SignUp signUp, Signer signer) {
		return run(AWAIT, booking, booking, occurrence, signUp, signer, true);
	}

	/**
	 * Makes the seats of a form the person's.
	 * @return empty when they are gone
	 * @throws org.springframework.dao.DuplicateKeyException when the person is signed up
	 */
	Optional<SignedUp> convert(UUID hold, UUID occurrence, SignUp signUp, Signer signer) {
		return run(CONVERT, hold, hold, occurrence, signUp, signer, true);
	}

	private Optional<SignedUp> run(String take, UUID id, UUID booking, UUID occurrence, SignUp signUp, Signer signer,
			boolean first) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(take + (first ? WITH_ALL_ELSE : ALONE))
			.param("id", id)
			.param("booking", booking)
			.param("occurrence", occurrence)
			.param("seats", signUp.seats())
			.param("name", signUp.name())
			.param("email", (signUp.email() == null) ? null : signUp.email().value())
			.param("phone", (signUp.phone() == null) ? null : signUp.phone().value())
			.param("language", signUp.language().getLanguage())
			.param("desk", signer.isAtDesk())
			.param("proven", signer.emailProven())
			.param("actor", signer.isAtDesk() ? signer.librarian().accountId() : null)
			.param("now", SeatsLedger.utc(this.clock.instant()));
		return (first ? withAllElse(statement, signUp, signer) : statement)
			.query((row,
					_) -> (SignedUp) new SignedUp.Done(row.getObject("booking_id", UUID.class),
							RegistrationState.valueOf(row.getString("state"))))
			.optional();
	}

	private static JdbcClient.StatementSpec withAllElse(JdbcClient.StatementSpec statement, SignUp signUp,
			Signer signer) {
		List<UUID> questions = new ArrayList<>();
		List<String> answers = new ArrayList<>();
		for (Map.Entry<UUID, String> answer : signUp.answers().entrySet()) {
			questions.add(answer.getKey());
			answers.add(answer.getValue());
		}
		List<Participant> people = signUp.participants();
		return statement.param("address", signer.networkAddress())
			.param("consentIds", signUp.consents().stream().map((_) -> Ids.next()).toArray(UUID[]::new))
			.param("purposes", signUp.consents().stream().map(Enum::name).toArray(String[]::new))
			.param("names", people.stream().map((one) -> (one.name() == null) ? "" : one.name()).toArray(String[]::new))
			.param("bands",
					people.stream()
						.map((one) -> (one.ageBand() == null) ? "" : one.ageBand().name())
						.toArray(String[]::new))
			.param("ages", people.stream().map((one) -> (one.age() == null) ? -1 : one.age()).toArray(Integer[]::new))
			.param("questions", questions.toArray(UUID[]::new))
			.param("answers", answers.toArray(String[]::new))
			.param("letterId", Ids.next());
	}

}
