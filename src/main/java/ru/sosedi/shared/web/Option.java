package ru.sosedi.shared.web;

/**
 * One choice of a list in a form, or one step of a trail of links.
 *
 * @param value what the form sends, or the address of the link
 * @param label what people read, already in their language
 */
public record Option(String value, String label) {

}
