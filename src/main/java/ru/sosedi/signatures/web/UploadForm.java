package ru.sosedi.signatures.web;

import org.springframework.web.multipart.MultipartFile;

/** A chosen file; {@code null} when none was sent. */
record UploadForm(MultipartFile file) {

	byte[] bytes() {
		return Uploads.bytes(this.file);
	}

}
