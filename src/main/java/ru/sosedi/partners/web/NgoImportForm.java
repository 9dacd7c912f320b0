package ru.sosedi.partners.web;

import org.springframework.web.multipart.MultipartFile;

/** A table to be uploaded, and the alliance that its rows join. */
record NgoImportForm(MultipartFile file, String allianceId) {

}
