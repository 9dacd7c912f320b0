package ru.sosedi.programme;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;
import ru.sosedi.shared.Ids;

/**
 * A picture of an event as it was uploaded: never changed; a new picture is a new row.
 * Its pixels stand in three sizes apart.
 */
@Entity
public class Picture implements Persistable<UUID> {

	@Id
	private UUID id;

	private UUID uploadedBy;

	private Instant uploadedAt;

	private int width;

	private int height;

	@Transient
	private boolean fresh;

	protected Picture() {
	}

	/**
	 * @param uploadedBy {@code null} for the portal itself
	 * @param width in pixels, upright, as uploaded
	 */
	public Picture(UUID uploadedBy, Instant uploadedAt, int width, int height) {
		this.id = Ids.next();
		this.uploadedBy = uploadedBy;
		this.uploadedAt = uploadedAt;
		this.width = width;
		this.height = height;
		this.fresh = true;
	}

	@PostLoad
	@PostPersist
	void stored() {
		this.fresh = false;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.fresh;
	}

	/** {@code null} for the portal itself. */
	public UUID getUploadedBy() {
		return this.uploadedBy;
	}

	public Instant getUploadedAt() {
		return this.uploadedAt;
	}

	public int getWidth() {
		return this.width;
	}

	public int getHeight() {
		return this.height;
	}

}
