/**
 * Who came: check-in at the door, the closing of events with head-counts, and what people
 * said afterwards. Addresses: {@code /desk/attendance}, {@code /feedback}.
 */
@ApplicationModule(displayName = "attendance", allowedDependencies = { "shared", "accounts", "documents", "network",
		"agreements", "ledger", "programme", "registrations" })
package ru.sosedi.attendance;

import org.springframework.modulith.ApplicationModule;
