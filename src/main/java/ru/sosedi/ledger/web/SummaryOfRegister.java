package ru.sosedi.ledger.web;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import ru.sosedi.agreements.RegisterSection;
import ru.sosedi.ledger.LedgerSummary;

/** What was promised and done, on the page of an agreement in the public register. */
@Component
class SummaryOfRegister implements RegisterSection {

	private final LedgerSummary summary;

	SummaryOfRegister(LedgerSummary summary) {
		this.summary = summary;
	}

	@Override
	public String template() {
		return "ledger/of-register";
	}

	@Override
	public Map<String, Object> model(UUID agreementId) {
		return Map.of("ledgerSums", this.summary.ofAgreement(agreementId));
	}

}
