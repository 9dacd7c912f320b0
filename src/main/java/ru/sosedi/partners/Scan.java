package ru.sosedi.partners;

import java.util.Set;

import org.apache.tika.Tika;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * The scan of a document: PDF, JPEG or PNG by its content, whatever its name says.
 *
 * @param kind the media type
 */
public record Scan(String name, String kind, byte[] content) {

	/** 10 MB. */
	public static final int MOST_BYTES = 10 * 1024 * 1024;

	private static final Set<String> KINDS = Set.of("application/pdf", "image/jpeg", "image/png");

	private static final int LONGEST_NAME = 200;

	private static final Tika TIKA = new Tika();

	/**
	 * @throws RefusedException at the field {@code file} when it is missing, too large or
	 * of another kind
	 */
	public static Scan of(String name, byte[] content) {
		if (content == null || content.length == 0) {
			throw new RefusedException("file", "partners.scan.missing");
		}
		if (content.length > MOST_BYTES) {
			throw new RefusedException("file", "partners.scan.heavy");
		}
		String kind = TIKA.detect(content);
		if (!KINDS.contains(kind)) {
			throw new RefusedException("file", "partners.scan.kind");
		}
		String line = TypedText.line(name);
		String known = (line == null) ? "scan" : line.replaceAll(".*[/\\\\]", "");
		return new Scan((known.length() > LONGEST_NAME) ? known.substring(0, LONGEST_NAME) : known, kind, content);
	}

}
