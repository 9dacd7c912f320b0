package ru.sosedi.accounts;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts tries at what only its owner should pass, in PostgreSQL for all nodes together.
 * A try is counted before anything is looked at, so that guesses at the same moment
 * cannot pass the limit; one that succeeds is given back. Call it outside of a
 * transaction: it uses a connection of its own.
 *
 * <p>
 * There are three counts: of one address at one account, which stops the ordinary guesser
 * and leaves the owner, who comes from elsewhere, alone; of one address at all accounts;
 * and of all addresses at one account ({@code docs/adr/0012}).
 */
@Component
public class TryLimits {

	/** What is tried. */
	public enum Act {

		SIGN_IN(10, 50, 100, Duration.ofMinutes(15)),

		PASSWORD_RESET_LETTER(5, 10, 50, Duration.ofHours(1)),

		LINK(20, 20, 100, Duration.ofMinutes(15));

		private final int ofOneAtOne;

		private final int ofAllAtOne;

		private final int ofOneAtAll;

		private final Duration window;

		Act(int ofOneAtOne, int ofAllAtOne, int ofOneAtAll, Duration window) {
			this.ofOneAtOne = ofOneAtOne;
			this.ofAllAtOne = ofAllAtOne;
			this.ofOneAtAll = ofOneAtAll;
			this.window = window;
		}

		/** Tries of one network address at one account. */
		public int ofOneAtOne() {
			return this.ofOneAtOne;
		}

		/** Tries of all network addresses at one account. */
		public int ofAllAtOne() {
			return this.ofAllAtOne;
		}

		/** Tries of one network address at all accounts. */
		public int ofOneAtAll() {
			return this.ofOneAtAll;
		}

		/** After this time from the first try the count begins anew. */
		public Duration window() {
			return this.window;
		}

	}

	private static final int IPV6_BYTES = 16;

	// What one household or institution gets: counting single addresses of it is no
	// limit.
	private static final int IPV6_NETWORK_BYTES = 8;

	private final ProxyManager<String> buckets;

	private final JdbcClient jdbc;

	private final Clock clock;

	TryLimits(DataSource dataSource, JdbcClient jdbc, Clock clock) {
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
			.table("rate_bucket")
			.idColumn("id")
			.stateColumn("state")
			.expiresAtColumn("expires_at")
			.primaryKeyMapper(PrimaryKeyMapper.STRING)
			.expirationAfterWrite(
					ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
			.clientClock(new ClockMeter(clock))
			.build();
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts a try.
	 * @param account the e-mail address as typed, or the secret of a link; whether it
	 * exists makes no difference
	 * @param networkAddress of the client
	 * @throws TooManyTriesException when one of the counts is full
	 */
	public void take(Act act, String account, String networkAddress) {
		for (BucketProxy bucket : bucketsOf(act, account, networkAddress)) {
			ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
			if (!probe.isConsumed()) {
				long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
				throw new TooManyTriesException(Duration.ofSeconds(seconds));
			}
		}
	}

	/** The try was its owner's: it does not count. */
	public void giveBack(Act act, String account, String networkAddress) {
		bucketsOf(act, account, networkAddress).forEach((bucket) -> bucket.addTokens(1));
	}

	// The count of all addresses comes last: whom the others stop cannot fill it.
	private List<BucketProxy> bucketsOf(Act act, String account, String networkAddress) {
		String from = network(networkAddress);
		String at = account.strip().toLowerCase(Locale.ROOT);
		List<BucketProxy> all = new ArrayList<>();
		all.add(bucket(act, "from", from, act.ofOneAtAll()));
		all.add(bucket(act, "from-at", from + " " + at, act.ofOneAtOne()));
		all.add(bucket(act, "at", at, act.ofAllAtOne()));
		return all;
	}

	private BucketProxy bucket(Act act, String count, String key, int limit) {
		String id = act + ":" + count + ":" + OneTimeLinks.hash(key);
		return this.buckets.getProxy(id,
				() -> BucketConfiguration.builder()
					.addLimit((bandwidth) -> bandwidth.capacity(limit).refillIntervally(limit, act.window()))
					.build());
	}

	/** An IPv4 address itself, of an IPv6 address its network of 64 bits. */
	private static String network(String address) {
		try {
			byte[] bytes = InetAddress.ofLiteral(address).getAddress();
			int counted = (bytes.length == IPV6_BYTES) ? IPV6_NETWORK_BYTES : bytes.length;
			return HexFormat.of().formatHex(bytes, 0, counted);
		}
		catch (IllegalArgumentException notAnAddress) {
			return address;
		}
	}

	/** Full counts are the same as none. */
	@Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void sweep() {
		this.jdbc.sql("delete from rate_bucket where expires_at < ?").param(this.clock.millis()).update();
	}

	private record ClockMeter(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			Instant now = this.clock.instant();
			return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
