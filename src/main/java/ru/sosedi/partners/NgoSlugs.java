package ru.sosedi.partners;

import java.util.HashSet;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.sosedi.shared.Slug;

/**
 * Finds a slug that is still free. Two writers of the same moment may find the same one:
 * then the unique constraint refuses the second.
 */
@Component
class NgoSlugs {

	private final JdbcClient jdbc;

	NgoSlugs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	String free(String name) {
		String slug = Slug.of(name);
		Set<String> taken = new HashSet<>(
				this.jdbc.sql("select slug from ngo where slug = :slug or slug like :numbered")
					.param("slug", slug)
					.param("numbered", slug + "-%")
					.query(String.class)
					.list());
		String free = slug;
		for (int i = 2; taken.contains(free); i++) {
			free = slug + "-" + i;
		}
		return free;
	}

}
