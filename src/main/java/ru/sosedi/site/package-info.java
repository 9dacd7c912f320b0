/**
 * Pages that gather what other modules know: home, desk, preferences. Addresses:
 * {@code /}, {@code /desk}, {@code /preferences}, {@code /sitemap.xml},
 * {@code /robots.txt}.
 */
@ApplicationModule(displayName = "site", allowedDependencies = { "shared", "accounts", "platform", "network",
		"partners", "agreements", "ledger", "programme", "feeds", "attendance" })
package ru.sosedi.site;

import org.springframework.modulith.ApplicationModule;
