package ru.sosedi.accounts.web;

import java.util.List;

/** Whom an administrator invites, and to which roles. */
record InvitationForm(String email, String name, String language, List<String> roles, List<String> libraries,
		String ngoName, String search) {

	InvitationForm {
		roles = (roles == null) ? List.of() : roles;
		libraries = (libraries == null) ? List.of() : libraries;
	}

	static InvitationForm empty() {
		return new InvitationForm("", "", "ru", List.of(), List.of(), "", "");
	}

	RolesForm rolesForm() {
		return new RolesForm(this.roles, this.libraries, this.ngoName, this.search, null);
	}

}
