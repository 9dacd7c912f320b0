/**
 * The programme for machines: iCalendar, Atom, JSON-LD. Address: {@code /feeds}.
 */
@ApplicationModule(displayName = "feeds", allowedDependencies = { "shared", "network", "programme" })
package ru.sosedi.feeds;

import org.springframework.modulith.ApplicationModule;
