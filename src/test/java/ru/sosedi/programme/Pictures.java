package ru.sosedi.programme;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Pictures for tests, good and evil, made on the spot. */
public final class Pictures {

	private Pictures() {
	}

	public static byte[] jpeg(int width, int height) {
		return drawn(width, height, BufferedImage.TYPE_INT_RGB, "jpg");
	}

	/** Half of it is transparent. */
	public static byte[] png(int width, int height) {
		return drawn(width, height, BufferedImage.TYPE_INT_ARGB, "png");
	}

	public static byte[] gif() {
		return drawn(40, 40, BufferedImage.TYPE_BYTE_INDEXED, "gif");
	}

	private static byte[] drawn(int width, int height, int type, String format) {
		BufferedImage picture = new BufferedImage(width, height, type);
		Graphics2D canvas = picture.createGraphics();
		canvas.setColor(new Color(0x1f5c4a));
		canvas.fillRect(0, 0, width / 2, height);
		canvas.dispose();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, format, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/** A few bytes whose header claims any size. */
	public static byte[] pngClaiming(int width, int height) {
		byte[] png = png(2, 2);
		ByteBuffer header = ByteBuffer.wrap(png);
		header.putInt(16, width).putInt(20, height);
		CRC32 crc = new CRC32();
		crc.update(png, 12, 17);
		header.putInt(29, (int) crc.getValue());
		return png;
	}

	/** With the chunk that announces two frames. */
	public static byte[] apng() {
		byte[] png = png(2, 2);
		byte[] control = ByteBuffer.allocate(12)
			.put("acTL".getBytes(StandardCharsets.US_ASCII))
			.putInt(2)
			.putInt(0)
			.array();
		CRC32 crc = new CRC32();
		crc.update(control);
		return ByteBuffer.allocate(png.length + 20)
			.put(png, 0, 33)
			.putInt(8)
			.put(control)
			.putInt((int) crc.getValue())
			.put(png, 33, png.length - 33)
			.array();
	}

	/** A small JPEG whose frame header claims any size up to 65,535. */
	public static byte[] jpegClaiming(int width, int height) {
		byte[] jpeg = jpeg(16, 16);
		for (int i = 2; i < jpeg.length - 9; i++) {
			if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
				ByteBuffer.wrap(jpeg).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
				return jpeg;
			}
		}
		throw new IllegalStateException("no frame header");
	}

	/**
	 * With an EXIF block: turned by 90 degrees, and a text in the place of a position.
	 */
	public static byte[] jpegTurned(int width, int height, String secret) {
		byte[] jpeg = jpeg(width, height);
		byte[] words = secret.getBytes(StandardCharsets.US_ASCII);
		ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + words.length + 1);
		exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
		exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
		exif.putShort((short) 2);
		exif.putShort((short) 0x010f).putShort((short) 2).putInt(words.length + 1).putInt(38);
		exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
		exif.putInt(0).put(words).put((byte) 0);
		byte[] block = exif.array();
		ByteBuffer out = ByteBuffer.allocate(jpeg.length + block.length + 4);
		out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (block.length + 2)).put(block);
		out.put(jpeg, 2, jpeg.length - 2);
		return out.array();
	}

}
