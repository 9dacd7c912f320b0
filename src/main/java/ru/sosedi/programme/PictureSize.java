package ru.sosedi.programme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three sizes in which a picture is kept. */
public enum PictureSize {

	SMALL(480), MEDIUM(960), LARGE(1600);

	private final int width;

	PictureSize(int width) {
		this.width = width;
	}

	/** The greatest width in pixels; a smaller picture is not enlarged. */
	public int width() {
		return this.width;
	}

	/** As it stands in an address: {@code small}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Empty for a word that names no size. */
	public static Optional<PictureSize> ofWord(String word) {
		return Arrays.stream(values()).filter((size) -> size.word().equals(word)).findFirst();
	}

}
