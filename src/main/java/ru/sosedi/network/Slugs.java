package ru.sosedi.network;

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
class Slugs {

	private final JdbcClient jdbc;

	Slugs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	String freeForLibrary(String name) {
		return free(name, "select slug from library where slug = :slug or slug like :numbered");
	}

	String freeForCentre(String name) {
		return free(name, "select slug from neighbourhood_centre where slug = :slug or slug like :numbered");
	}

	private String free(String name, String taken) {
		String slug = Slug.of(name);
		Set<String> slugs = new HashSet<>(
				this.jdbc.sql(taken).param("slug", slug).param("numbered", slug + "-%").query(String.class).list());
		String free = slug;
		for (int i = 2; slugs.contains(free); i++) {
			free = slug + "-" + i;
		}
		return free;
	}

}
