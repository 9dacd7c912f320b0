package ru.sosedi.agreements;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What new agreements are made from.
 *
 * @param retiredAt {@code null} while it is in use
 */
public record AgreementTemplate(UUID id, TemplateDetails details, Instant retiredAt, long version,
		List<TemplateClause> clauses) {

	public AgreementKind kind() {
		return this.details.kind();
	}

	public String title() {
		return this.details.title();
	}

	public boolean isRetired() {
		return this.retiredAt != null;
	}

}
