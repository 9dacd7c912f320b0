package ru.sosedi.ledger.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.ledger.LedgerFilter;
import ru.sosedi.ledger.ProgressState;

/** The filter of the ledger as it stands in the address; nonsense asks for nothing. */
record FilterForm(String party, String agreement, String centre, String kind, String state, String from, String to) {

	private static final int EARLIEST = 2000;

	private static final int LATEST = 2100;

	LedgerFilter toFilter() {
		return new LedgerFilter(id(this.party), id(this.agreement), id(this.centre),
				one(CommitmentKind.values(), this.kind), one(ProgressState.values(), this.state), day(this.from),
				day(this.to));
	}

	public boolean isEmpty() {
		return toFilter().equals(LedgerFilter.ALL);
	}

	/** The address of another page with the same filter. */
	String address(String path) {
		return address(path, Map.of());
	}

	String address(String path, Map<String, Object> more) {
		LedgerFilter filter = toFilter();
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("party", filter.party());
		parameters.put("agreement", filter.agreement());
		parameters.put("centre", filter.centre());
		parameters.put("kind", filter.kind());
		parameters.put("state", filter.state());
		parameters.put("from", filter.from());
		parameters.put("to", filter.to());
		parameters.putAll(more);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		parameters.forEach((name, value) -> {
			if (value != null) {
				address.queryParam(name, value);
			}
		});
		return address.build().toUriString();
	}

	static UUID id(String text) {
		try {
			return (text == null || text.isBlank()) ? null : UUID.fromString(text.strip());
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static LocalDate day(String text) {
		try {
			LocalDate day = (text == null || text.isBlank()) ? null : LocalDate.parse(text.strip());
			return (day == null || day.getYear() < EARLIEST || day.getYear() > LATEST) ? null : day;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static <E extends Enum<E>> E one(E[] values, String name) {
		return Arrays.stream(values).filter((value) -> value.name().equals(name)).findFirst().orElse(null);
	}

}
