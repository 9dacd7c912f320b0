package ru.sosedi.network;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The import's words and fixtures, without an application around them. */
final class ImportFormat {

	private ImportFormat() {
	}

	static ImportWords words() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/network");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new ImportWords(messages);
	}

	/** A file of {@code src/test/resources/import}. */
	static byte[] file(String name) {
		try (var file = ImportFormat.class.getResourceAsStream("/import/" + name)) {
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
