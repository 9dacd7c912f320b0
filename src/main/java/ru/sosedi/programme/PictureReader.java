package ru.sosedi.programme;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.apache.tika.Tika;
import ru.sosedi.shared.RefusedException;

/**
 * Turns an uploaded file into clean pictures: its kind is judged by its content, its size
 * by its header before anything is decoded; what comes out is drawn anew, so nothing of
 * the file but its pixels survives (no position, no camera, no appended archive).
 */
final class PictureReader {

	static final int MOST_BYTES = 10 * 1024 * 1024;

	static final long MOST_PIXELS = 40_000_000;

	private static final int LONGEST_SIDE = 20_000;

	private static final Set<String> KINDS = Set.of("image/jpeg", "image/png", "image/webp");

	private static final float QUALITY = 0.82f;

	// A 40-megapixel picture takes 160 MB while it is decoded: two at a time.
	private static final Semaphore DECODING = new Semaphore(2);

	private static final int HEAD = 64 * 1024;

	private static final int LONGEST_WAIT_SECONDS = 20;

	private static final Tika TIKA = new Tika();

	private PictureReader() {
	}

	record Rendition(int width, int height, byte[] content) {

		static final String MEDIA_TYPE = "image/jpeg";

	}

	record Renditions(int width, int height, Map<PictureSize, Rendition> sizes) {
	}

	/**
	 * @throws RefusedException at {@code picture} when the file is not a picture of an
	 * allowed kind and size
	 */
	static Renditions read(byte[] file) {
		if (file.length > MOST_BYTES) {
			throw new RefusedException("picture", "programme.event.picture.heavy");
		}
		String kind = TIKA.detect(file);
		if (!KINDS.contains(kind)) {
			throw new RefusedException("picture", "programme.event.picture.kind");
		}
		try {
			return whenThereIsRoom(file);
		}
		catch (IOException | RuntimeException ex) {
			if (ex instanceof RefusedException refusal) {
				throw refusal;
			}
			// Whatever a decoder stumbles over, the file is at fault.
			throw new RefusedException("picture", "programme.event.picture.broken");
		}
	}

	private static Renditions whenThereIsRoom(byte[] file) throws IOException {
		boolean free = false;
		try {
			free = DECODING.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
			if (!free) {
				throw new RefusedException("picture", "programme.event.picture.busy");
			}
			return render(upright(file));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new RefusedException("picture", "programme.event.picture.busy");
		}
		finally {
			if (free) {
				DECODING.release();
			}
		}
	}

	private static BufferedImage upright(byte[] file) throws IOException {
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new IOException("no reader");
			}
			ImageReader reader = readers.next();
			try {
				boolean jpeg = "JPEG".equalsIgnoreCase(reader.getFormatName());
				// Only a JPEG's metadata is of use; those of others may be a bomb of
				// their own.
				reader.setInput(input, false, !jpeg);
				checkHeader(reader, file, jpeg);
				BufferedImage picture = decode(reader);
				Orientation orientation = jpeg ? ExifUtils.getExifOrientation(reader, 0) : null;
				return (orientation != null) ? ExifFilterUtils.getFilterForOrientation(orientation).apply(picture)
						: picture;
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static void checkHeader(ImageReader reader, byte[] file, boolean jpeg) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
			throw new RefusedException("picture", "programme.event.picture.large");
		}
		if (!jpeg && (isAnimatedPng(file) || reader.getNumImages(true) > 1)) {
			throw new RefusedException("picture", "programme.event.picture.animated");
		}
	}

	/** The animation's control chunk stands before the pixels. */
	private static boolean isAnimatedPng(byte[] file) {
		String head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1);
		int control = head.indexOf("acTL");
		int pixels = head.indexOf("IDAT");
		return head.startsWith("PNG", 1) && control > 0 && (pixels < 0 || control < pixels);
	}

	private static BufferedImage decode(ImageReader reader) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		ImageReadParam how = reader.getDefaultReadParam();
		// Every second pixel of a huge picture is plenty for 1600 px and saves its
		// memory.
		int step = (Math.min(width, height) > 2 * PictureSize.LARGE.width()) ? 2 : 1;
		how.setSourceSubsampling(step, step, 0, 0);
		return reader.read(0, how);
	}

	private static Renditions render(BufferedImage upright) throws IOException {
		Map<PictureSize, Rendition> sizes = new EnumMap<>(PictureSize.class);
		BufferedImage from = onWhite(upright, PictureSize.LARGE.width());
		for (PictureSize size : new PictureSize[] { PictureSize.LARGE, PictureSize.MEDIUM, PictureSize.SMALL }) {
			from = narrowed(from, size.width());
			sizes.put(size, new Rendition(from.getWidth(), from.getHeight(), jpeg(from)));
		}
		return new Renditions(upright.getWidth(), upright.getHeight(), sizes);
	}

	/** Scales down first, then lays what is transparent on white: JPEG knows no alpha. */
	private static BufferedImage onWhite(BufferedImage picture, int width) throws IOException {
		BufferedImage small = narrowed(picture, width);
		BufferedImage flat = new BufferedImage(small.getWidth(), small.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D canvas = flat.createGraphics();
		canvas.drawImage(small, 0, 0, Color.WHITE, null);
		canvas.dispose();
		return flat;
	}

	private static BufferedImage narrowed(BufferedImage picture, int width) throws IOException {
		if (picture.getWidth() <= width) {
			return picture;
		}
		int height = Math.max(1, (int) Math.round((double) picture.getHeight() * width / picture.getWidth()));
		return Thumbnails.of(picture).forceSize(width, height).asBufferedImage();
	}

	private static byte[] jpeg(BufferedImage picture) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Thumbnails.of(picture).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(out);
		return out.toByteArray();
	}

}
