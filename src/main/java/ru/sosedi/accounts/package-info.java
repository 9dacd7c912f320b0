/**
 * Who a person is and what they may do. Addresses: {@code /login}, {@code /logout},
 * {@code /password}, {@code /invitations}, {@code /me}, {@code /admin/accounts}.
 */
@ApplicationModule(displayName = "accounts", allowedDependencies = { "shared", "notifications" })
package ru.sosedi.accounts;

import org.springframework.modulith.ApplicationModule;
