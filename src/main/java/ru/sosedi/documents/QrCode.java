package ru.sosedi.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code (ISO/IEC 18004) with error correction of level M, which bears a crease or a
 * thumb, and the quiet zone of four modules that the standard asks for.
 */
public final class QrCode {

	private static final int QUIET = 4;

	private final ByteMatrix modules;

	private QrCode(ByteMatrix modules) {
		this.modules = modules;
	}

	/**
	 * @param text an address or any other text, up to about a thousand characters
	 * @throws IllegalArgumentException when it is too long for a code
	 */
	public static QrCode of(String text) {
		try {
			return new QrCode(Encoder
				.encode(text, ErrorCorrectionLevel.M,
						Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
				.getMatrix());
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("no QR code holds that", ex);
		}
	}

	/** The length of a side, in modules, the quiet zone included. */
	public int size() {
		return this.modules.getWidth() + 2 * QUIET;
	}

	/** The dark modules as the {@code d} of one SVG path in a square of {@link #size}. */
	public String path() {
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < this.modules.getHeight(); y++) {
			for (int x = 0; x < this.modules.getWidth(); x++) {
				int from = x;
				while (x < this.modules.getWidth() && this.modules.get(x, y) == 1) {
					x++;
				}
				if (x > from) {
					path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
					path.append('h').append(x - from).append("v1h").append(from - x).append('z');
				}
			}
		}
		return path.toString();
	}

	/**
	 * A picture for letters, black on white.
	 * @param scale pixels of one module
	 */
	public byte[] png(int scale) {
		BufferedImage picture = new BufferedImage(size() * scale, size() * scale, BufferedImage.TYPE_BYTE_BINARY);
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				picture.setRGB(x, y, isDark(x / scale - QUIET, y / scale - QUIET) ? 0 : 0xFFFFFF);
			}
		}
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "png", file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private boolean isDark(int x, int y) {
		return x >= 0 && y >= 0 && x < this.modules.getWidth() && y < this.modules.getHeight()
				&& this.modules.get(x, y) == 1;
	}

}
