package ru.sosedi.agreements;

/**
 * A value that one agreement has for itself.
 *
 * @param value as it was typed and checked: a day is written {@code 2026-12-31}; may be
 * empty
 */
public record AgreementField(String name, String label, FieldType type, boolean required, String value) {

}
