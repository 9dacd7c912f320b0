package ru.sosedi.signatures;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Examples of GOST R 34.11-2012, appendix A, and of RFC 6986, section 10; they write
 * message and digest as one number, the last octet first.
 */
class DocumentDigestsTests {

	@Test
	void firstExampleOfTheStandard() {
		byte[] message = "012345678901234567890123456789012345678901234567890123456789012"
			.getBytes(StandardCharsets.US_ASCII);
		assertThat(DocumentDigests.of(message).streebog256())
			.isEqualTo(backwards("00557be5e584fd52a449b16b0251d05d27f94ab76cbaa6da890b59d8ef1e159d"));
	}

	@Test
	void secondExampleOfTheStandard() {
		byte[] message = HexFormat.of()
			.parseHex(backwards("fbe2e5f0eee3c820fbeafaebef20fffbf0e1e0f0f520e0ed20e8ece0ebe5f0f2f120fff0"
					+ "eeec20f120faf2fee5e2202ce8f6f3ede220e8e6eee1e8f0f2d1202ce8f0f2e5e220e5d1"));
		assertThat(DocumentDigests.of(message).streebog256())
			.isEqualTo(backwards("508f7e553c06501d749a66fc28c6cac0b005746d97537fa85d9e40904efed29d"));
	}

	@Test
	void exampleOfTheOtherStandard() {
		// FIPS 180-4, "abc"
		assertThat(DocumentDigests.of("abc".getBytes(StandardCharsets.US_ASCII)).sha256())
			.isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	}

	private static String backwards(String hex) {
		byte[] bytes = HexFormat.of().parseHex(hex);
		byte[] turned = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			turned[i] = bytes[bytes.length - 1 - i];
		}
		return HexFormat.of().formatHex(turned);
	}

}
