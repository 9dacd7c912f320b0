package ru.sosedi.network.web;

import org.springframework.web.multipart.MultipartFile;

/** An uploaded logo; {@code null} when no file was sent. */
record LogoForm(MultipartFile logo) {

}
