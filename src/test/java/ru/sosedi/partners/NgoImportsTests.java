package ru.sosedi.partners;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.NgoImportRow.Verdict;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class NgoImportsTests {

	private static final String HEADER = "Краткое название;Полное название;Форма;ИНН;Направления;В альянсе с;Цвет\n";

	@Autowired
	NgoImports imports;

	@Autowired
	NgoService ngos;

	@Autowired
	Alliances alliances;

	@Autowired
	PartnersWorld world;

	@Autowired
	AccountsWorld accounts;

	@Test
	void eachRowSaysWhatItWouldDoAndWhyNot() {
		Actor coordinator = this.accounts.coordinator();
		String word = Ids.next().toString();
		Ngo there = this.world.ngo("Есть " + word);
		String inn = PartnersWorld.inn(910_001).value();
		UUID id = upload(coordinator, null, HEADER // row 1
				+ "Новая " + word + ";АНО «Новая»;АНО;" + inn + ";семья, спорт;01.03.2026;x\n" // 2
				+ "Есть " + word + ";;;" + there.details().inn() + ";;;\n" // 3
				+ "Есть иначе " + word + ";;;" + there.details().inn() + ";;;\n" // 4
				+ "Цифра " + word + ";АНО;АНО;0000123457;;;\n" // 5
				+ "Форма " + word + ";АНО;акционерное общество;;;;\n" // 6
				+ "Направление " + word + ";АНО;АНО;;нефть;;\n" // 7
				+ ";без названия;АНО;;;;\n"); // 8
		List<NgoImportRow> rows = this.imports.rows(coordinator, id);
		assertThat(row(rows, 2).verdict()).isEqualTo(Verdict.ADD);
		assertThat(row(rows, 3).verdict()).isEqualTo(Verdict.SAME);
		assertThat(row(rows, 4)).as("the INN stands above already").satisfies((row) -> {
			assertThat(row.verdict()).isEqualTo(Verdict.REFUSE);
			assertThat(row.problems()).extracting(NgoImportRow.Problem::messageKey)
				.containsExactly("partners.import.problem.twice");
		});
		assertThat(row(rows, 5).problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.column()).isEqualTo(NgoImportColumn.INN);
			assertThat(problem.arguments()).containsExactly("0", "7", "000012345");
		});
		assertThat(row(rows, 6).problems().getFirst().column()).isEqualTo(NgoImportColumn.LEGAL_FORM);
		assertThat(row(rows, 7).problems().getFirst().column()).isEqualTo(NgoImportColumn.AREAS);
		assertThat(row(rows, 8).problems().getFirst().column()).isEqualTo(NgoImportColumn.SHORT_NAME);
		assertThat(this.imports.byId(coordinator, id).unknownColumns()).containsExactly("Цвет");
	}

	@Test
	void nothingIsWrittenBeforeTheConfirmationAndThenMembersToo() {
		Actor coordinator = this.accounts.coordinator();
		Alliance alliance = this.alliances.create(coordinator, "Альянс " + Ids.next());
		String word = Ids.next().toString();
		UUID named = this.world.named("Названная " + word);
		UUID id = upload(coordinator, alliance.id(),
				HEADER + "«названная " + word + "»;АНО «Названная»;АНО;;семья;2026-03-01;\n");
		assertThat(this.ngos.forUpkeep(coordinator, named).isNamedOnly()).isTrue();
		this.imports.confirm(coordinator, id);
		assertThat(this.ngos.forUpkeep(coordinator, named).details().areas()).containsExactly(AreaOfWork.FAMILY);
		assertThat(this.alliances.members(alliance.id())).extracting(Member::ngoId).containsExactly(named);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.imports.confirm(coordinator, id));
		UUID again = upload(coordinator, alliance.id(),
				HEADER + "«названная " + word + "»;АНО «Названная»;АНО;;семья;2026-03-01;\n");
		assertThat(this.imports.rows(coordinator, again)).singleElement()
			.satisfies((row) -> assertThat(row.verdict()).isEqualTo(Verdict.SAME));
	}

	@Test
	void whatChangedSinceThePreviewIsNotOverwritten() {
		Actor coordinator = this.accounts.coordinator();
		Ngo ngo = this.world.ngo("Спор " + Ids.next());
		UUID id = upload(coordinator, null,
				"Краткое название;ИНН;Телефон\n" + ngo.shortName() + ";" + ngo.details().inn() + ";+7 111 111-11-11\n");
		NgoDetails changed = withPhone(ngo.details(), "+7 222 222-22-22");
		this.ngos.change(coordinator, ngo.id(), changed, this.ngos.forUpkeep(coordinator, ngo.id()).version(), true);
		this.imports.confirm(coordinator, id);
		assertThat(this.ngos.forUpkeep(coordinator, ngo.id()).details().phone()).isEqualTo("+7 222 222-22-22");
		assertThat(this.imports.rows(coordinator, id).getFirst().problems().getFirst().messageKey())
			.endsWith("changed-since");
	}

	@Test
	void whatIsNoTableOfNgosIsRefusedAtTheField() {
		Actor coordinator = this.accounts.coordinator();
		for (String content : List.of("", "Цвет;Вкус\nа;б", "Краткое название\n", "%PDF-1.7\n%\u00e2",
				"Краткое название;Краткое название\nа;б", "Краткое название\n" + "а\n".repeat(2001))) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> upload(coordinator, null, content))
				.satisfies((ex) -> assertThat(ex.field()).isEqualTo("file"));
		}
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> upload(coordinator, Ids.next(), "Краткое название\nа"))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("allianceId"));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> upload(this.accounts.ngoLeader(Ids.next()), null, "Краткое название\nа"));
	}

	private static NgoDetails withPhone(NgoDetails card, String phone) {
		return new NgoDetails(card.shortName(), card.fullName(), card.legalForm(), card.inn(), card.ogrn(), card.kpp(),
				card.address(), card.bankDetails(), card.areas(), card.territories(), card.about(), phone,
				card.phonePublic(), card.email(), card.emailPublic(), card.site(), card.registers());
	}

	private UUID upload(Actor actor, UUID alliance, String table) {
		return this.imports.upload(actor, alliance, "ngo.csv", table.getBytes(StandardCharsets.UTF_8));
	}

	private static NgoImportRow row(List<NgoImportRow> rows, int number) {
		return rows.stream().filter((row) -> row.number() == number).findFirst().orElseThrow();
	}

}
