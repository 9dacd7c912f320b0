/**
 * What mathematics and certificates say about a detached signature of given bytes, and
 * whom the administrator trusts for it. Knows nothing of what is signed. Address:
 * {@code /admin/signatures}.
 */
@ApplicationModule(displayName = "signatures", allowedDependencies = { "shared", "accounts" })
package ru.sosedi.signatures;

import org.springframework.modulith.ApplicationModule;
