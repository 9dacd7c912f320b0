package ru.sosedi.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QrCodeTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "https://sosedi.example/tickets/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE", "Зареченск" })
	void aCameraReadsThePictureAndThePath(String text) throws Exception {
		QrCode code = QrCode.of(text);
		assertThat(read(ImageIO.read(new ByteArrayInputStream(code.png(4))))).isEqualTo(text);
		assertThat(read(drawn(code, 4))).isEqualTo(text);
	}

	/** Draws the runs of the path by hand: each is {@code Mx yhWv1h-Wz}. */
	private static BufferedImage drawn(QrCode code, int scale) {
		int side = code.size() * scale;
		BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
		var pen = picture.createGraphics();
		pen.setColor(java.awt.Color.WHITE);
		pen.fillRect(0, 0, side, side);
		pen.setColor(java.awt.Color.BLACK);
		for (MatchResult run : Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z")
			.matcher(code.path())
			.results()
			.toList()) {
			pen.fillRect(number(run, 1) * scale, number(run, 2) * scale, number(run, 3) * scale, scale);
		}
		pen.dispose();
		return picture;
	}

	private static int number(MatchResult run, int group) {
		return Integer.parseInt(run.group(group));
	}

	private static String read(BufferedImage picture) throws Exception {
		int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
		LuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
		return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
	}

}
