package ru.sosedi.network;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Pages of those who keep libraries: administrators all of them, librarians their own;
 * which rows that are is the query's matter.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('LIBRARIAN', 'ADMINISTRATOR')")
public @interface LibraryKeepersOnly {

}
