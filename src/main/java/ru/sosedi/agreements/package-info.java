/**
 * Cooperation agreements: drafted from templates, negotiated clause by clause, frozen,
 * signed, in force, amended and ended; and what their sides promised. Addresses:
 * {@code /agreements}, {@code /desk/agreements}, {@code /admin/agreements}.
 */
@ApplicationModule(displayName = "agreements", allowedDependencies = { "shared", "accounts", "notifications",
		"documents", "network", "partners", "signatures" })
package ru.sosedi.agreements;

import org.springframework.modulith.ApplicationModule;
