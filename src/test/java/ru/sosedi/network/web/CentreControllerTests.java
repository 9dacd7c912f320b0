package ru.sosedi.network.web;

import java.time.LocalDate;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.CentreState;
import ru.sosedi.network.Centres;
import ru.sosedi.network.Library;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class CentreControllerTests {

	@Autowired
	private Pages pages;

	@Autowired
	private NetworkWorld network;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private Centres centres;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void centreIsPlannedOpenedPausedAndClosed() {
		Library library = this.network.library("Библиотека будущего центра");
		Actor administrator = this.accounts.administrator();
		assertThat(Pages.html(this.pages.get(administrator, centre(library))).select("#name").val())
			.isEqualTo(library.name());
		assertThat(this.pages.post(administrator, centre(library), "kind", "LIBRARY_BOILING_POINT", "name",
				"Точка у реки", "about", "Лаборатория", "plannedFor", "2026-12-01", "coordinatorId",
				administrator.accountId().toString()))
			.hasStatus3xxRedirection();
		assertThat(state(library)).isEqualTo(CentreState.PLANNED);
		assertThat(this.pages.post(administrator, centre(library) + "/pause", "date", "2026-11-01", "reason", "Так"))
			.hasStatus(422);
		assertThat(this.pages.post(administrator, centre(library) + "/opening", "date", "2026-11-01"))
			.hasStatus3xxRedirection();
		assertThat(this.pages.post(administrator, centre(library) + "/opening", "date", "2026-11-02")).hasStatus(422);
		assertThat(this.pages.post(administrator, centre(library) + "/pause", "date", "2026-11-10", "reason",
				"Ремонт крыши"))
			.hasStatus3xxRedirection();
		assertThat(Pages.html(this.pages.get(administrator, centre(library))).select(".life").text())
			.contains("приостановлен", "Ремонт крыши");
		assertThat(this.pages.post(administrator, centre(library) + "/opening", "date", "2026-11-15"))
			.hasStatus3xxRedirection();
		assertThat(this.centres.ofLibrary(library.id()).orElseThrow().openedOn()).isEqualTo(LocalDate.of(2026, 11, 1));
		assertThat(
				this.pages.post(administrator, centre(library) + "/closing", "date", "2026-11-20", "reason", "Переезд"))
			.hasStatus3xxRedirection();
		assertThat(state(library)).isEqualTo(CentreState.CLOSED);
		assertThat(actionsOn(this.centres.ofLibrary(library.id()).orElseThrow().id())).isEqualTo(5);
	}

	@Test
	void stepThatCannotBeSaysWhyAndKeepsWhatWasTyped() {
		NeighbourhoodCentre centre = this.network.openCentre("Центр отказов");
		String address = centre(centre.library());
		Actor administrator = this.accounts.administrator();
		MvcTestResult early = this.pages.post(administrator, address + "/pause", "date", "2026-08-31", "reason",
				"Протекла крыша");
		assertThat(early).hasStatus(422);
		Document page = Pages.html(early);
		assertThat(page.select("details[open] .error-summary").text()).contains("01.09.2026");
		assertThat(page.select("#reason").val()).isEqualTo("Протекла крыша");
		assertThat(page.select("#date").val()).isEqualTo("2026-08-31");
		assertThat(Pages.html(this.pages.post(administrator, address + "/pause", "date", "2026-11-21", "reason", "х"))
			.select(".error-summary")
			.text()).contains("ещё не наступила");
		assertThat(this.pages.post(administrator, address + "/pause", "date", "", "reason", "х")).hasStatus(422);
		assertThat(this.pages.post(administrator, address + "/closing", "date", "2026-11-01", "reason", " "))
			.hasStatus(422);
		assertThat(this.pages.post(administrator, address + "/closing", "date", "завтра", "reason", "х"))
			.hasStatus(422);
		assertThat(state(centre.library())).isEqualTo(CentreState.OPEN);
	}

	@Test
	void libraryHasOneCentre() {
		NeighbourhoodCentre centre = this.network.openCentre("Единственный центр");
		MvcTestResult second = this.pages.post(this.accounts.administrator(), centre(centre.library()), "kind",
				"NEIGHBOURHOOD_CENTRE", "name", "Второй");
		assertThat(second).hasStatus(422);
		assertThat(Pages.html(second).select("#name").val()).isEqualTo("Второй");
	}

	@Test
	void coordinatorMustHaveAnAccount() {
		Library library = this.network.library("Библиотека без координатора");
		assertThat(this.pages.post(this.accounts.administrator(), centre(library), "kind", "NEIGHBOURHOOD_CENTRE",
				"name", "Центр", "coordinatorId", UUID.randomUUID().toString()))
			.hasStatus(422);
		assertThat(this.pages.post(this.accounts.administrator(), centre(library), "kind", "X", "name", "Центр",
				"coordinatorId", "x", "plannedFor", "x"))
			.hasStatus(422);
	}

	@Test
	void staleEditShowsBothTexts() {
		NeighbourhoodCentre centre = this.network.openCentre("Центр двух имён");
		MvcTestResult stale = this.pages.post(this.accounts.administrator(), centre(centre.library()), "kind",
				"NEIGHBOURHOOD_CENTRE", "name", "Другое имя", "about", "Место встречи соседей.", "version", "0");
		assertThat(stale).hasStatus(409);
		assertThat(Pages.html(stale).select("#conflict dd").eachText()).contains("Центр двух имён");
		assertThat(Pages.html(stale).select("#name").val()).isEqualTo("Другое имя");
	}

	@Test
	void centresAreThoseThatOneMayPublishIn() {
		NeighbourhoodCentre own = this.network.openCentre("Свой центр");
		NeighbourhoodCentre other = this.network.openCentre("Не свой центр");
		assertThat(this.centres.centresOf(this.accounts.librarian(own.library().id()))).extracting("id")
			.containsExactly(own.id());
		assertThat(this.centres.centresOf(this.accounts.methodologist())).extracting("id")
			.contains(own.id(), other.id());
		assertThat(this.centres.centresOf(this.accounts.coordinator())).isEmpty();
	}

	private CentreState state(Library library) {
		return this.centres.ofLibrary(library.id()).orElseThrow().state();
	}

	private int actionsOn(UUID id) {
		return this.jdbc.sql("select count(*) from audit_record where subject_id = ?")
			.param(id.toString())
			.query(Integer.class)
			.single();
	}

	private static String centre(Library library) {
		return "/admin/network/libraries/" + library.id() + "/centre";
	}

}
