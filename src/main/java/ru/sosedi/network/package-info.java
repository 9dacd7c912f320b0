/**
 * Library systems, libraries, rooms, opening hours and neighbourhood centres. Addresses:
 * {@code /centres}, {@code /libraries}, {@code /network}, {@code /admin/network}.
 */
@ApplicationModule(displayName = "network",
		allowedDependencies = { "shared", "accounts", "notifications", "documents" })
package ru.sosedi.network;

import org.springframework.modulith.ApplicationModule;
