package ru.sosedi.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * Pictures of events. They are never changed: a new picture is a new row, so their
 * addresses may be cached for ever.
 */
@Service
public class PictureService {

	/** How long a picture may wait for the event that it was uploaded for. */
	private static final Duration PATIENCE = Duration.ofDays(2);

	private final JdbcClient jdbc;

	private final Clock clock;

	PictureService(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Pixels to send.
	 *
	 * @param listed whether residents may see it
	 */
	public record File(String mediaType, byte[] content, boolean listed) {

	}

	/**
	 * Cleans and keeps an uploaded file.
	 * @return the id to name in {@link EventDetails#pictureId()}
	 * @throws RefusedException at {@code picture} when it is not a JPEG, PNG or WebP
	 * picture within bounds
	 */
	@Transactional
	public UUID keep(Actor actor, byte[] file) {
		PictureReader.Renditions renditions = PictureReader.read(file);
		UUID id = Ids.next();
		this.jdbc.sql(
				"insert into picture (id, uploaded_by, uploaded_at, width, height) values (:id, :by, :at, :width, :height)")
			.param("id", id)
			.param("by", actor.accountId())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("width", renditions.width())
			.param("height", renditions.height())
			.update();
		for (Map.Entry<PictureSize, PictureReader.Rendition> size : renditions.sizes().entrySet()) {
			this.jdbc.sql("""
					insert into picture_rendition (picture_id, size, media_type, width, height, content)
					values (:id, :size, :type, :width, :height, :content)
					""")
				.param("id", id)
				.param("size", size.getKey().name())
				.param("type", PictureReader.Rendition.MEDIA_TYPE)
				.param("width", size.getValue().width())
				.param("height", size.getValue().height())
				.param("content", size.getValue().content())
				.update();
		}
		return id;
	}

	/**
	 * Keeps a picture for a module above, which never gives it back; the staff sees it.
	 * @throws RefusedException as {@link #keep} does
	 */
	@Transactional
	public UUID keepForGood(Actor actor, byte[] file) {
		UUID id = keep(actor, file);
		this.jdbc.sql("update picture set kept = true where id = ?").param(id).update();
		return id;
	}

	/**
	 * A picture of a listed event is everybody's; another one is for the staff that may
	 * see its event, and for whom it was uploaded by.
	 * @param actor {@code null} when nobody is signed in
	 * @throws NotFoundException when there is none for that person
	 */
	@Transactional(readOnly = true)
	public File find(Actor actor, UUID id, PictureSize size) {
		boolean listed = this.jdbc.sql("""
				select exists (select 1 from event where picture_id = ? and state in ('PUBLISHED', 'CANCELLED'))
				""").param(id).query(Boolean.class).single();
		if (!listed && !isVisibleTo(actor, id)) {
			throw new NotFoundException("picture " + id);
		}
		return this.jdbc.sql("select media_type, content from picture_rendition where picture_id = ? and size = ?")
			.param(id)
			.param(size.name())
			.query((row, _) -> new File(row.getString(1), row.getBytes(2), listed))
			.optional()
			.orElseThrow(() -> new NotFoundException("picture " + id));
	}

	private boolean isVisibleTo(Actor actor, UUID id) {
		return actor != null && this.jdbc.sql("""
				select exists (select 1 from picture where id = :id and (uploaded_by = :account or kept))
					or exists (select 1 from event e join neighbourhood_centre c on c.id = e.centre_id
						where e.picture_id = :id and (:all or c.library_id = any(:own)))
				""")
			.param("id", id)
			.param("account", actor.accountId())
			.param("all", StaffEvents.seesAll(actor))
			.param("own", StaffEvents.libraries(actor).toArray(UUID[]::new))
			.query(Boolean.class)
			.single();
	}

	/**
	 * A form names a picture by its id: it must be the event's own already, or one that
	 * the same person uploaded.
	 */
	void requireUsable(Actor actor, UUID id, UUID present) {
		if (id == null || id.equals(present)) {
			return;
		}
		boolean own = this.jdbc
			.sql("select exists (select 1 from picture where id = ? and uploaded_by is not distinct from ?)")
			.param(id)
			.param(actor.accountId())
			.query(Boolean.class)
			.single();
		if (!own) {
			throw new RefusedException("picture", "programme.event.picture.foreign");
		}
	}

	/** Uploads whose form was never saved. */
	@Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
	@Transactional
	public void removeUnused() {
		this.jdbc.sql("""
				delete from picture p where p.uploaded_at < ?
					and not p.kept and not exists (select 1 from event e where e.picture_id = p.id)
				""").param(Timestamp.from(this.clock.instant().minus(PATIENCE))).update();
	}

}
