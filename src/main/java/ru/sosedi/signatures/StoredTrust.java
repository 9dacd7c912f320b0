package ru.sosedi.signatures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the administrator trusts, as it is kept. */
@Component
class StoredTrust implements TrustStore {

	private final JdbcClient jdbc;

	StoredTrust(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Anchor> anchors() {
		return this.jdbc.sql("select id, encoded from trusted_root order by id limit ?")
			.param(TrustedRootService.MOST)
			.query((row, _) -> new Anchor(row.getObject("id", UUID.class), certificate(row.getBytes("encoded"))))
			.list();
	}

	@Override
	public List<Revoked> revokedBy(Set<UUID> anchorIds) {
		if (anchorIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select this_update, next_update, encoded from revocation_list
				where root_id in (:roots) order by this_update desc limit 10
				""").param("roots", anchorIds).query((row, _) -> {
			Timestamp next = row.getTimestamp("next_update");
			return new Revoked(row.getTimestamp("this_update").toInstant(), (next == null) ? null : next.toInstant(),
					row.getBytes("encoded"));
		}).list();
	}

	private static X509CertificateHolder certificate(byte[] encoded) {
		try {
			return new X509CertificateHolder(encoded);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
