package ru.sosedi.agreements.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import ru.sosedi.agreements.AgreementKind;
import ru.sosedi.agreements.AgreementTemplate;
import ru.sosedi.agreements.FieldType;
import ru.sosedi.agreements.StepKind;
import ru.sosedi.agreements.TemplateDetails;
import ru.sosedi.partners.PartyKind;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What a template says outside of its clauses, as it was typed; rows left empty do not
 * count.
 */
record TemplateForm(String kind, String title, Boolean sample, String notes, List<Side> sides, List<Field> fields,
		List<Step> steps, String version) {

	private static final int SPARE = 3;

	private static final int MOST_ROWS = 60;

	record Side(String roleName, String kind) {

		boolean isEmpty() {
			return Typed.isEmpty(this.roleName) && Typed.isEmpty(this.kind);
		}

	}

	record Field(String name, String label, String type, Boolean required) {

		boolean isEmpty() {
			return Typed.isEmpty(this.name) && Typed.isEmpty(this.label);
		}

	}

	record Step(String stage, String kind, String title, String side) {

		boolean isEmpty() {
			return Typed.isEmpty(this.title) && Typed.isEmpty(this.kind);
		}

	}

	TemplateForm {
		sides = full(sides, () -> new Side("", ""));
		fields = full(fields, () -> new Field("", "", "", false));
		steps = full(steps, () -> new Step("", "", "", ""));
	}

	private static <T> List<T> full(List<T> typed, Supplier<T> empty) {
		List<T> rows = new ArrayList<>();
		(typed == null ? List.<T>of() : typed).stream()
			.limit(MOST_ROWS)
			.forEach((row) -> rows.add((row == null) ? empty.get() : row));
		return rows;
	}

	/** With empty rows to write into. */
	TemplateForm spare() {
		List<Side> moreSides = new ArrayList<>(this.sides);
		List<Field> moreFields = new ArrayList<>(this.fields);
		List<Step> moreSteps = new ArrayList<>(this.steps);
		for (int row = 0; row < SPARE; row++) {
			if (moreSides.stream().filter(Side::isEmpty).count() < 1) {
				moreSides.add(new Side("", ""));
			}
			if (moreFields.stream().filter(Field::isEmpty).count() < SPARE) {
				moreFields.add(new Field("", "", "", false));
			}
			if (moreSteps.stream().filter(Step::isEmpty).count() < SPARE) {
				moreSteps.add(new Step("", "", "", ""));
			}
		}
		return new TemplateForm(this.kind, this.title, this.sample, this.notes, moreSides, moreFields, moreSteps,
				this.version);
	}

	static TemplateForm empty() {
		return new TemplateForm(AgreementKind.PARTNERSHIP.name(), "", true, "",
				List.of(new Side("", PartyKind.LIBRARY_SYSTEM.name()), new Side("", PartyKind.NGO.name())), List.of(),
				List.of(), "");
	}

	static TemplateForm of(AgreementTemplate template) {
		TemplateDetails details = template.details();
		return new TemplateForm(details.kind().name(), details.title(), details.sample(), details.notes(),
				details.sides().stream().map((side) -> new Side(side.roleName(), side.kind().name())).toList(),
				details.fields()
					.stream()
					.map((field) -> new Field(field.name(), field.label(), field.type().name(), field.required()))
					.toList(),
				details.steps()
					.stream()
					.map((step) -> new Step(String.valueOf(step.stage()), step.kind().name(), step.title(),
							Typed.text(step.side())))
					.toList(),
				String.valueOf(template.version()));
	}

	/** Without the rows that were left empty, so that errors stand at the right one. */
	TemplateForm compact() {
		return new TemplateForm(this.kind, this.title, this.sample, this.notes,
				this.sides.stream().filter((row) -> !row.isEmpty()).toList(),
				this.fields.stream().filter((row) -> !row.isEmpty()).toList(),
				this.steps.stream().filter((row) -> !row.isEmpty()).toList(), this.version);
	}

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	TemplateDetails toDetails() {
		List<TemplateDetails.Side> newSides = new ArrayList<>();
		for (int row = 0; row < this.sides.size(); row++) {
			String at = "sides[" + row + "]";
			newSides.add(new TemplateDetails.Side(
					TypedText.required(this.sides.get(row).roleName(), at + ".roleName",
							"agreements.template.side.missing"),
					Typed.choice(at + ".kind", this.sides.get(row).kind(), PartyKind.class)));
		}
		List<TemplateDetails.Field> newFields = new ArrayList<>();
		for (int row = 0; row < this.fields.size(); row++) {
			Field field = this.fields.get(row);
			newFields.add(new TemplateDetails.Field(TypedText.line(field.name()), TypedText.line(field.label()),
					Typed.choice("fields[" + row + "].type", field.type(), FieldType.class),
					Boolean.TRUE.equals(field.required())));
		}
		List<TemplateDetails.Step> newSteps = new ArrayList<>();
		for (int row = 0; row < this.steps.size(); row++) {
			Step step = this.steps.get(row);
			String at = "steps[" + row + "]";
			Integer stage = Typed.whole(at + ".stage", step.stage());
			newSteps.add(new TemplateDetails.Step((stage == null) ? 0 : stage,
					Typed.choice(at + ".kind", step.kind(), StepKind.class), TypedText.line(step.title()),
					Typed.whole(at + ".side", step.side())));
		}
		return new TemplateDetails(Typed.choice("kind", this.kind, AgreementKind.class), this.title,
				Boolean.TRUE.equals(this.sample), this.notes, newSides, newFields, newSteps);
	}

}
