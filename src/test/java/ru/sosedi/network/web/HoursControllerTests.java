package ru.sosedi.network.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.DayHours;
import ru.sosedi.network.Library;
import ru.sosedi.network.LibraryService;
import ru.sosedi.network.MaintenanceRule;
import ru.sosedi.network.Season;
import ru.sosedi.network.SeasonHours;
import ru.sosedi.network.TimeRange;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.NetworkWorld;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class HoursControllerTests {

	@Autowired
	private Pages pages;

	@Autowired
	private NetworkWorld network;

	@Autowired
	private AccountsWorld accounts;

	@Autowired
	private LibraryService libraries;

	@Test
	void formSentAsItWasShownChangesNothing() {
		Library library = this.network.library("Библиотека неизменных часов");
		Actor librarian = this.accounts.librarian(library.id());
		Document page = Pages.html(this.pages.get(librarian, address(library) + "/hours"));
		assertThat(page.select("input[name='summer[1].closes']").val()).isEqualTo("18:00");
		assertThat(page.select("input[name='week[0].opens']").val()).isEmpty();
		List<String> fields = new ArrayList<>();
		((FormElement) page.selectFirst("form.hours")).formData().forEach((field) -> {
			fields.add(field.key());
			fields.add(field.value());
		});
		assertThat(this.pages.post(librarian, address(library) + "/hours", fields.toArray(String[]::new)))
			.hasStatus3xxRedirection();
		Library after = this.libraries.forKeeping(Actor.portal(), library.id());
		assertThat(after.version()).isEqualTo(library.version());
		assertThat(after.details()).isEqualTo(library.details());
	}

	@Test
	void winterIsWhatSummerLeaves() {
		Library library = this.network.library("Библиотека с летом");
		assertThat(this.pages.post(this.accounts.librarian(library.id()), address(library) + "/hours", "plan",
				"SEASONS", "week[1].opens", "10:00", "week[1].closes", "19:00", "week[1].lunchFrom", "13:00",
				"week[1].lunchTo", "14:00", "summer[0].opens", "9.00", "summer[0].closes", "17", "summerFromDay", "1",
				"summerFromMonth", "3", "summerToDay", "31", "summerToMonth", "8", "maintenanceOrdinal", "-1",
				"maintenanceWeekday", "5", "version", library.version().toString()))
			.hasStatus3xxRedirection();
		Library after = this.libraries.forKeeping(Actor.portal(), library.id());
		assertThat(after.seasons()).extracting(SeasonHours::season).containsExactly(Season.SUMMER, Season.WINTER);
		SeasonHours winter = after.seasons().getLast();
		assertThat(winter.startsOn()).isEqualTo(MonthDay.of(9, 1));
		assertThat(winter.endsOn()).isEqualTo(MonthDay.of(2, 29));
		assertThat(winter.week()).containsOnlyKeys(DayOfWeek.TUESDAY);
		assertThat(winter.week().get(DayOfWeek.TUESDAY)).isEqualTo(new DayHours.Working(LocalTime.of(10, 0),
				LocalTime.of(19, 0), new TimeRange(LocalTime.of(13, 0), LocalTime.of(14, 0))));
		assertThat(after.seasons().getFirst().week().get(DayOfWeek.MONDAY))
			.isEqualTo(new DayHours.Working(LocalTime.of(9, 0), LocalTime.of(17, 0), null));
		assertThat(after.maintenance()).isEqualTo(new MaintenanceRule(DayOfWeek.FRIDAY, -1));
		assertThat(after.version()).isGreaterThan(library.version());
	}

	@Test
	void eachDayAtFaultIsNamed() {
		Library library = this.network.library("Библиотека странных часов");
		MvcTestResult refused = this.pages.post(this.accounts.librarian(library.id()), address(library) + "/hours",
				"plan", "SEASONS", "week[0].opens", "19:00", "week[0].closes", "10:00", "week[1].opens", "10:00",
				"week[2].opens", "10:00", "week[2].closes", "18:00", "week[2].lunchFrom", "13:00", "week[3].opens",
				"10:00", "week[3].closes", "18:00", "week[3].lunchFrom", "09:00", "week[3].lunchTo", "09:30",
				"week[4].opens", "25:00", "week[4].closes", "26:00", "summerFromDay", "31", "summerFromMonth", "6",
				"summerToDay", "1", "summerToMonth", "8", "maintenanceOrdinal", "9", "version",
				library.version().toString());
		assertThat(refused).hasStatus(422);
		Document page = Pages.html(refused);
		assertThat(page.select(".error-summary a").eachAttr("href")).contains("#week[0].closes", "#week[1].closes",
				"#week[2].lunchTo", "#week[3].lunchFrom", "#week[4].opens", "#summerFromDay", "#maintenanceOrdinal",
				"#maintenanceWeekday");
		page.select(".error-summary a")
			.eachAttr("href")
			.forEach((link) -> assertThat(page.getElementById(link.substring(1))).as(link).isNotNull());
		assertThat(page.select("input[name='week[0].opens']").val()).isEqualTo("19:00");
		assertThat(this.libraries.forKeeping(Actor.portal(), library.id()).version()).isEqualTo(library.version());
	}

	@Test
	void staleHoursShowWhatIsStored() {
		Library library = this.network.library("Библиотека спорных часов");
		this.libraries.change(Actor.portal(), library.id(), library.details().withHours(List.of(), null),
				library.version());
		MvcTestResult stale = this.pages.post(this.accounts.librarian(library.id()), address(library) + "/hours",
				"plan", "ALL_YEAR", "week[0].opens", "10:00", "week[0].closes", "18:00", "version",
				library.version().toString());
		assertThat(stale).hasStatus(409);
		assertThat(Pages.html(stale).select("#conflict dd").eachText()).contains("пока неизвестно");
		assertThat(Pages.html(stale).select("input[name='week[0].opens']").val()).isEqualTo("10:00");
	}

	@Test
	void closuresAreAddedAndRemoved() {
		Library library = this.network.library("Библиотека на ремонте");
		Actor librarian = this.accounts.librarian(library.id());
		assertThat(this.pages.post(librarian, address(library) + "/closures", "firstDay", "2026-12-30", "lastDay",
				"2027-01-08", "reason", "Новогодние каникулы"))
			.hasStatus3xxRedirection();
		Document page = Pages.html(this.pages.get(librarian, address(library) + "/hours"));
		assertThat(page.select("#closures li").text()).contains("Новогодние каникулы");
		String removal = page.select("#closures li form").attr("action");
		Actor stranger = this.accounts.librarian(this.network.library("Соседняя библиотека").id());
		assertThat(this.pages.post(stranger, removal)).hasStatus(404);
		assertThat(this.pages.post(librarian, removal)).hasStatus3xxRedirection();
		assertThat(this.pages.post(librarian, removal)).hasStatus(404);
	}

	@Test
	void closureThatCannotBeIsRefused() {
		Library library = this.network.library("Библиотека без ремонта");
		MvcTestResult refused = this.pages.post(this.accounts.librarian(library.id()), address(library) + "/closures",
				"firstDay", "2026-12-30", "lastDay", "2026-12-01", "reason", "Ремонт");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.html(refused).select("#lastDay-error")).hasSize(1);
		assertThat(Pages.html(refused).select("#reason").val()).isEqualTo("Ремонт");
		assertThat(this.pages.post(this.accounts.librarian(library.id()), address(library) + "/closures", "firstDay",
				"вчера"))
			.hasStatus(422);
	}

	private static String address(Library library) {
		return "/admin/network/libraries/" + library.id();
	}

}
