package ru.sosedi.agreements;

/**
 * One clause of a template.
 *
 * @param position from 1
 */
public record TemplateClause(int position, ClauseWords words) {

}
