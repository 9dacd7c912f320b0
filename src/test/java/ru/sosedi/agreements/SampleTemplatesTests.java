package ru.sosedi.agreements;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.PartyKind;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class SampleTemplatesTests {

	@Autowired
	SampleTemplates samples;

	@Autowired
	AgreementTemplates templates;

	@Autowired
	AccountsWorld accounts;

	@Test
	void thereIsOneSampleOfEachKindHoweverOftenTheyAreInstalled() {
		this.samples.install(this.accounts.coordinator());
		assertThat(this.samples.install(this.accounts.coordinator())).isZero();
		List<AgreementTemplates.Row> rows = this.templates.all();
		for (AgreementKind kind : AgreementKind.values()) {
			assertThat(rows)
				.filteredOn((row) -> row.kind() == kind && row.title().matches(".*(оглашение|Приложение).*"))
				.hasSize(1)
				.allMatch(AgreementTemplates.Row::sample);
		}
	}

	@Test
	void samplesGoFromTheSubjectToTheFinalProvisions() {
		this.samples.install(this.accounts.coordinator());
		AgreementTemplate partnership = sample("Соглашение о сотрудничестве");
		assertThat(partnership.clauses()).filteredOn((one) -> one.words().part() == ClausePart.SECTION)
			.extracting((one) -> one.words().heading())
			.containsExactly("Предмет Соглашения", "Цели и направления сотрудничества", "Права и обязанности Сторон",
					"Порядок взаимодействия", "Финансовые условия", "Персональные данные и конфиденциальность",
					"Ответственность и обстоятельства непреодолимой силы", "Срок действия, изменение и прекращение",
					"Разрешение споров", "Заключительные положения");
		assertThat(partnership.clauses().getFirst().words().part()).isEqualTo(ClausePart.RECITAL);
		assertThat(partnership.clauses()).anyMatch((one) -> one.words().body().contains("63-ФЗ"));
		assertThat(partnership.clauses()).anyMatch((one) -> one.words().body().contains("\n- обеспечивать ведущих"));
	}

	@Test
	void unknownFieldsAreNamed() {
		TemplateDetails details = details(List.of());
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.templates.create(Actor.portal(), details,
					List.of(new ClauseWords(ClausePart.CLAUSE, "", "{{side3.inn}} и {{contact}} и {{side1.inn}}"))))
			.satisfies((refusal) -> assertThat(refusal.arguments()).containsExactly("contact, side3.inn"));
	}

	@Test
	void signatureBeforeAVisaIsRefused() {
		List<TemplateDetails.Step> steps = List.of(new TemplateDetails.Step(2, StepKind.VISA, "Юрист", null),
				new TemplateDetails.Step(2, StepKind.SIGNATURE, "Первая", 1),
				new TemplateDetails.Step(3, StepKind.SIGNATURE, "Вторая", 2));
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> details(steps))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("steps[1].stage"));
	}

	@Test
	void onlyCoordinatorsKeepTemplates() {
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.samples.install(this.accounts.methodologist()));
	}

	private AgreementTemplate sample(String title) {
		return this.templates.all()
			.stream()
			.filter((row) -> row.title().equals(title))
			.findFirst()
			.map((row) -> this.templates.get(row.id()))
			.orElseThrow();
	}

	private static TemplateDetails details(List<TemplateDetails.Step> steps) {
		return new TemplateDetails(AgreementKind.PARTNERSHIP, "Пробный", true, "",
				List.of(new TemplateDetails.Side("НКО", PartyKind.NGO),
						new TemplateDetails.Side("Библиотека", PartyKind.LIBRARY_SYSTEM)),
				List.of(), steps);
	}

}
