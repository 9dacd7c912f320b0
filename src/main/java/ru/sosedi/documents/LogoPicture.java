package ru.sosedi.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import net.coobird.thumbnailator.Thumbnails;
import org.apache.tika.Tika;
import ru.sosedi.shared.RefusedException;

/**
 * Turns an uploaded file into a clean PNG: its kind is judged by its content, its size by
 * its header before anything is decoded, and what comes out is drawn anew. SVG is no
 * picture here: it can carry scripts.
 */
public final class LogoPicture {

	private static final int LONGEST_SIDE = 512;

	private static final int MOST_BYTES = 5 * 1024 * 1024;

	private static final long MOST_PIXELS = 16_000_000;

	private static final Set<String> KINDS = Set.of("image/jpeg", "image/png", "image/webp");

	private static final Tika TIKA = new Tika();

	private LogoPicture() {
	}

	/**
	 * The picture as PNG, at most 512 pixels at its longest side.
	 * @throws RefusedException at the field {@code logo} when the file is missing, too
	 * large, broken or no picture
	 */
	public static byte[] read(byte[] file) {
		if (file.length == 0) {
			throw new RefusedException("logo", "documents.logo.missing");
		}
		if (file.length > MOST_BYTES) {
			throw new RefusedException("logo", "documents.logo.heavy");
		}
		if (!KINDS.contains(TIKA.detect(file))) {
			throw new RefusedException("logo", "documents.logo.kind");
		}
		try {
			return png(decode(file));
		}
		catch (RefusedException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			// Whatever a decoder stumbles over, the file is at fault.
			throw new RefusedException("logo", "documents.logo.broken");
		}
	}

	private static BufferedImage decode(byte[] file) throws IOException {
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new IOException("no reader");
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(input, true, true);
				if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
					throw new RefusedException("logo", "documents.logo.large");
				}
				return reader.read(0);
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static byte[] png(BufferedImage picture) throws IOException {
		int longest = Math.max(picture.getWidth(), picture.getHeight());
		int width = Math.max(1, Math.round(picture.getWidth() * Math.min(1f, (float) LONGEST_SIDE / longest)));
		int height = Math.max(1, Math.round(picture.getHeight() * Math.min(1f, (float) LONGEST_SIDE / longest)));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Thumbnails.of(picture)
			.imageType(BufferedImage.TYPE_INT_ARGB)
			.forceSize(width, height)
			.outputFormat("png")
			.toOutputStream(out);
		return out.toByteArray();
	}

	/** SHA-256. */
	public static byte[] digest(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
