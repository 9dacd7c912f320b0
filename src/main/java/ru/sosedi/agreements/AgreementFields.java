package ru.sosedi.agreements;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.TypedText;

/** The typed fields of an agreement's text. */
@Service
@Transactional(readOnly = true)
public class AgreementFields {

	private static final int LONGEST = 1000;

	private final JdbcClient jdbc;

	private final OpenText text;

	private final AgreementTrail trail;

	AgreementFields(JdbcClient jdbc, OpenText text, AgreementTrail trail) {
		this.jdbc = jdbc;
		this.text = text;
		this.trail = trail;
	}

	/** In the order of the template. Who may read is asked before. */
	public List<AgreementField> of(UUID agreementId) {
		return this.jdbc.sql("select * from agreement_field where agreement_id = ? order by position")
			.param(agreementId)
			.query((row, _) -> new AgreementField(row.getString("name"), row.getString("label"),
					FieldType.valueOf(row.getString("type")), row.getBoolean("required"), row.getString("value")))
			.list();
	}

	/**
	 * Writes the values, by whoever holds the pen, in an open version. Names that the
	 * agreement does not have are passed over; an empty value leaves a gap in the text.
	 * @param before the values that the form was opened with, by name
	 * @throws RefusedException at the field, by name, whose value is not of its type
	 * @throws StaleEditException when somebody changed a value in between
	 */
	@Transactional
	public void fill(Actor actor, UUID agreementId, Map<String, String> typed, Map<String, String> before) {
		Agreement agreement = this.text.forWriting(actor, agreementId);
		Map<String, String> changed = new LinkedHashMap<>();
		for (AgreementField field : of(agreementId)) {
			String value = checked(field, typed.getOrDefault(field.name(), field.value()));
			if (!value.equals(field.value())) {
				if (!field.value().equals(before.getOrDefault(field.name(), ""))) {
					throw new StaleEditException("field " + field.name());
				}
				changed.put(field.name(), value);
			}
		}
		if (!changed.isEmpty()) {
			this.text.open(actor, agreement, "");
			changed.forEach((name, value) -> this.jdbc
				.sql("update agreement_field set value = ? where agreement_id = ? and name = ?")
				.params(value, agreementId, name)
				.update());
			this.trail.record(actor, agreementId, agreement.name(), "agreements.fields.filled", changed);
		}
	}

	private static String checked(AgreementField field, String typed) {
		String value = TypedText.noLonger(TypedText.line(typed), LONGEST, field.name());
		if (value == null) {
			return "";
		}
		return switch (field.type()) {
			case TEXT -> value;
			case NUMBER -> number(field.name(), value);
			case DATE -> day(field.name(), value);
		};
	}

	private static String number(String name, String value) {
		if (!value.matches("-?[0-9]{1,12}([.,][0-9]{1,4})?")) {
			throw new RefusedException(name, "agreements.fields.number");
		}
		return value;
	}

	private static String day(String name, String value) {
		try {
			LocalDate day = LocalDate.parse(value);
			if (day.getYear() >= 1900 && day.getYear() <= 2200) {
				return day.toString();
			}
		}
		catch (DateTimeException ex) {
			// refused below
		}
		throw new RefusedException(name, "agreements.fields.day");
	}

}
