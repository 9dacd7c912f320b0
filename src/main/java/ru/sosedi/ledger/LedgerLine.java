package ru.sosedi.ledger;

/**
 * One line of the ledger.
 *
 * @param clause its number in the signed text; empty when that has none
 */
public record LedgerLine(Promised promised, String clause, Progress progress) {

}
