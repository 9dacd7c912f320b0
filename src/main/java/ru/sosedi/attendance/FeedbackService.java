package ru.sosedi.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/** What people say after an event. Who said what is kept nowhere. */
@Service
@Transactional(readOnly = true)
public class FeedbackService {

	static final int LONGEST = 1000;

	/** Of fewer answers a mean would tell what one person said. */
	private static final int FEWEST = 3;

	private static final int MOST_WORDS = 200;

	private static final int BEST = 5;

	private final JdbcClient jdbc;

	private final OccurrenceDirectory occurrences;

	private final Clock clock;

	FeedbackService(JdbcClient jdbc, OccurrenceDirectory occurrences, Clock clock) {
		this.jdbc = jdbc;
		this.occurrences = occurrences;
		this.clock = clock;
	}

	/**
	 * What was said of a date.
	 *
	 * @param mean of the marks; {@code null} while there are too few
	 * @param words in no order that tells whose they are
	 */
	public record Said(int answers, Double mean, List<String> words) {

	}

	/**
	 * The date of a sign-up.
	 * @throws NotFoundException when there is no such sign-up
	 */
	public OccurrenceFacts dateOf(UUID registrationId) {
		return this.jdbc.sql("select occurrence_id from registration where id = ? and state = 'CONFIRMED'")
			.param(registrationId)
			.query(UUID.class)
			.optional()
			.flatMap(this.occurrences::find)
			.orElseThrow(() -> new NotFoundException("registration " + registrationId));
	}

	public boolean isOver(OccurrenceFacts date) {
		return !date.isCancelled() && date.isOver(this.clock.instant());
	}

	public boolean hasAnswered(UUID registrationId) {
		return this.jdbc.sql("select exists (select from feedback_given where registration_id = ?)")
			.param(registrationId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Takes an answer, once.
	 * @param mark 1 to 5; {@code null} when none was chosen
	 * @param words may be empty
	 * @throws RefusedException when it is too early, a second one, or without a mark
	 */
	@Transactional
	public void give(UUID registrationId, Integer mark, String words) {
		OccurrenceFacts date = dateOf(registrationId);
		if (!isOver(date)) {
			throw new RefusedException(null, "attendance.feedback.early");
		}
		if (mark == null || mark < 1 || mark > BEST) {
			throw new RefusedException("mark", "attendance.feedback.mark.missing");
		}
		String said = TypedText.noLonger(
				Optional.of(TypedText.lines(words)).filter((text) -> !text.isEmpty()).orElse(null), LONGEST, "words");
		int first = this.jdbc.sql("insert into feedback_given (registration_id) values (?) on conflict do nothing")
			.param(registrationId)
			.update();
		if (first == 0) {
			throw new RefusedException(null, "attendance.feedback.twice");
		}
		this.jdbc.sql("insert into feedback (occurrence_id, mark, words, given_on) values (?, ?, ?, ?)")
			.params(date.id(), mark, said, LocalDate.ofInstant(this.clock.instant(), date.startsAt().getZone()))
			.update();
	}

	/** Of a date whose rows the caller may see. */
	public Said of(UUID occurrenceId) {
		return this.jdbc.sql("select count(*), avg(mark) from feedback where occurrence_id = ?")
			.param(occurrenceId)
			.query((row, _) -> new Said(row.getInt(1), (row.getInt(1) < FEWEST) ? null : row.getDouble(2),
					words(occurrenceId)))
			.single();
	}

	private List<String> words(UUID occurrenceId) {
		return this.jdbc
			.sql("select words from feedback where occurrence_id = ? and words is not null order by id limit ?")
			.params(occurrenceId, MOST_WORDS)
			.query(String.class)
			.list();
	}

}
