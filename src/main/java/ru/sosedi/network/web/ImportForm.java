package ru.sosedi.network.web;

import java.util.UUID;

import org.springframework.web.multipart.MultipartFile;
import ru.sosedi.network.ImportKind;

/** A file to bring in; the browser never gives a chosen file back. */
record ImportForm(ImportKind kind, UUID systemId, MultipartFile file) {

	static ImportForm empty(UUID systemId) {
		return new ImportForm(ImportKind.LIBRARIES, systemId, null);
	}

}
