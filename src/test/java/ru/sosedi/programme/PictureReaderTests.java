package ru.sosedi.programme;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import ru.sosedi.shared.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class PictureReaderTests {

	@Test
	void aPictureComesOutInThreeSizes() throws IOException {
		PictureReader.Renditions read = PictureReader.read(Pictures.jpeg(2000, 1000));
		assertThat(read.width()).isEqualTo(2000);
		assertThat(read.sizes().get(PictureSize.SMALL).width()).isEqualTo(480);
		assertThat(read.sizes().get(PictureSize.MEDIUM).height()).isEqualTo(480);
		assertThat(read.sizes().get(PictureSize.LARGE).width()).isEqualTo(1600);
		BufferedImage large = decoded(read, PictureSize.LARGE);
		assertThat(large.getWidth()).isEqualTo(1600);
		assertThat(large.getHeight()).isEqualTo(800);
	}

	@Test
	void aSmallPictureIsNotEnlarged() {
		assertThat(PictureReader.read(Pictures.jpeg(300, 200)).sizes().get(PictureSize.LARGE).width()).isEqualTo(300);
	}

	@Test
	void whatIsTransparentBecomesWhite() throws IOException {
		BufferedImage small = decoded(PictureReader.read(Pictures.png(600, 300)), PictureSize.SMALL);
		assertThat(small.getRGB(small.getWidth() - 5, 5) & 0xff).isGreaterThan(250);
	}

	@Test
	void aTurnedPictureStandsUprightAndItsPositionIsGone() throws IOException {
		byte[] file = Pictures.jpegTurned(800, 400, "57.15N 65.53E");
		assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("57.15N");
		PictureReader.Renditions read = PictureReader.read(file);
		BufferedImage medium = decoded(read, PictureSize.MEDIUM);
		assertThat(medium.getWidth()).isEqualTo(400);
		assertThat(medium.getHeight()).isEqualTo(800);
		for (PictureReader.Rendition rendition : read.sizes().values()) {
			assertThat(new String(rendition.content(), StandardCharsets.ISO_8859_1)).doesNotContain("57.15N", "Exif");
		}
	}

	@Test
	void headersThatClaimAFloodOfPixelsAreRefusedAtOnce() {
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
			assertRefused(Pictures.pngClaiming(64_250, 64_250), "large");
			assertRefused(Pictures.jpegClaiming(64_250, 64_250), "large");
			assertRefused(Pictures.pngClaiming(1, 30_000), "large");
		});
	}

	@Test
	void whatIsNoPictureIsRefusedByContent() throws IOException {
		assertRefused(
				"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8),
				"kind");
		assertRefused("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), "kind");
		assertRefused(Pictures.gif(), "kind");
		assertRefused(zip(), "kind");
		assertRefused(new byte[0], "kind");
	}

	@Test
	void aTruncatedPictureIsRefused() {
		byte[] png = Pictures.png(400, 400);
		assertRefused(Arrays.copyOf(png, png.length / 2), "broken");
		assertRefused(Arrays.copyOf(Pictures.jpeg(400, 400), 60), "broken");
	}

	@Test
	void aFileOverTenMegabytesIsRefused() {
		assertRefused(new byte[PictureReader.MOST_BYTES + 1], "heavy");
	}

	@Test
	void nothingOfAPolyglotSurvives() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(Pictures.jpeg(50, 50));
		file.write(zip());
		byte[] clean = PictureReader.read(file.toByteArray()).sizes().get(PictureSize.SMALL).content();
		assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("PK", "evil");
	}

	@Test
	void anAnimatedPngIsRefused() {
		assertRefused(Pictures.apng(), "animated");
	}

	@Test
	void aPictureInCmykIsTaken() throws IOException {
		PictureReader.Renditions read = PictureReader.read(cmyk());
		assertThat(read.width()).isEqualTo(64);
		assertThat(decoded(read, PictureSize.SMALL).getColorModel().getNumComponents()).isEqualTo(3);
	}

	private static byte[] cmyk() throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
			writer.setOutput(target);
			WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null);
			writer.write(null, new IIOImage(raster, null, null), null);
		}
		finally {
			writer.dispose();
		}
		return out.toByteArray();
	}

	private static byte[] zip() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("evil.html"));
			zip.write("evil".getBytes(StandardCharsets.UTF_8));
		}
		return out.toByteArray();
	}

	private static BufferedImage decoded(PictureReader.Renditions read, PictureSize size) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(read.sizes().get(size).content()));
	}

	private static void assertRefused(byte[] file, String why) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> PictureReader.read(file))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("programme.event.picture." + why));
	}

}
