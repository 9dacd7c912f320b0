package ru.sosedi.shared.web;

import org.springframework.validation.BindingResult;
import ru.sosedi.shared.RefusedException;

/** Puts a refusal of the domain beside the form field that caused it. */
public final class Refusals {

	private Refusals() {
	}

	public static void into(BindingResult errors, RefusedException refusal) {
		if (refusal.field() != null && errors.getFieldType(refusal.field()) != null) {
			errors.rejectValue(refusal.field(), refusal.messageKey(), refusal.arguments(), null);
		}
		else {
			errors.reject(refusal.messageKey(), refusal.arguments(), null);
		}
	}

}
