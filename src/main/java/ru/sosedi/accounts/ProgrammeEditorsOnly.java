package ru.sosedi.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

/**
 * What only those do who write the programme: a librarian for her own libraries, an
 * administrator for all; which rows is the query's matter.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('LIBRARIAN', 'ADMINISTRATOR')")
public @interface ProgrammeEditorsOnly {

}
