/**
 * Events and their occurrences. Addresses: {@code /events}, {@code /pictures},
 * {@code /desk/programme}.
 */
@ApplicationModule(displayName = "programme",
		allowedDependencies = { "shared", "accounts", "notifications", "documents", "network" })
package ru.sosedi.programme;

import org.springframework.modulith.ApplicationModule;
