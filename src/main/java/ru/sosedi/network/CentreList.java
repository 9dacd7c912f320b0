package ru.sosedi.network;

import java.util.List;
import java.util.UUID;

/**
 * A part of the centres, by distance when a place is given, else by name.
 *
 * @param next what to ask for after; {@code null} when this is the last part
 */
public record CentreList(List<CentreCard> centres, UUID next) {

}
