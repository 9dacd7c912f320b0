package ru.sosedi.agreements.web;

import java.util.List;

import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementTerms;
import ru.sosedi.agreements.Prolongation;
import ru.sosedi.shared.RefusedException;

/** Title, term and coverage as they were typed. */
record TermsForm(String title, String place, String startsOn, String endsOn, String prolongation,
		String prolongationMonths, String noticeDays, Boolean coversAllCentres, List<String> centres,
		String newParentEnd, String version) {

	TermsForm {
		centres = (centres == null) ? List.of() : centres;
	}

	static TermsForm empty() {
		return new TermsForm("", "", "", "", Prolongation.NONE.name(), "", String.valueOf(AgreementTerms.USUAL_NOTICE),
				false, List.of(), "", "");
	}

	static TermsForm of(Agreement agreement) {
		AgreementTerms terms = agreement.terms();
		return new TermsForm(agreement.title(), terms.place(), Typed.text(terms.startsOn()), Typed.text(terms.endsOn()),
				terms.prolongation().name(), Typed.text(terms.prolongationMonths()), String.valueOf(terms.noticeDays()),
				terms.coversAllCentres(), terms.centres().stream().map(Object::toString).toList(),
				Typed.text(terms.newParentEnd()), String.valueOf(agreement.version()));
	}

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	AgreementTerms toTerms() {
		Integer notice = Typed.whole("noticeDays", this.noticeDays);
		return new AgreementTerms(this.place, Typed.day("startsOn", this.startsOn), Typed.day("endsOn", this.endsOn),
				Typed.choice("prolongation", this.prolongation, Prolongation.class),
				Typed.whole("prolongationMonths", this.prolongationMonths),
				(notice == null) ? AgreementTerms.USUAL_NOTICE : notice, Boolean.TRUE.equals(this.coversAllCentres),
				Typed.ids("centres", this.centres), Typed.day("newParentEnd", this.newParentEnd));
	}

}
