package ru.sosedi.registrations;

import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import ru.sosedi.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class BookingLinksTests {

	@Autowired
	BookingLinks links;

	private final UUID booking = UUID.randomUUID();

	@Test
	void aLinkOpensWhatItWasMadeForAndNothingElse() {
		String token = this.links.token(BookingLinks.Purpose.TICKET, this.booking);
		assertThat(token).matches("[A-Za-z0-9_-]{43}");
		assertThat(this.links.bookingOf(BookingLinks.Purpose.TICKET, token)).contains(this.booking);
		assertThat(this.links.bookingOf(BookingLinks.Purpose.MANAGE, token)).isEmpty();
		assertThat(this.links.bookingOf(BookingLinks.Purpose.FEEDBACK, token)).isEmpty();
	}

	@Test
	void whatIsForgedSwappedOrCutOpensNothing() {
		String token = this.links.token(BookingLinks.Purpose.MANAGE, this.booking);
		byte[] bytes = Base64.getUrlDecoder().decode(token);
		for (int bit = 0; bit < bytes.length * 8; bit++) {
			byte[] changed = bytes.clone();
			changed[bit / 8] ^= (byte) (1 << (bit % 8));
			String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
			assertThat(this.links.bookingOf(BookingLinks.Purpose.MANAGE, forged)).as("bit %d", bit).isEmpty();
		}
		for (String odd : new String[] { "", "x", "%00", token + "A", token.substring(1), token + "=", "ё".repeat(43),
				"A".repeat(43), "a".repeat(10_000) }) {
			assertThat(this.links.bookingOf(BookingLinks.Purpose.MANAGE, odd)).as(odd).isEmpty();
		}
	}

}
