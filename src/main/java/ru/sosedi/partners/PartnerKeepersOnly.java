package ru.sosedi.partners;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Pages of those who keep cards of partners: a leader her own NGO's, coordinators and
 * administrators all; which rows they see is the query's matter.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('NGO_LEADER', 'COORDINATOR', 'ADMINISTRATOR')")
public @interface PartnerKeepersOnly {

}
