package ru.sosedi.network;

import java.util.UUID;

/**
 * What tells a library apart within its system.
 *
 * @param number may be {@code null}
 * @param version the version to hand to {@link LibraryService#change}
 */
public record LibraryKey(UUID id, Integer number, String name, String address, long version) {

}
