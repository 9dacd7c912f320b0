package ru.sosedi.network;

import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import ru.sosedi.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class NetworkSettingsTests {

	private final NetworkRepository networks = mock(NetworkRepository.class);

	private final TestClock.MovableClock clock = new TestClock.MovableClock();

	private final NetworkSettings settings = new NetworkSettings(this.networks, this.clock);

	@AfterEach
	void putClockBack() {
		this.clock.reset();
	}

	@Test
	void areReadOnceInTenSeconds() {
		given(this.networks.findById(any())).willReturn(Optional.of(network("Соседи Зареченска")));
		this.settings.current();
		assertThat(this.settings.current().name()).isEqualTo("Соседи Зареченска");
		verify(this.networks, times(1)).findById(any());
		this.clock.advance(NetworkSettings.FRESH);
		this.settings.current();
		verify(this.networks, times(2)).findById(any());
	}

	@Test
	void areReadAgainAfterAChange() {
		given(this.networks.findById(any())).willReturn(Optional.of(network("Соседи")),
				Optional.of(network("Новые соседи")));
		this.settings.current();
		this.settings.forget(new Network.Changed());
		assertThat(this.settings.current().name()).isEqualTo("Новые соседи");
	}

	@Test
	void databaseThatIsAwayLeavesWhatWasKnown() {
		given(this.networks.findById(any())).willReturn(Optional.of(network("Соседи")))
			.willThrow(new DataAccessResourceFailureException("away"));
		this.settings.current();
		this.clock.advance(NetworkSettings.FRESH);
		assertThat(this.settings.current().name()).isEqualTo("Соседи");
		this.settings.current();
		verify(this.networks, times(2)).findById(any());
	}

	@Test
	void databaseThatWasNeverThereLeavesANewPortal() {
		given(this.networks.findById(any())).willThrow(new DataAccessResourceFailureException("away"));
		assertThat(this.settings.current().name()).isNotBlank();
		assertThat(this.settings.homeZone()).isNotNull();
		assertThat(this.settings.current().hasLogo()).isFalse();
	}

	private static Network network(String name) {
		return new Network(new NetworkDetails(name, "Зареченск", null, null, null, null, null,
				ZoneId.of("Asia/Yekaterinburg"), true, true, true));
	}

}
