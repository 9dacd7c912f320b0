/**
 * Words of the language that three or more modules speak: values and exceptions, no nouns
 * of the domain, no services.
 */
@ApplicationModule(displayName = "shared", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package ru.sosedi.shared;

import org.springframework.modulith.ApplicationModule;
