package ru.sosedi;

import org.junit.jupiter.api.Test;

/** A clean migrate, and entities that fit it ({@code ddl-auto: validate}). */
@PortalTest
class MigrationTests {

	@Test
	void migrationsRunOnAnEmptyDatabase() {
	}

}
