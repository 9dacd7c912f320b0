package ru.sosedi.partners;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import ru.sosedi.shared.RefusedException;

/** Reads cells of a table into the card of an NGO; an empty cell says nothing. */
@Component
class NgoImportReader {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu");

	private final NgoImportWords words;

	NgoImportReader(NgoImportWords words) {
		this.words = words;
	}

	/**
	 * The card as it would be.
	 * @param stored the card of now; {@code null} when there is none
	 * @throws RefusedException at the field at fault
	 */
	NgoDetails read(Function<NgoImportColumn, String> cell, NgoDetails stored) {
		boolean old = stored != null;
		return new NgoDetails(or(cell.apply(NgoImportColumn.SHORT_NAME), old ? stored.shortName() : null),
				or(cell.apply(NgoImportColumn.FULL_NAME), old ? stored.fullName() : null),
				legalForm(cell.apply(NgoImportColumn.LEGAL_FORM), old ? stored.legalForm() : null),
				or(NgoRequisites.inn(cell.apply(NgoImportColumn.INN), "inn"), old ? stored.inn() : null),
				or(NgoRequisites.ogrn(cell.apply(NgoImportColumn.OGRN), "ogrn"), old ? stored.ogrn() : null),
				or(NgoRequisites.kpp(cell.apply(NgoImportColumn.KPP), "kpp"), old ? stored.kpp() : null),
				or(cell.apply(NgoImportColumn.ADDRESS), old ? stored.address() : null),
				or(cell.apply(NgoImportColumn.BANK_DETAILS), old ? stored.bankDetails() : null),
				areas(cell.apply(NgoImportColumn.AREAS), old ? stored.areas() : Set.of()),
				territories(cell.apply(NgoImportColumn.TERRITORIES), old ? stored.territories() : List.of()),
				or(cell.apply(NgoImportColumn.ABOUT), old ? stored.about() : null),
				or(cell.apply(NgoImportColumn.PHONE), old ? stored.phone() : null), old && stored.phonePublic(),
				or(cell.apply(NgoImportColumn.EMAIL), old ? stored.email() : null), old && stored.emailPublic(),
				or(cell.apply(NgoImportColumn.SITE), old ? stored.site() : null), old ? stored.registers() : List.of());
	}

	/**
	 * {@code 01.03.2026} or {@code 2026-03-01}; {@code null} for an empty cell.
	 * @throws RefusedException at the field {@code joinedOn}
	 */
	LocalDate joinedOn(String cell) {
		if (cell.isEmpty()) {
			return null;
		}
		try {
			return (cell.indexOf('-') > 0) ? LocalDate.parse(cell) : LocalDate.parse(cell, DAY);
		}
		catch (DateTimeException notADay) {
			throw new RefusedException("joinedOn", "partners.import.problem.day");
		}
	}

	/**
	 * Every value of a card that a table can say, in the portal's own words; empty texts
	 * for nothing.
	 */
	String text(NgoDetails card, NgoImportColumn column) {
		if (card == null) {
			return "";
		}
		Object value = switch (column) {
			case SHORT_NAME -> card.shortName();
			case FULL_NAME -> card.fullName();
			case LEGAL_FORM -> this.words.own(card.legalForm().messageKey());
			case INN -> card.inn();
			case OGRN -> card.ogrn();
			case KPP -> card.kpp();
			case ADDRESS -> card.address();
			case BANK_DETAILS -> card.bankDetails();
			case AREAS -> new TreeSet<>(card.areas()).stream()
				.map((area) -> this.words.own(area.messageKey()))
				.collect(Collectors.joining("; "));
			case TERRITORIES -> String.join("; ", card.territories());
			case PHONE -> card.phone();
			case EMAIL -> card.email();
			case SITE -> card.site();
			case ABOUT -> card.about();
			case JOINED_ON -> null;
		};
		return (value == null) ? "" : value.toString();
	}

	private LegalForm legalForm(String cell, LegalForm stored) {
		if (cell.isEmpty()) {
			return stored;
		}
		LegalForm form = this.words.legalForms().get(NgoImportWords.plain(cell));
		if (form == null) {
			throw new RefusedException("legalForm", "partners.import.problem.form", cell);
		}
		return form;
	}

	private Set<AreaOfWork> areas(String cell, Set<AreaOfWork> stored) {
		if (cell.isEmpty()) {
			return stored;
		}
		Map<String, AreaOfWork> known = this.words.areas();
		Set<AreaOfWork> areas = new LinkedHashSet<>();
		for (String word : cell.split("[;,\n]")) {
			AreaOfWork area = known.get(NgoImportWords.plain(word));
			if (area == null && !word.isBlank()) {
				throw new RefusedException("areas", "partners.import.problem.area", word.strip());
			}
			if (area != null) {
				areas.add(area);
			}
		}
		return areas;
	}

	private static List<String> territories(String cell, List<String> stored) {
		return cell.isEmpty() ? stored : Arrays.asList(cell.split("[;\n]"));
	}

	private static String or(String cell, String stored) {
		return cell.isEmpty() ? stored : cell;
	}

	private static <T> T or(T read, T stored) {
		return (read == null) ? stored : read;
	}

}
