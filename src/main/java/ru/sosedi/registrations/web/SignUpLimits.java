package ru.sosedi.registrations.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.TooManyTriesException;

/**
 * How often one network address may take seats: enough for a whole school or library
 * behind one address, too little for a machine that wants them all. Counted on each node
 * by itself, so that a sign-up costs no further statement.
 */
@Component
class SignUpLimits {

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private static final int MOST_ADDRESSES = 50_000;

	private static final int IPV6_BYTES = 16;

	// what one household gets: counting single addresses of it is no limit
	private static final int IPV6_NETWORK_BYTES = 8;

	private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(MOST_ADDRESSES)
		.expireAfterAccess(WINDOW)
		.build();

	private final int tries;

	SignUpLimits(@Value("${portal.registrations.tries-per-address:120}") int tries) {
		this.tries = tries;
	}

	/**
	 * @throws TooManyTriesException when the address has used up its tries
	 */
	void take(String networkAddress) {
		Bucket bucket = this.buckets.get(network(networkAddress),
				(_) -> Bucket.builder()
					.addLimit((limit) -> limit.capacity(this.tries).refillGreedy(this.tries, WINDOW))
					.build());
		if (!bucket.tryConsume(1)) {
			throw new TooManyTriesException(WINDOW.dividedBy(this.tries).plusSeconds(1));
		}
	}

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

}
