package ru.sosedi.network.web;

/**
 * A step in a centre's life as it was typed.
 *
 * @param reason not asked for when it opens
 */
record CentreStepForm(String date, String reason) {

}
