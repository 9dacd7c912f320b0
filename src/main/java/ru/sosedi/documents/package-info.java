/**
 * What is printed, kept or shown to a camera: PDF from templates, Markdown, logos, QR
 * codes, tables from and for office programs. No address.
 */
@ApplicationModule(displayName = "documents", allowedDependencies = { "shared" })
package ru.sosedi.documents;

import org.springframework.modulith.ApplicationModule;
