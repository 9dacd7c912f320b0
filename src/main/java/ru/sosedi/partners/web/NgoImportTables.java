package ru.sosedi.partners.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.sosedi.documents.OfficeTable;
import ru.sosedi.partners.NgoImport;
import ru.sosedi.partners.NgoImportColumn;
import ru.sosedi.partners.NgoImportRow;

/** The tables that an import gives out: the empty one, and the refused rows. */
@Component
class NgoImportTables {

	private final MessageSource messages;

	NgoImportTables(MessageSource messages) {
		this.messages = messages;
	}

	/** Header, and an example that is not read, for it begins with {@code #}. */
	OfficeTable template(Locale language) {
		List<NgoImportColumn> columns = Arrays.asList(NgoImportColumn.values());
		List<Object> example = new ArrayList<>(
				columns.stream().map((column) -> message(column.messageKey() + ".example", language)).toList());
		example.set(0, "# " + example.getFirst());
		return new OfficeTable(message("partners.import.title", language),
				columns.stream().map((column) -> message(column.messageKey(), language)).toList(), List.of(example));
	}

	/** The refused rows as they stood in the file, and why they were refused. */
	OfficeTable refused(NgoImport draft, List<NgoImportRow> rows, Locale language) {
		List<String> header = new ArrayList<>(draft.header());
		header.add(message("partners.import.row", language));
		header.add(message("partners.import.reason", language));
		List<List<Object>> table = new ArrayList<>();
		for (NgoImportRow row : rows) {
			if (row.verdict() == NgoImportRow.Verdict.REFUSE) {
				List<Object> cells = new ArrayList<>(row.cells());
				while (cells.size() < draft.header().size()) {
					cells.add("");
				}
				cells.add(row.number());
				cells.add(reasons(row, language));
				table.add(cells);
			}
		}
		return new OfficeTable(message("partners.import.title", language), header, table);
	}

	private String reasons(NgoImportRow row, Locale language) {
		return String.join("; ", row.problems().stream().map((problem) -> {
			String reason = message(problem.messageKey(), language, problem.arguments().toArray());
			return (problem.column() == null) ? reason
					: message(problem.column().messageKey(), language) + ": " + reason;
		}).toList());
	}

	private String message(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, (arguments.length == 0) ? null : arguments, language);
	}

}
