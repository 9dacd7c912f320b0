package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementStanding;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Clause;
import ru.sosedi.agreements.RenewalDrafts;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * Prepares renewals: a supplementary agreement for one more term, with the results of the
 * present one as its appendix.
 */
@Service
@Transactional(readOnly = true)
public class Renewals {

	private static final Locale OF_TEXTS = Locale.of("ru");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", OF_TEXTS);

	private final Agreements agreements;

	private final RenewalDrafts drafts;

	private final Ledger ledger;

	private final MessageSource messages;

	Renewals(Agreements agreements, RenewalDrafts drafts, Ledger ledger, MessageSource messages) {
		this.agreements = agreements;
		this.drafts = drafts;
		this.ledger = ledger;
		this.messages = messages;
	}

	/**
	 * The draft; the one that somebody has begun already, if there is one.
	 * @return its id
	 * @throws NotFoundException for anybody but coordinators and administrators
	 * @throws RefusedException when the agreement has no end, was never signed or is over
	 */
	@Transactional
	public UUID prepare(Actor actor, UUID agreementId) {
		Agreement parent = this.agreements.forKeeping(actor, agreementId);
		Optional<UUID> begun = this.drafts.begun(agreementId);
		if (begun.isPresent()) {
			return begun.get();
		}
		AgreementStanding standing = this.agreements.standing(agreementId);
		if (!standing.isSigned() || standing.lastDay() == null) {
			throw new RefusedException(null, "ledger.renewal.endless");
		}
		LocalDate newEnd = nextEnd(standing.inForceFrom(), standing.lastDay());
		return this.drafts.create(actor, agreementId, newEnd, text("ledger.renewal.title"),
				text("ledger.renewal.clause", parent.number(), DAY.format(newEnd)),
				text("ledger.renewal.results", DAY.format(standing.inForceFrom()), DAY.format(this.agreements.today())),
				results(actor, agreementId));
	}

	/**
	 * The last day of a term as long as that one, counted in calendar months and days.
	 */
	static LocalDate nextEnd(LocalDate first, LocalDate last) {
		LocalDate next = last.plusDays(1);
		return next.plus(java.time.Period.between(first, next)).minusDays(1);
	}

	private String results(Actor actor, UUID agreementId) {
		List<LedgerLine> lines = this.ledger.ofAgreement(actor, agreementId);
		if (lines.isEmpty()) {
			return text("ledger.renewal.nothing");
		}
		StringBuilder table = new StringBuilder(text("ledger.renewal.table")).append("\n|---|---|---|---:|---:|\n");
		int written = 0;
		for (LedgerLine line : lines) {
			String row = row(line);
			if (table.length() + row.length() > Clause.LONGEST_BODY / 2) {
				return table + "\n" + text("ledger.renewal.more", lines.size() - written);
			}
			table.append(row);
			written++;
		}
		return table.toString();
	}

	private String row(LedgerLine line) {
		Promised promised = line.promised();
		return "| %s | %s | %s, %s | %s | %s |\n".formatted(cell(line.clause()), cell(promised.byName()),
				cell(promised.what()), cell(text(promised.kind().messageKey())), number(line.progress().owed()),
				number(line.progress().done()));
	}

	// what people typed is words, never markup
	private static String cell(String words) {
		return words.replaceAll("\\s+", " ").replaceAll("([\\\\|`*_\\[\\]<>{}#!~])", "\\\\$1");
	}

	private static String number(BigDecimal amount) {
		NumberFormat format = NumberFormat.getInstance(OF_TEXTS);
		format.setGroupingUsed(false);
		return format.format(amount);
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, OF_TEXTS);
	}

}
