package ru.sosedi.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import org.apache.tika.Tika;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * A file that shows that something was done: a PDF, a picture or an office document by
 * its content, whatever its name says.
 *
 * @param kind the media type
 */
public record Evidence(String name, String kind, byte[] content) {

	/** 10 MB. */
	public static final int MOST_BYTES = 10 * 1024 * 1024;

	private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/webp");

	private static final String PDF = "application/pdf";

	// names of entries stand in an archive as they are, packed or not
	private static final Map<String, String> OFFICE = Map.of("word/document.xml",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "xl/workbook.xml",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text",
			"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet");

	private static final int LONGEST_NAME = 200;

	private static final Tika TIKA = new Tika();

	/**
	 * @return {@code null} when there is no file
	 * @throws RefusedException at the field {@code file} when it is too large or of
	 * another kind
	 */
	public static Evidence of(String name, byte[] content) {
		if (content == null || content.length == 0) {
			return null;
		}
		if (content.length > MOST_BYTES) {
			throw new RefusedException("file", "ledger.fact.file.heavy");
		}
		String line = TypedText.line(name);
		String known = (line == null) ? "file" : line.replaceAll(".*[/\\\\]", "");
		known = known.isBlank() ? "file" : known;
		return new Evidence((known.length() > LONGEST_NAME) ? known.substring(known.length() - LONGEST_NAME) : known,
				kind(content), content);
	}

	private static String kind(byte[] content) {
		String kind = TIKA.detect(content);
		if (kind.equals(PDF) || PICTURES.contains(kind)) {
			return kind;
		}
		if (content.length > 3 && content[0] == 'P' && content[1] == 'K') {
			String bytes = new String(content, StandardCharsets.ISO_8859_1);
			for (Map.Entry<String, String> office : OFFICE.entrySet()) {
				if (bytes.contains(office.getKey())) {
					return office.getValue();
				}
			}
		}
		throw new RefusedException("file", "ledger.fact.file.kind");
	}

	/** Whether it is a picture, which a browser may show itself. */
	public boolean isPicture() {
		return PICTURES.contains(this.kind);
	}

}
