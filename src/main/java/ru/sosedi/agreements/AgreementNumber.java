package ru.sosedi.agreements;

/**
 * The number of a registered agreement, without gaps within its scope.
 *
 * @param scope the year, or the id of the agreement that it belongs to
 * @param ordinal from 1
 * @param text as it stands on paper: {@code 7/2026}; of what belongs to another, that
 * one's number and its own: {@code 7/2026-1}
 */
public record AgreementNumber(String scope, int ordinal, String text) {

}
