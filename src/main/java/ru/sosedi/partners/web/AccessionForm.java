package ru.sosedi.partners.web;

import org.springframework.web.multipart.MultipartFile;

/** A party's agreement to use the simple signature, as it was typed. */
record AccessionForm(String documentName, String documentNumber, String signedOn, MultipartFile file) {

	static AccessionForm empty() {
		return new AccessionForm("", "", "", null);
	}

}
