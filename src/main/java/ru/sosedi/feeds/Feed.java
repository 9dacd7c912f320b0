package ru.sosedi.feeds;

import java.time.Instant;

import org.springframework.util.MimeType;

/**
 * A document for machines, ready to be sent.
 *
 * @param text the whole document
 * @param type with its character set
 * @param changedAt the youngest change of anything in it, or {@code null} when nothing is
 * in it
 */
public record Feed(String text, MimeType type, Instant changedAt) {

}
