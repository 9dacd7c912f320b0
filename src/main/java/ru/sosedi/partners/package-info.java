/**
 * NGOs, who speaks for them and for library systems, and alliances. Addresses:
 * {@code /partners}, {@code /desk/partners}, {@code /admin/partners}.
 */
@ApplicationModule(displayName = "partners",
		allowedDependencies = { "shared", "accounts", "notifications", "documents", "network" })
package ru.sosedi.partners;

import org.springframework.modulith.ApplicationModule;
