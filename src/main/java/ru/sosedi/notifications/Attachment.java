package ru.sosedi.notifications;

import java.util.Objects;

/**
 * A file that a letter carries.
 *
 * @param name as the recipient sees it: letters, digits, points and hyphens
 * @param mediaType {@code text/calendar; charset=UTF-8}
 * @param contentId the name by which the HTML part shows it ({@code cid:<contentId>});
 * {@code null} for a file to be opened by itself
 */
public record Attachment(String name, String mediaType, byte[] content, String contentId) {

	public Attachment {
		Objects.requireNonNull(mediaType);
		Objects.requireNonNull(content);
		if (!isPlain(name)) {
			throw new IllegalArgumentException("not a file name: " + name);
		}
		if (contentId != null && !isPlain(contentId)) {
			throw new IllegalArgumentException("not a content id: " + contentId);
		}
	}

	// both stand in headers
	private static boolean isPlain(String name) {
		return name.matches("[A-Za-z0-9._-]{1,80}");
	}

	/** A picture within the HTML part. */
	public static Attachment inline(String contentId, String name, String mediaType, byte[] content) {
		return new Attachment(name, mediaType, content, contentId);
	}

	/** A file to be opened or kept. */
	public static Attachment file(String name, String mediaType, byte[] content) {
		return new Attachment(name, mediaType, content, null);
	}

	public boolean isInline() {
		return this.contentId != null;
	}

}
