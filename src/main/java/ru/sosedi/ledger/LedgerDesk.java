package ru.sosedi.ledger;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;

/** What of the ledger wants attention today. */
@Service
@Transactional(readOnly = true)
public class LedgerDesk {

	private static final LedgerFilter BEHIND = new LedgerFilter(null, null, null, null, ProgressState.BEHIND, null,
			null);

	private static final int MOST_BATCHES = 2;

	private final Ledger ledger;

	LedgerDesk(Ledger ledger) {
		this.ledger = ledger;
	}

	/**
	 * Promises that are behind: who leads or signs for a party sees what that party owes,
	 * all others what they see of the ledger.
	 * @param most of the newest agreements
	 */
	public List<LedgerLine> behind(Actor actor, int most) {
		Set<UUID> parties = actor.parties();
		boolean onlyOwn = !parties.isEmpty() && !LedgerAccess.keeps(actor);
		return this.ledger.list(actor, BEHIND, null, onlyOwn ? Ledger.PAGE : most, MOST_BATCHES)
			.lines()
			.stream()
			.filter((line) -> !onlyOwn || parties.contains(line.promised().byParty()))
			.limit(most)
			.toList();
	}

}
