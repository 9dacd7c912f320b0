package ru.sosedi.agreements.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import ru.sosedi.agreements.NewAgreement;
import ru.sosedi.agreements.TemplateDetails;
import ru.sosedi.shared.RefusedException;

/**
 * A new agreement as it was typed.
 *
 * @param template an id
 * @param parent an id; empty for an agreement on its own
 * @param parties ids by side
 * @param words what to look for among the parties, by side
 */
record NewAgreementForm(String template, String parent, String title, List<String> parties, List<String> words,
		String place, String startsOn, String endsOn, String prolongation, String prolongationMonths, String noticeDays,
		Boolean coversAllCentres, List<String> centres, String newParentEnd) {

	private static final int MOST_SIDES = 6;

	NewAgreementForm {
		parties = padded(parties);
		words = padded(words);
		centres = (centres == null) ? List.of() : centres;
	}

	private static List<String> padded(List<String> typed) {
		List<String> six = new ArrayList<>((typed == null) ? List.of() : typed);
		while (six.size() < MOST_SIDES) {
			six.add("");
		}
		return six;
	}

	/** With what may be left out filled in as usual. */
	NewAgreementForm begun(String usualTitle) {
		TermsForm usual = TermsForm.empty();
		return new NewAgreementForm(this.template, this.parent, Typed.isEmpty(this.title) ? usualTitle : this.title,
				this.parties, this.words, this.place, this.startsOn, this.endsOn,
				Typed.isEmpty(this.prolongation) ? usual.prolongation() : this.prolongation, this.prolongationMonths,
				Typed.isEmpty(this.noticeDays) ? usual.noticeDays() : this.noticeDays, this.coversAllCentres,
				this.centres, this.newParentEnd);
	}

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	NewAgreement toDetails(List<TemplateDetails.Side> sides) {
		List<UUID> chosen = new ArrayList<>();
		for (int index = 0; index < sides.size() && Typed.isEmpty(this.parent); index++) {
			UUID party = Typed.id("parties[" + index + "]", this.parties.get(index));
			if (party == null) {
				throw new RefusedException("parties[" + index + "]", "agreements.draft.party.missing",
						sides.get(index).roleName());
			}
			chosen.add(party);
		}
		return new NewAgreement(Typed.id("template", this.template), Typed.id("parent", this.parent), this.title,
				chosen,
				new TermsForm(this.title, this.place, this.startsOn, this.endsOn, this.prolongation,
						this.prolongationMonths, this.noticeDays, this.coversAllCentres, this.centres,
						this.newParentEnd, "")
					.toTerms());
	}

}
