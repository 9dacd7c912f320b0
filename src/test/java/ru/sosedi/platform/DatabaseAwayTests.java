package ru.sosedi.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAwayTests {

	@Test
	void aLostConnectionIsToldFromAFault() {
		assertThat(DatabaseAway.isCauseOf(new CannotGetJdbcConnectionException("no"))).isTrue();
		assertThat(DatabaseAway.isCauseOf(new RuntimeException(
				new CannotCreateTransactionException("no", new SQLTransientConnectionException("timeout")))))
			.isTrue();
		assertThat(DatabaseAway.isCauseOf(new SQLException("stops", "57P01"))).isTrue();
		assertThat(DatabaseAway.isCauseOf(new SQLException("gone", "08006"))).isTrue();
		assertThat(DatabaseAway.isCauseOf(new BadSqlGrammarException("x", "selec", new SQLException("x", "42601"))))
			.isFalse();
		assertThat(DatabaseAway.isCauseOf(new IllegalStateException())).isFalse();
		assertThat(DatabaseAway.isCauseOf(null)).isFalse();
	}

}
