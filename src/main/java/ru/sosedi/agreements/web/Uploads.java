package ru.sosedi.agreements.web;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.web.multipart.MultipartFile;
import ru.sosedi.agreements.UploadedFile;

/** Files of forms: one that is too large is not read. */
final class Uploads {

	private Uploads() {
	}

	/**
	 * @param file {@code null} when none was sent
	 * @param most bytes that are read
	 */
	static UploadedFile of(MultipartFile file, long most) {
		if (file == null || file.isEmpty()) {
			return new UploadedFile("", 0, null);
		}
		String name = (file.getOriginalFilename() == null) ? "" : file.getOriginalFilename();
		try {
			return new UploadedFile((name.length() > 200) ? name.substring(name.length() - 200) : name, file.getSize(),
					(file.getSize() > most) ? null : file.getBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
