package ru.sosedi.network;

import java.util.List;

/**
 * A part of the rows, the gravest first.
 *
 * @param next where the following part begins, for the address; {@code null} on the last
 */
public record ImportRowPage(List<ImportRow> rows, String next) {

}
