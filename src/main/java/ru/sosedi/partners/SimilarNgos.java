package ru.sosedi.partners;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds NGOs by names that are nearly the same. */
@Component
class SimilarNgos {

	/** Share of common trigrams: another ending, a typing error, a word more. */
	private static final double SIMILAR = 0.6;

	private static final int MOST = 5;

	private final JdbcClient jdbc;

	SimilarNgos(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The most similar first, at most five.
	 * @param self an NGO that is not compared; may be {@code null}
	 */
	List<SimilarNgo> to(String name, UUID self) {
		return this.jdbc.sql("""
				select id, short_name, inn, state
				from ngo
				where similarity(name_key, :key) >= :similar and id is distinct from cast(:self as uuid)
				order by similarity(name_key, :key) desc, id
				limit :limit
				""")
			.param("key", NgoName.key(name))
			.param("similar", SIMILAR)
			.param("self", self)
			.param("limit", MOST)
			.query(SimilarNgo.class)
			.list();
	}

}
