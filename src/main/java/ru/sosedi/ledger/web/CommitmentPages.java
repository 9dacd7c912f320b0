package ru.sosedi.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import ru.sosedi.accounts.Actor;
import ru.sosedi.ledger.Fact;
import ru.sosedi.ledger.FactEntries;
import ru.sosedi.ledger.FactList;
import ru.sosedi.ledger.Ledger;
import ru.sosedi.ledger.LedgerChart;
import ru.sosedi.ledger.LedgerLine;
import ru.sosedi.shared.web.Option;

/** The page of one promise, which several forms come back to. */
@Component
class CommitmentPages {

	private final Ledger ledger;

	private final LedgerChart chart;

	private final FactList facts;

	private final FactEntries entries;

	private final MessageSource messages;

	CommitmentPages(Ledger ledger, LedgerChart chart, FactList facts, FactEntries entries, MessageSource messages) {
		this.ledger = ledger;
		this.chart = chart;
		this.facts = facts;
		this.entries = entries;
		this.messages = messages;
	}

	/**
	 * @param after the last fact of the part before; may be {@code null}
	 */
	String show(Actor actor, UUID id, UUID after, Model model, Locale language) {
		LedgerLine line = this.ledger.get(actor, id);
		List<Fact> found = this.facts.of(actor, id, after);
		boolean more = found.size() > FactList.PAGE;
		List<Fact> shown = more ? found.subList(0, FactList.PAGE) : found;
		LedgerChart.Chart drawn = this.chart.of(line);
		boolean mayRecord = this.entries.mayRecord(actor, id);
		model.addAttribute("line", line);
		model.addAttribute("facts", shown);
		model.addAttribute("next", more ? "/desk/ledger/commitments/" + id + "?after=" + shown.getLast().id() : null);
		model.addAttribute("mayRecord", mayRecord);
		if (!drawn.isEmpty()) {
			model.addAttribute("chart", drawn);
			model.addAttribute("drawing", ChartDrawing.of(drawn));
		}
		if (mayRecord) {
			List<Option> centres = new ArrayList<>();
			centres.add(new Option("", this.messages.getMessage("ledger.fact.centre.none", null, language)));
			this.entries.centres(actor, id).forEach((centre, name) -> centres.add(new Option(centre.toString(), name)));
			model.addAttribute("centres", centres);
		}
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", FactForm.empty());
		}
		return "ledger/commitment";
	}

}
