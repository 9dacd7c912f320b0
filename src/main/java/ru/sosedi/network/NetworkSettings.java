package ru.sosedi.network;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import ru.sosedi.shared.HomeZone;

/**
 * The settings of the network as every page needs them: kept in memory, read again after
 * a change and, since another node may have made one, every ten seconds. Never fails:
 * with the database away it answers what it knew last, or the settings of a new portal.
 */
@Component("networkSettings")
public class NetworkSettings implements HomeZone {

	static final Duration FRESH = Duration.ofSeconds(10);

	private static final Logger log = LoggerFactory.getLogger(NetworkSettings.class);

	private final NetworkRepository networks;

	private final Clock clock;

	private final ReentrantLock reading = new ReentrantLock();

	private volatile Known known;

	/** What was read or assumed, and when. */
	private record Known(Network network, Instant at) {
	}

	NetworkSettings(NetworkRepository networks, Clock clock) {
		this.networks = networks;
		this.clock = clock;
	}

	/** Never {@code null}; detached: it is for reading. */
	public Network current() {
		Known now = this.known;
		if (now != null && isFresh(now)) {
			return now.network();
		}
		// One reads, the others go on with what there is: a database that hangs must not
		// hold every page.
		if (now == null) {
			this.reading.lock();
		}
		else if (!this.reading.tryLock()) {
			return now.network();
		}
		try {
			return (this.known != null && isFresh(this.known)) ? this.known.network() : read().network();
		}
		finally {
			this.reading.unlock();
		}
	}

	@Override
	public ZoneId homeZone() {
		return current().timeZone();
	}

	@TransactionalEventListener
	void forget(Network.Changed change) {
		this.known = null;
	}

	private Known read() {
		Network network;
		try {
			network = this.networks.findById(Network.ONLY).orElseGet(NetworkSettings::ofNewPortal);
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("The settings of the network cannot be read: {}", ex.getMessage());
			network = (this.known != null) ? this.known.network() : ofNewPortal();
		}
		this.known = new Known(network, this.clock.instant());
		return this.known;
	}

	private boolean isFresh(Known what) {
		return Duration.between(what.at(), this.clock.instant()).abs().compareTo(FRESH) < 0;
	}

	private static Network ofNewPortal() {
		return new Network(new NetworkDetails(Network.FIRST_NAME, "", null, null, null, null, null,
				ZoneId.of("Europe/Moscow"), true, true, true));
	}

}
