package ru.sosedi.accounts.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;

/**
 * The sign-in form.
 *
 * @param next the page that was asked for, as the browser brings it back
 */
record SignInForm(@NotBlank(message = "{accounts.email.missing}") String email,
		@NotEmpty(message = "{accounts.password.missing}") String password, String next) {

	static SignInForm empty(String next) {
		return new SignInForm("", "", NextPage.isAllowed(next) ? next : null);
	}

	@Override
	public String toString() {
		return "SignInForm";
	}

}
