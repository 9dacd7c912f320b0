package ru.sosedi.signatures.web;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.web.multipart.MultipartFile;

/** Files of forms. */
final class Uploads {

	private Uploads() {
	}

	/** Empty when no file was sent. */
	static byte[] bytes(MultipartFile file) {
		try {
			return (file == null) ? new byte[0] : file.getBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
