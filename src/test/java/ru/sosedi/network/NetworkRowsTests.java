package ru.sosedi.network;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.world.NetworkWorld;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written is what is read again. */
@PortalTest
class NetworkRowsTests {

	@Autowired
	private NetworkWorld world;

	@Autowired
	private LibraryService libraries;

	@Autowired
	private RoomService rooms;

	@Autowired
	private Centres centres;

	@Test
	void libraryIsReadAsItWasWritten() {
		LibraryDetails details = this.world.details("Библиотека чтения и письма");
		UUID id = this.libraries.create(Actor.portal(), details).id();
		assertThat(this.libraries.forKeeping(Actor.portal(), id).details()).isEqualTo(details);
		assertThat(this.libraries.detailsOf(List.of(id))).containsEntry(id, details);
	}

	@Test
	void hoursReadInBulkAreThoseOfTheEntity() {
		Library library = this.world.library("Библиотека часов");
		OpeningHours hours = this.centres.hoursOf(List.of(library.id())).get(library.id());
		assertThat(hours.zone()).isEqualTo(NetworkWorld.ZONE);
		assertThat(hours.seasons()).containsExactlyInAnyOrderElementsOf(library.seasons());
		assertThat(hours.maintenance()).isEqualTo(library.maintenance());
		assertThat(hours.at(Instant.parse("2026-11-19T13:59:00Z")))
			.isEqualTo(new OpenState.Open(LocalTime.of(19, 0), null));
	}

	@Test
	void roomIsReadAsItWasWritten() {
		Library library = this.world.library("Библиотека с залом");
		Room room = this.world.room(library.id(), "Большой зал");
		assertThat(this.rooms.forKeeping(Actor.portal(), room.id()).details())
			.isEqualTo(NetworkWorld.roomDetails("Большой зал"));
		assertThat(this.centres.roomsOf(library.id())).extracting(Room::name).containsExactly("Большой зал");
	}

	@Test
	void centreIsFoundWithItsLibrary() {
		NeighbourhoodCentre centre = this.centres.byId(this.world.zarechenskCentre().id()).orElseThrow();
		assertThat(centre.state()).isEqualTo(CentreState.OPEN);
		assertThat(centre.openedOn()).isEqualTo(LocalDate.of(2026, 9, 1));
		assertThat(centre.library().timeZone()).isEqualTo(NetworkWorld.ZONE);
	}

}
