package ru.sosedi.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the trail of agreements.
 *
 * @param number from 1, without gaps
 * @param at to the microsecond, as the database keeps it
 * @param actorId {@code null} for the portal itself and for people without an account
 * @param agreementId may be {@code null}
 * @param refused whether it was a try that changed nothing
 * @param networkAddress {@code null} when no request caused it
 * @param hash as it is kept; {@code null} before that
 */
public record AgreementAct(long number, Instant at, UUID actorId, String actorName, UUID agreementId, String action,
		boolean refused, SortedMap<String, String> facts, String networkAddress, String previousHash, String hash) {

	static AgreementAct of(ResultSet row, JsonMapper json) throws SQLException {
		return new AgreementAct(row.getLong("number"), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getObject("actor_id", UUID.class), row.getString("actor_name"),
				row.getObject("agreement_id", UUID.class), row.getString("action"), row.getBoolean("refused"),
				json.readValue(row.getString("facts"), new TypeReference<TreeMap<String, String>>() {
				}), row.getString("network_address"), row.getString("previous_hash"), row.getString("hash"));
	}

	/**
	 * The hash that this line has to carry: of the hash before it and of every word of
	 * the line, each preceded by its length so that no two lines read alike. Recomputable
	 * with any SHA-256 tool from {@link #canonical}.
	 */
	public String computedHash() {
		return AgreementTrail.sha256(canonical());
	}

	/** The text that is hashed. */
	public String canonical() {
		StringBuilder text = new StringBuilder();
		part(text, this.previousHash);
		part(text, String.valueOf(this.number));
		part(text, this.at.toString());
		part(text, (this.actorId == null) ? "" : this.actorId.toString());
		part(text, this.actorName);
		part(text, (this.agreementId == null) ? "" : this.agreementId.toString());
		part(text, this.action);
		part(text, String.valueOf(this.refused));
		part(text, (this.networkAddress == null) ? "" : this.networkAddress);
		this.facts.forEach((name, value) -> {
			part(text, name);
			part(text, value);
		});
		return text.toString();
	}

	private static void part(StringBuilder text, String part) {
		text.append(part.length()).append(':').append(part).append('\n');
	}

}
