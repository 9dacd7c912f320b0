package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.CommitmentKind;

/** What the sides of an agreement have promised and done, added up for everybody. */
@Service
@Transactional(readOnly = true)
public class LedgerSummary {

	private final Ledger ledger;

	LedgerSummary(Ledger ledger) {
		this.ledger = ledger;
	}

	/**
	 * All promises of one kind by one side.
	 *
	 * @param role how the text calls the side
	 * @param promised by the periods that are over
	 * @param done confirmed, or by events held
	 */
	public record Sum(UUID party, String name, String role, CommitmentKind kind, BigDecimal promised, BigDecimal done) {

		Sum with(Progress progress) {
			return new Sum(this.party, this.name, this.role, this.kind, this.promised.add(progress.promised()),
					this.done.add(progress.done()));
		}

	}

	private record Key(UUID party, CommitmentKind kind) {

	}

	/**
	 * In the order of the text; empty before the first day in force. Whether the public
	 * may see the agreement is asked before.
	 */
	public List<Sum> ofAgreement(UUID agreementId) {
		Map<Key, Sum> sums = new LinkedHashMap<>();
		for (LedgerLine line : this.ledger.ofAgreement(Actor.portal(), agreementId)) {
			Promised promised = line.promised();
			Key key = new Key(promised.byParty(), promised.kind());
			Sum before = sums.getOrDefault(key, new Sum(promised.byParty(), promised.byName(), promised.byRole(),
					promised.kind(), BigDecimal.ZERO, BigDecimal.ZERO));
			sums.put(key, before.with(line.progress()));
		}
		return new ArrayList<>(sums.values());
	}

}
