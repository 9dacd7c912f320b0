package ru.sosedi.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.sosedi.documents.OfficeTable;
import ru.sosedi.ledger.LedgerLine;
import ru.sosedi.ledger.Promised;

/** The ledger to take away. */
@Component
class LedgerTable {

	private final MessageSource messages;

	LedgerTable(MessageSource messages) {
		this.messages = messages;
	}

	OfficeTable of(List<LedgerLine> lines, Locale language) {
		List<String> header = Stream
			.of("agreement", "clause", "who", "whom", "what", "kind", "amount", "cadence", "promised", "done",
					"unconfirmed", "disputed", "overdue", "state", "from", "to")
			.map((column) -> text("ledger.export." + column, language))
			.toList();
		return new OfficeTable(text("ledger.title", language), header,
				lines.stream().map((line) -> row(line, language)).toList());
	}

	private List<Object> row(LedgerLine line, Locale language) {
		Promised promised = line.promised();
		List<Object> row = new ArrayList<>();
		row.add(promised.number());
		row.add(line.clause());
		row.add(promised.byName());
		row.add(promised.toName());
		row.add(promised.what());
		row.add(text(promised.kind().messageKey(), language));
		row.add(promised.amount());
		row.add(text(promised.cadence().messageKey(), language));
		row.add(line.progress().promised());
		row.add(line.progress().done());
		row.add(line.progress().unconfirmed());
		row.add(line.progress().disputed());
		row.add(line.progress().overdue());
		row.add(text(line.progress().state().messageKey(), language));
		row.add(promised.term().from().toString());
		row.add((promised.term().endedOn() == null) ? null : promised.term().endedOn().toString());
		return row;
	}

	private String text(String key, Locale language) {
		return this.messages.getMessage(key, null, language);
	}

}
