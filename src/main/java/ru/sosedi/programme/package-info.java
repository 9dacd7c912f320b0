/**
 * Events and their occurrences. Addresses: {@code /events}, {@code /pictures},
 * {@code /desk/programme}, {@code /admin/programme}.
 */
@ApplicationModule(displayName = "programme", allowedDependencies = { "shared", "accounts", "notifications",
		"documents", "network", "partners", "agreements", "ledger" })
package ru.sosedi.programme;

import org.springframework.modulith.ApplicationModule;
