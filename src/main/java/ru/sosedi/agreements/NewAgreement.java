package ru.sosedi.agreements;

import java.util.List;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What a draft begins with.
 *
 * @param templateId what it is made from
 * @param parentId the signed agreement that it amends or is a schedule to, else
 * {@code null}
 * @param title never {@code null}
 * @param parties by side of the template; not asked for where there is a parent, whose
 * sides it takes
 */
public record NewAgreement(UUID templateId, UUID parentId, String title, List<UUID> parties, AgreementTerms terms) {

	static final int LONGEST_TITLE = 300;

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	public NewAgreement {
		title = titled(title);
		parties = List.copyOf(parties);
	}

	static String titled(String typed) {
		return TypedText.noLonger(TypedText.required(typed, "title", "agreements.draft.title.missing"), LONGEST_TITLE,
				"title");
	}

}
