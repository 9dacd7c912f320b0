package ru.sosedi.demo;

import java.util.List;

import org.junit.jupiter.api.Test;
import ru.sosedi.TestClock;
import ru.sosedi.TestDatabase;
import ru.sosedi.network.Centres;
import ru.sosedi.network.LibrarySystemService;
import ru.sosedi.network.NetworkSettings;
import ru.sosedi.programme.FeedEntry;
import ru.sosedi.programme.ProgrammeFeed;
import ru.sosedi.programme.ProgrammeFilter;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "portal.demo=true")
@AutoConfigureMockMvc
@Import({ TestDatabase.class, TestClock.class })
class DemonstrationTests {

	@Autowired
	private Demonstration demonstration;

	@Autowired
	private NetworkSettings network;

	@Autowired
	private LibrarySystemService systems;

	@Autowired
	private Centres centres;

	@Autowired
	private ProgrammeFeed programme;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void theCityIsFullOfEventsAroundToday() {
		assertThat(this.network.current().demonstration()).isTrue();
		assertThat(this.centres.shown(100)).hasSizeGreaterThanOrEqualTo(15);
		List<FeedEntry> entries = this.programme.calendar(ProgrammeFilter.ALL);
		assertThat(entries).hasSizeGreaterThan(200);
		assertThat(entries).extracting(FeedEntry::centre).hasSizeGreaterThan(12);
		assertThat(entries.getFirst().startsAt().toInstant()).isBefore(TestClock.START);
		assertThat(entries.getLast().startsAt().toInstant()).isAfter(TestClock.START.plusSeconds(30 * 86_400));
		assertThat(entries).anyMatch((entry) -> entry.cancellation() != null);
	}

	@Test
	void aSecondStartChangesNothing() {
		this.demonstration.run(null);
		assertThat(this.systems.all()).hasSize(1);
	}

	@Test
	void itIsVisiblyMarkedAndItsSignInsAreTold() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk().bodyText().contains("Зареченск", "Демонстрационные данные");
		assertThat(this.demonstration.lines()).hasSize(8).allMatch((line) -> line.contains(Demonstration.PASSWORD));
	}

}
