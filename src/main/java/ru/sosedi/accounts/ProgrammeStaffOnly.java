package ru.sosedi.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Pages of those who make or guide the programme; which rows they see is the query's
 * matter.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('LIBRARIAN', 'METHODOLOGIST', 'ADMINISTRATOR')")
public @interface ProgrammeStaffOnly {

}
