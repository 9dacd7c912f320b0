package ru.sosedi.partners;

/**
 * The logo of an NGO.
 *
 * @param tag the hash of its content
 */
public record Logo(String tag, byte[] png) {

}
