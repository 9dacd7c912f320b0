package ru.sosedi.signatures;

/**
 * Whom the signature must be of. At least one number is needed: without both no signature
 * is accepted.
 *
 * @param inn of a legal entity, 10 digits, or {@code null}
 * @param ogrn 13 digits, or {@code null}
 */
public record ExpectedSigner(String inn, String ogrn) {

}
