/**
 * Who comes: sign-ups, seats, waiting lists, consents and tickets, and the personal data
 * in them. Addresses: {@code /registrations}, {@code /tickets}, {@code /my},
 * {@code /desk/registrations}, {@code /admin/registrations}.
 */
@ApplicationModule(displayName = "registrations",
		allowedDependencies = { "shared", "accounts", "notifications", "documents", "network", "programme", "feeds" })
package ru.sosedi.registrations;

import org.springframework.modulith.ApplicationModule;
