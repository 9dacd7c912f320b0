/**
 * Who changed what, when: listens to {@link ru.sosedi.shared.Audited}; nobody depends on
 * it. Address: {@code /admin/audit}.
 */
@ApplicationModule(displayName = "audit", allowedDependencies = { "shared", "accounts" })
package ru.sosedi.audit;

import org.springframework.modulith.ApplicationModule;
