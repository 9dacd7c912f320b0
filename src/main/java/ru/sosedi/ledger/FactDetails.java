package ru.sosedi.ledger;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.UUID;

import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What was done, as somebody writes it down.
 *
 * @param amount in the unit of the commitment's kind, above zero, at most one decimal
 * @param centreId where; may be {@code null}
 * @param words what exactly
 * @param link of http or https; may be {@code null}
 */
public record FactDetails(BigDecimal amount, LocalDate day, UUID centreId, String words, String link) {

	private static final BigDecimal MOST = new BigDecimal("99999");

	private static final int LONGEST = 1000;

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	public FactDetails {
		TypedText.required(amount, "amount", "ledger.fact.amount.missing");
		if (amount.signum() <= 0 || amount.compareTo(MOST) > 0 || amount.stripTrailingZeros().scale() > 1) {
			throw new RefusedException("amount", "ledger.fact.amount.range", MOST);
		}
		TypedText.required(day, "day", "ledger.fact.day.missing");
		words = TypedText.noLonger(TypedText.lines(words), LONGEST, "words");
		if (words.isEmpty()) {
			throw new RefusedException("words", "ledger.fact.words.missing");
		}
		link = TypedText.noLonger(TypedText.line(link), LONGEST, "link");
		if (link != null && !isWeb(link)) {
			throw new RefusedException("link", "ledger.fact.link.odd");
		}
	}

	private static boolean isWeb(String link) {
		try {
			URI uri = new URI(link);
			boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
			return web && uri.getHost() != null && uri.getUserInfo() == null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
