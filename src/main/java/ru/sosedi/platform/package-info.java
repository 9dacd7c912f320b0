/**
 * What the portal runs on: database, security chain, clock, error pages, caches.
 * Addresses: {@code /error}, {@code /admin/guide}.
 */
@ApplicationModule(displayName = "platform", allowedDependencies = { "shared", "accounts" })
package ru.sosedi.platform;

import org.springframework.modulith.ApplicationModule;
