package ru.sosedi.partners.web;

import org.springframework.web.multipart.MultipartFile;

/** The logo to be uploaded; {@code null} when no file was chosen. */
record NgoLogoForm(MultipartFile logo) {

}
