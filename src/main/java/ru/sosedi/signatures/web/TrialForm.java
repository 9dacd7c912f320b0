package ru.sosedi.signatures.web;

import org.springframework.web.multipart.MultipartFile;
import ru.sosedi.signatures.ExpectedSigner;

/** A document, a signature, and the numbers of whoever should have signed. */
record TrialForm(MultipartFile document, MultipartFile signature, String inn, String ogrn) {

	static TrialForm empty() {
		return new TrialForm(null, null, null, null);
	}

	ExpectedSigner expected() {
		return new ExpectedSigner(digits(this.inn), digits(this.ogrn));
	}

	/** Numbers are often copied with blanks in them. */
	private static String digits(String typed) {
		String digits = (typed == null) ? "" : typed.replaceAll("[\\s\\u00A0]", "");
		return digits.isEmpty() ? null : digits;
	}

}
