package ru.sosedi.agreements;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.partners.AuthorityKind;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.Representative;

/**
 * What the fields of a text are filled with: {@code side1.fullName} and its kin from the
 * parties' requisites, {@code number}, {@code place}, {@code startsOn}, {@code endsOn},
 * {@code centres}, {@code term}, {@code prolongation}, {@code parent.number}, and the
 * agreement's own fields by name. The text of an agreement is Russian whatever language
 * the page speaks.
 */
@Service
@Transactional(readOnly = true)
public class TextValues {

	static final Locale OF_TEXTS = Locale.of("ru");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", OF_TEXTS);

	private static final Set<String> OF_EACH = Set.of("title", "number", "date", "place", "startsOn", "endsOn",
			"newParentEnd", "centres", "term", "prolongation", "noticeDays");

	private static final Set<String> OF_PARENT = Set.of("parent.title", "parent.number", "parent.date");

	private static final Set<String> OF_SIDE = Set.of("roleName", "fullName", "shortName", "inn", "kpp", "ogrn",
			"address", "bank", "phone", "email", "signer", "signerPost", "authority", "acting");

	private final JdbcClient jdbc;

	private final Parties parties;

	private final Representations representations;

	private final MessageSource messages;

	TextValues(JdbcClient jdbc, Parties parties, Representations representations, MessageSource messages) {
		this.jdbc = jdbc;
		this.parties = parties;
		this.representations = representations;
		this.messages = messages;
	}

	/**
	 * The names that are filled by the portal.
	 * @param parent whether the agreement belongs to another
	 */
	static Set<String> names(int sides, boolean parent) {
		Set<String> names = new TreeSet<>(OF_EACH);
		names.addAll(parent ? OF_PARENT : Set.of());
		for (int side = 1; side <= sides; side++) {
			for (String what : OF_SIDE) {
				names.add("side" + side + "." + what);
			}
		}
		return names;
	}

	/** Whether a template's own field cannot be called so. */
	static boolean isOfThePortal(String name) {
		return OF_EACH.contains(name);
	}

	/** The values as they are now; names without a value are left out. */
	public Map<String, String> of(Agreement agreement) {
		Map<String, String> values = new TreeMap<>();
		put(values, "title", agreement.title());
		put(values, "number", agreement.number());
		put(values, "date", day(agreement.registeredOn()));
		put(values, "place", agreement.terms().place());
		put(values, "startsOn", day(agreement.terms().startsOn()));
		put(values, "endsOn", day(agreement.terms().endsOn()));
		put(values, "newParentEnd", day(agreement.terms().newParentEnd()));
		put(values, "centres", centres(agreement));
		term(values, agreement.terms());
		if (agreement.parentId() != null) {
			this.jdbc.sql("select title, number, registered_on from agreement where id = ?")
				.param(agreement.parentId())
				.query((row, _) -> {
					put(values, "parent.title", row.getString("title"));
					put(values, "parent.number", row.getString("number"));
					put(values, "parent.date", day(row.getObject("registered_on", LocalDate.class)));
					return 0;
				})
				.list();
		}
		agreement.parties().forEach((side) -> side(values, side));
		this.jdbc.sql("select name, type, value from agreement_field where agreement_id = ?")
			.param(agreement.id())
			.query((row, _) -> {
				put(values, row.getString("name"),
						"DATE".equals(row.getString("type")) ? day(row.getString("value")) : row.getString("value"));
				return 0;
			})
			.list();
		return values;
	}

	private void side(Map<String, String> values, AgreementParty side) {
		String name = "side" + side.side() + ".";
		Party party = this.parties.get(side.partyId());
		put(values, name + "roleName", side.roleName());
		put(values, name + "fullName", party.fullName());
		put(values, name + "shortName", party.shortName());
		put(values, name + "inn", (party.inn() == null) ? null : party.inn().value());
		put(values, name + "kpp", (party.kpp() == null) ? null : party.kpp().value());
		put(values, name + "ogrn", (party.ogrn() == null) ? null : party.ogrn().value());
		put(values, name + "address", party.address());
		put(values, name + "bank", party.bankDetails());
		put(values, name + "phone", party.phone());
		put(values, name + "email", party.email());
		if (side.representationId() != null) {
			this.representations.find(side.representationId()).ifPresent((person) -> {
				put(values, name + "signer", person.name());
				put(values, name + "signerPost", person.post());
				put(values, name + "authority", authority(person));
				put(values, name + "acting", acting(person));
			});
		}
	}

	private void term(Map<String, String> values, AgreementTerms terms) {
		String start = (terms.startsOn() == null) ? say("agreements.text.starts.signing")
				: say("agreements.text.starts.day", day(terms.startsOn()));
		String end = (terms.endsOn() == null) ? say("agreements.text.ends.never")
				: say("agreements.text.ends.day", day(terms.endsOn()));
		put(values, "term", start + " " + end);
		put(values, "prolongation",
				(terms.prolongation() == Prolongation.AUTOMATIC)
						? say("agreements.text.prolonged", terms.prolongationMonths(), terms.noticeDays())
						: say("agreements.text.not-prolonged"));
		put(values, "noticeDays", String.valueOf(terms.noticeDays()));
	}

	/** «директора Петровой Веры Ивановны, действующей на основании Устава». */
	private String acting(Representative person) {
		String genitive = person.nameGenitive();
		String form = has(genitive, say("agreements.text.ending.female")) ? "female"
				: has(genitive, say("agreements.text.ending.male")) ? "male" : "unknown";
		String who = (person.postGenitive() + " " + genitive).strip();
		return say("agreements.text.acting." + form, who, authority(person));
	}

	// the patronymic says it, wherever it stands in the name
	private static boolean has(String name, String ending) {
		return Arrays.stream(name.split("\\s+")).anyMatch((word) -> word.endsWith(ending));
	}

	/**
	 * On what a representative acts, in the genitive: «Устава», «доверенности № 5 от 1
	 * марта 2026 года».
	 */
	String authority(Representative person) {
		if (person.authority() == AuthorityKind.CHARTER) {
			return say("agreements.text.authority.CHARTER");
		}
		return say("agreements.text.authority." + person.authority().name(),
				(person.authorityNumber() == null) ? "" : person.authorityNumber(), day(person.authorityDate()));
	}

	private String centres(Agreement agreement) {
		if (agreement.terms().coversAllCentres()) {
			return say("agreements.text.all-centres");
		}
		List<String> names = this.jdbc.sql("""
				select c.name || ', ' || l.address from neighbourhood_centre c join library l on l.id = c.library_id
				where c.id = any(:ids) order by c.name, c.id
				""").param("ids", agreement.terms().centres().toArray(UUID[]::new)).query(String.class).list();
		return String.join("; ", names);
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, OF_TEXTS);
	}

	private String day(LocalDate day) {
		return (day == null) ? null : say("agreements.text.day", DAY.format(day));
	}

	private String day(String typed) {
		return typed.isBlank() ? null : day(LocalDate.parse(typed));
	}

	private static void put(Map<String, String> values, String name, String value) {
		if (value != null && !value.isBlank()) {
			values.put(name, value);
		}
	}

}
