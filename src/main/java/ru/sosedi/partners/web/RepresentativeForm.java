package ru.sosedi.partners.web;

import org.springframework.validation.BindingResult;
import ru.sosedi.partners.AuthorityKind;
import ru.sosedi.partners.Representation;
import ru.sosedi.partners.RepresentativeDetails;

/** Who speaks for a party, as it was typed. */
record RepresentativeForm(String name, String nameGenitive, String post, String postGenitive, String authority,
		String authorityNumber, String authorityDate, String validFrom, String validUntil, String accountId,
		Long version) {

	static RepresentativeForm empty() {
		return new RepresentativeForm("", "", "", "", AuthorityKind.CHARTER.name(), "", "", "", "", "", null);
	}

	static RepresentativeForm of(Representation representation) {
		RepresentativeDetails details = representation.details();
		return new RepresentativeForm(details.name(), details.nameGenitive(), details.post(), details.postGenitive(),
				details.authority().name(), text(details.authorityNumber()), text(details.authorityDate()),
				text(details.validFrom()), text(details.validUntil()), text(details.accountId()),
				representation.version());
	}

	private static String text(Object value) {
		return (value == null) ? "" : value.toString();
	}

	/** {@code null} when there are errors. */
	RepresentativeDetails toDetails(BindingResult errors) {
		PartnerFields fields = new PartnerFields(errors);
		var date = fields.date("authorityDate", this.authorityDate);
		var from = fields.date("validFrom", this.validFrom);
		var until = fields.date("validUntil", this.validUntil);
		if (this.accountId != null && !this.accountId.isBlank() && PartnerFields.id(this.accountId) == null) {
			errors.rejectValue("accountId", "partners.representative.account.unknown");
		}
		if (errors.hasErrors()) {
			return null;
		}
		return fields.read(() -> new RepresentativeDetails(PartnerFields.id(this.accountId), this.name,
				this.nameGenitive, this.post, this.postGenitive,
				PartnerFields.known(this.authority, AuthorityKind.class), this.authorityNumber, date, from, until));
	}

}
