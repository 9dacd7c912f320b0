package ru.sosedi.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Pages of those who write, sign or fulfil agreements; which rows they see is the query's
 * matter.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('LIBRARIAN', 'NGO_LEADER', 'SIGNATORY', 'METHODOLOGIST', 'COORDINATOR', 'ADMINISTRATOR')")
public @interface AgreementStaffOnly {

}
