package ru.sosedi.accounts.web;

import java.util.List;

/** Whom an administrator invites, and to which roles, as in {@link RolesForm}. */
record InvitationForm(String email, String name, String language, List<String> roles, List<String> libraries,
		List<String> ngos, List<String> signsFor, String search, String ngoSearch, String partySearch) {

	InvitationForm {
		roles = (roles == null) ? List.of() : roles;
		libraries = (libraries == null) ? List.of() : libraries;
		ngos = (ngos == null) ? List.of() : ngos;
		signsFor = (signsFor == null) ? List.of() : signsFor;
	}

	static InvitationForm empty() {
		return new InvitationForm("", "", "ru", null, null, null, null, "", "", "");
	}

	RolesForm rolesForm() {
		return new RolesForm(this.roles, this.libraries, this.ngos, this.signsFor, this.search, this.ngoSearch,
				this.partySearch, null);
	}

}
