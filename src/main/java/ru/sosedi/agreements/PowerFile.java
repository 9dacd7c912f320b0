package ru.sosedi.agreements;

import java.util.Set;

import org.apache.tika.Tika;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * A power of attorney that comes with a detached signature: the XML of a machine-readable
 * one, a PDF, or a ZIP of it and its signature. Kept as it came, not examined.
 */
public record PowerFile(String name, byte[] content) {

	/** 5 MB. */
	public static final int MOST_BYTES = 5 * 1024 * 1024;

	private static final Set<String> KINDS = Set.of("application/pdf", "application/xml", "application/zip",
			"text/xml");

	private static final int LONGEST_NAME = 200;

	private static final Tika TIKA = new Tika();

	/**
	 * @throws RefusedException at the field {@code power} when it is too large or of
	 * another kind by its content
	 */
	public PowerFile {
		if (content.length > MOST_BYTES) {
			throw new RefusedException("power", "agreements.detached.power.heavy");
		}
		String kind = TIKA.detect(content);
		if (!KINDS.contains(kind) && !kind.endsWith("+xml")) {
			throw new RefusedException("power", "agreements.detached.power.kind");
		}
		String line = TypedText.line(name);
		name = (line == null) ? "power" : line.replaceAll(".*[/\\\\]", "");
		name = (name.length() > LONGEST_NAME) ? name.substring(name.length() - LONGEST_NAME) : name;
	}

}
