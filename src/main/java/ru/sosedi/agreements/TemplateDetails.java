package ru.sosedi.agreements;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ru.sosedi.partners.PartyKind;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What a template says outside of its clauses.
 *
 * @param sample whether no lawyer has looked at it yet
 * @param notes for coordinators; may be empty
 * @param sides in the order of the text, two to six
 * @param fields that are filled in for each agreement
 * @param steps of the circuit; none: all sides sign at once
 */
public record TemplateDetails(AgreementKind kind, String title, boolean sample, String notes, List<Side> sides,
		List<Field> fields, List<Step> steps) {

	private static final int LONGEST_NOTES = 2000;

	private static final int LONGEST_LABEL = 200;

	private static final int LONGEST_STEP = 120;

	private static final int LONGEST_ROLE = 60;

	private static final int MOST_SIDES = 6;

	private static final int MOST_FIELDS = 50;

	private static final int MOST_STEPS = 20;

	/** How the text calls a side, and what it can be. */
	public record Side(String roleName, PartyKind kind) {

	}

	/** A value that each agreement has for itself. */
	public record Field(String name, String label, FieldType type, boolean required) {

	}

	/**
	 * @param stage steps of one stage go in parallel, stages one after the other
	 * @param side who signs, from 1; {@code null} for a visa
	 */
	public record Step(int stage, StepKind kind, String title, Integer side) {

	}

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	public TemplateDetails {
		TypedText.required(kind, "kind", "agreements.template.kind.missing");
		title = NewAgreement.titled(title);
		notes = TypedText.noLonger(TypedText.lines(notes), LONGEST_NOTES, "notes");
		sides = List.copyOf(sides);
		fields = List.copyOf(fields);
		steps = List.copyOf(steps);
		requireSides(sides);
		requireFields(fields);
		requireSteps(steps, sides.size());
	}

	private static void requireSides(List<Side> sides) {
		if (sides.size() < 2 || sides.size() > MOST_SIDES) {
			throw new RefusedException("sides", "agreements.template.sides.number", MOST_SIDES);
		}
		Set<String> names = new HashSet<>();
		for (int index = 0; index < sides.size(); index++) {
			String field = "sides[" + index + "].roleName";
			TypedText.noLonger(sides.get(index).roleName(), LONGEST_ROLE, field);
			TypedText.required(sides.get(index).kind(), "sides[" + index + "].kind", "agreements.template.side.kind");
			if (!names.add(sides.get(index).roleName())) {
				throw new RefusedException(field, "agreements.template.side.twice", sides.get(index).roleName());
			}
		}
	}

	private static void requireFields(List<Field> fields) {
		if (fields.size() > MOST_FIELDS) {
			throw new RefusedException("fields", "agreements.template.fields.many", MOST_FIELDS);
		}
		Set<String> names = new HashSet<>();
		for (int index = 0; index < fields.size(); index++) {
			Field each = fields.get(index);
			String at = "fields[" + index + "]";
			if (each.name() == null || !each.name().matches("[a-z][a-z0-9_]{0,39}")) {
				throw new RefusedException(at + ".name", "agreements.template.field.name");
			}
			if (!names.add(each.name()) || TextValues.isOfThePortal(each.name())) {
				throw new RefusedException(at + ".name", "agreements.template.field.taken", each.name());
			}
			TypedText.noLonger(TypedText.required(each.label(), at + ".label", "agreements.template.field.label"),
					LONGEST_LABEL, at + ".label");
			TypedText.required(each.type(), at + ".type", "agreements.template.field.type");
		}
	}

	private static void requireSteps(List<Step> steps, int sides) {
		if (steps.size() > MOST_STEPS) {
			throw new RefusedException("steps", "agreements.template.steps.many", MOST_STEPS);
		}
		int lastVisa = 0;
		for (Step each : steps) {
			lastVisa = (each.kind() == StepKind.VISA) ? Math.max(lastVisa, each.stage()) : lastVisa;
		}
		Set<Integer> signing = new HashSet<>();
		for (int index = 0; index < steps.size(); index++) {
			Step each = steps.get(index);
			String at = "steps[" + index + "]";
			TypedText.noLonger(TypedText.required(each.title(), at + ".title", "agreements.template.step.title"),
					LONGEST_STEP, at + ".title");
			TypedText.required(each.kind(), at + ".kind", "agreements.template.step.kind");
			if (each.stage() < 1 || each.stage() > MOST_STEPS) {
				throw new RefusedException(at + ".stage", "agreements.template.step.stage", MOST_STEPS);
			}
			if (each.kind() == StepKind.VISA) {
				if (each.side() != null) {
					throw new RefusedException(at + ".side", "agreements.template.step.visa-side");
				}
			}
			else if (each.side() == null || each.side() < 1 || each.side() > sides || !signing.add(each.side())) {
				throw new RefusedException(at + ".side", "agreements.template.step.side", sides);
			}
			else if (each.stage() <= lastVisa) {
				throw new RefusedException(at + ".stage", "agreements.template.step.order");
			}
		}
		if (!signing.isEmpty() && signing.size() != sides) {
			throw new RefusedException("steps", "agreements.template.step.all-sign");
		}
	}

}
