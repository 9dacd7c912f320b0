package ru.sosedi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that a test can move: it stands at {@link #START} until told otherwise. Put it
 * back after moving it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

	/** Friday, 20 November 2026, 09:00 in Tyumen. */
	public static final Instant START = Instant.parse("2026-11-20T04:00:00Z");

	@Bean
	@Primary
	MovableClock movableClock() {
		return new MovableClock();
	}

	public static final class MovableClock extends Clock {

		private volatile Instant now = START;

		public void moveTo(Instant instant) {
			this.now = instant;
		}

		public void advance(Duration duration) {
			this.now = this.now.plus(duration);
		}

		public void reset() {
			this.now = START;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.fixed(this.now, zone);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
