package ru.sosedi.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.programme.EventForm;
import ru.sosedi.programme.EventTitle;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.programme.PictureService;
import ru.sosedi.shared.Audited;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.TypedText;
import tools.jackson.databind.json.JsonMapper;

/** The closing of events. */
@Service
@Transactional(readOnly = true)
public class CloseOuts {

	public static final int MOST_PHOTOS = 6;

	private static final Duration PATIENCE = Duration.ofDays(3);

	/** What has been forgotten for longer is no work for today. */
	private static final Duration REMEMBERED = Duration.ofDays(60);

	private static final int LONGEST_LINE = 300;

	private final JdbcClient jdbc;

	private final OccurrenceDirectory occurrences;

	private final CheckIns checkIns;

	private final Settlements settlements;

	private final PictureService pictures;

	private final EventTitle titles;

	private final JsonMapper json;

	private final ApplicationEventPublisher publisher;

	private final Clock clock;

	CloseOuts(JdbcClient jdbc, OccurrenceDirectory occurrences, CheckIns checkIns, Settlements settlements,
			PictureService pictures, EventTitle titles, JsonMapper json, ApplicationEventPublisher publisher,
			Clock clock) {
		this.jdbc = jdbc;
		this.occurrences = occurrences;
		this.checkIns = checkIns;
		this.settlements = settlements;
		this.pictures = pictures;
		this.titles = titles;
		this.json = json;
		this.publisher = publisher;
		this.clock = clock;
	}

	/**
	 * What is over and not closed, the oldest first; a librarian's own libraries, all for
	 * an administrator.
	 */
	public List<OpenDate> open(Actor actor, int most) {
		Instant now = this.clock.instant();
		return this.jdbc
			.sql("""
					select o.id, e.form, e.title, c.name as centre, o.starts_at, o.time_zone, o.ends_at < :overdue as overdue
					from occurrence o
					join event e on e.id = o.event_id
					join neighbourhood_centre c on c.id = e.centre_id
					where o.listed and o.state = 'SCHEDULED' and o.ends_at <= :now and o.ends_at > :from
					and (:all or c.library_id = any(:own))
					and not exists (select from close_out x where x.occurrence_id = o.id)
					order by o.starts_at, o.id limit :most
					""")
			.param("overdue", utc(now.minus(PATIENCE)))
			.param("now", utc(now))
			.param("from", utc(now.minus(REMEMBERED)))
			.param("all", actor.is(Role.ADMINISTRATOR))
			.param("own", (actor.is(Role.LIBRARIAN) ? actor.libraryIds() : Set.<UUID>of()).toArray(UUID[]::new))
			.param("most", most)
			.query((row, _) -> new OpenDate(row.getObject("id", UUID.class), EventForm.valueOf(row.getString("form")),
					row.getString("title"), row.getString("centre"),
					row.getObject("starts_at", OffsetDateTime.class)
						.atZoneSameInstant(ZoneId.of(row.getString("time_zone"))),
					row.getBoolean("overdue")))
			.list();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/**
	 * Of one of the actor's dates; empty while it is open.
	 * @throws NotFoundException when the date is not the actor's
	 */
	public Optional<CloseOut> find(Actor actor, UUID occurrenceId) {
		this.occurrences.forReading(actor, occurrenceId);
		return find(occurrenceId);
	}

	private Optional<CloseOut> find(UUID occurrenceId) {
		return this.jdbc.sql("select * from close_out where occurrence_id = ?")
			.param(occurrenceId)
			.query((row, _) -> new CloseOut(occurrenceId, details(row), row.getInt("signed_up"), row.getInt("came"),
					row.getTimestamp("closed_at").toInstant(), photos(occurrenceId), corrections(occurrenceId),
					row.getLong("version")))
			.optional();
	}

	private static CloseOutDetails details(ResultSet row) throws SQLException {
		return new CloseOutDetails(row.getInt("to_14"), row.getInt("from_15_to_30"), row.getInt("from_31_to_54"),
				row.getInt("from_55"), row.getInt("remote"), row.getObject("with_disabilities", Integer.class),
				CloseOut.Source.valueOf(row.getString("source")), row.getString("result"));
	}

	private List<CloseOut.Photo> photos(UUID occurrenceId) {
		return this.jdbc.sql("select picture_id, alt from close_out_photo where occurrence_id = ? order by position")
			.param(occurrenceId)
			.query((row, _) -> new CloseOut.Photo(row.getObject(1, UUID.class), row.getString(2)))
			.list();
	}

	private List<CloseOut.Correction> corrections(UUID occurrenceId) {
		return this.jdbc.sql("select * from close_out_correction where occurrence_id = ? order by at, id limit 100")
			.param(occurrenceId)
			.query((row, _) -> new CloseOut.Correction(row.getTimestamp("at").toInstant(), row.getString("actor_name"),
					row.getString("reason"), read(row.getString("before")), read(row.getString("after"))))
			.list();
	}

	private CloseOutDetails read(String text) {
		return this.json.readValue(text, CloseOutDetails.class);
	}

	/** Why the date cannot be closed, as a message key; {@code null} when it can. */
	public String refusal(OccurrenceFacts date) {
		if (!date.listed()) {
			return "attendance.close-out.draft";
		}
		if (date.isCancelled()) {
			return "attendance.close-out.cancelled";
		}
		return date.hasBegun(this.clock.instant()) ? null : "attendance.close-out.early";
	}

	/**
	 * Closes a date and settles what its event counts towards. From then on its numbers
	 * change only with a reason.
	 * @param nobody whether "nobody came" was said on purpose
	 * @param photos files as uploaded; none or up to {@value #MOST_PHOTOS}
	 * @param alt what they show; needed only with photos
	 * @throws RefusedException at the field that makes no sense
	 * @throws StaleEditException when somebody closed it meanwhile
	 */
	@Transactional
	public void close(Actor actor, UUID occurrenceId, CloseOutDetails details, boolean nobody, List<byte[]> photos,
			String alt) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, occurrenceId);
		String refusal = refusal(date);
		if (refusal != null) {
			throw new RefusedException(null, refusal);
		}
		if (details.visits() == 0 && details.remote() == 0 && !nobody) {
			throw new RefusedException("nobody", "attendance.close-out.nobody.say");
		}
		int written = this.jdbc
			.sql("""
					insert into close_out (occurrence_id, to_14, from_15_to_30, from_31_to_54, from_55, remote, with_disabilities,
						source, result, signed_up, came, closed_at, closed_by)
					select :id, :to14, :from15, :from31, :from55, :remote, cast(:disabilities as int), :source,
						cast(:result as text), (select coalesce(sum(seats), 0) from registration
							where occurrence_id = :id and state in ('CONFIRMED', 'REQUESTED', 'UNCONFIRMED', 'OFFERED')),
						:came, :now, :by
					on conflict (occurrence_id) do nothing
					""")
			.param("id", occurrenceId)
			.param("to14", details.to14())
			.param("from15", details.from15To30())
			.param("from31", details.from31To54())
			.param("from55", details.from55())
			.param("remote", details.remote())
			.param("disabilities", details.withDisabilities())
			.param("source", details.source().name())
			.param("result", details.result())
			.param("came", this.checkIns.present(occurrenceId).signedUp())
			.param("now", utc(this.clock.instant()))
			.param("by", actor.accountId())
			.update();
		if (written == 0) {
			throw new StaleEditException("close-out of " + occurrenceId);
		}
		keep(actor, occurrenceId, photos, alt);
		this.settlements.settle(actor, date);
		this.publisher.publishEvent(new CloseOut.Closed(occurrenceId));
		record(actor, date, "attendance.close-out.closed", Map.of(), fields(details));
	}

	private void keep(Actor actor, UUID occurrenceId, List<byte[]> photos, String alt) {
		if (photos.size() > MOST_PHOTOS) {
			throw new RefusedException("photos", "attendance.close-out.photos.many", MOST_PHOTOS);
		}
		if (photos.isEmpty()) {
			return;
		}
		String shown = TypedText.noLonger(TypedText.required(alt, "alt", "attendance.close-out.alt.missing"),
				LONGEST_LINE, "alt");
		for (int position = 0; position < photos.size(); position++) {
			UUID picture = this.pictures.keepForGood(actor, photos.get(position));
			this.jdbc.sql("insert into close_out_photo (occurrence_id, position, picture_id, alt) values (?, ?, ?, ?)")
				.params(occurrenceId, position, picture, shown)
				.update();
		}
	}

	/**
	 * Corrects a closed date; what it was before is kept with the reason.
	 * @param version the version that the form was opened with
	 * @throws StaleEditException when somebody corrected it meanwhile
	 */
	@Transactional
	public void correct(Actor actor, UUID occurrenceId, CloseOutDetails details, String reason, long version) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, occurrenceId);
		String why = TypedText.noLonger(TypedText.required(reason, "reason", "attendance.correction.reason.missing"),
				LONGEST_LINE, "reason");
		CloseOut before = find(occurrenceId).orElseThrow(() -> new NotFoundException("close-out of " + occurrenceId));
		int changed = this.jdbc.sql("""
				update close_out set to_14 = :to14, from_15_to_30 = :from15, from_31_to_54 = :from31, from_55 = :from55,
					remote = :remote, with_disabilities = cast(:disabilities as int), source = :source,
					result = cast(:result as text), version = version + 1
				where occurrence_id = :id and version = :version
				""")
			.param("to14", details.to14())
			.param("from15", details.from15To30())
			.param("from31", details.from31To54())
			.param("from55", details.from55())
			.param("remote", details.remote())
			.param("disabilities", details.withDisabilities())
			.param("source", details.source().name())
			.param("result", details.result())
			.param("id", occurrenceId)
			.param("version", version)
			.update();
		if (changed == 0) {
			throw new StaleEditException("close-out of " + occurrenceId);
		}
		this.jdbc.sql("""
				insert into close_out_correction (id, occurrence_id, at, actor_id, actor_name, reason, before, after)
				values (:id, :occurrence, :at, :actor, :name, :reason, cast(:before as jsonb), cast(:after as jsonb))
				""")
			.param("id", Ids.next())
			.param("occurrence", occurrenceId)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("actor", actor.accountId())
			.param("name", actor.name())
			.param("reason", why)
			.param("before", this.json.writeValueAsString(before.details()))
			.param("after", this.json.writeValueAsString(details))
			.update();
		record(actor, date, "attendance.close-out.corrected", fields(before.details()), fields(details));
	}

	private void record(Actor actor, OccurrenceFacts date, String action, Map<String, String> before,
			Map<String, String> after) {
		this.publisher.publishEvent(new Audited(actor.accountId(), actor.name(), action, "Occurrence",
				date.id().toString(), this.titles.of(date.form(), date.title()), before, after));
	}

	private static Map<String, String> fields(CloseOutDetails details) {
		Map<String, String> fields = new TreeMap<>();
		fields.put("to14", String.valueOf(details.to14()));
		fields.put("from15To30", String.valueOf(details.from15To30()));
		fields.put("from31To54", String.valueOf(details.from31To54()));
		fields.put("from55", String.valueOf(details.from55()));
		fields.put("remote", String.valueOf(details.remote()));
		fields.put("withDisabilities", String.valueOf(details.withDisabilities()));
		fields.put("source", details.source().name());
		return fields;
	}

}
