/**
 * The demonstration network: the invented city of Zarechensk, filled through the services
 * on the first start without a database of one's own. No address.
 */
@ApplicationModule(displayName = "demo", allowedDependencies = { "shared", "accounts", "documents", "network",
		"partners", "agreements", "programme", "registrations", "attendance" })
package ru.sosedi.demo;

import org.springframework.modulith.ApplicationModule;
