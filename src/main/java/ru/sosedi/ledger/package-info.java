/**
 * What the sides of agreements promised and what they did: facts with their evidence,
 * confirmations and disputes, who is behind, what runs out. Addresses:
 * {@code /desk/ledger}.
 */
@ApplicationModule(displayName = "ledger", allowedDependencies = { "shared", "accounts", "notifications", "documents",
		"network", "partners", "agreements" })
package ru.sosedi.ledger;

import org.springframework.modulith.ApplicationModule;
