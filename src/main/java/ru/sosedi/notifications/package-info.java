/**
 * Letters: the outbox that every letter passes, and its sending. Address:
 * {@code /admin/outbox}.
 */
@ApplicationModule(displayName = "notifications", allowedDependencies = { "shared" })
package ru.sosedi.notifications;

import org.springframework.modulith.ApplicationModule;
