package ru.sosedi.platform;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

import org.springframework.dao.DataAccessResourceFailureException;

/** Tells a database that cannot be reached just now from a fault of the portal. */
public final class DatabaseAway {

	private DatabaseAway() {
	}

	/**
	 * @param failure may be {@code null}
	 */
	public static boolean isCauseOf(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof DataAccessResourceFailureException || cause instanceof SQLTransientConnectionException
					|| cause instanceof SQLNonTransientConnectionException || cause instanceof SQLRecoverableException
					|| (cause instanceof SQLException sql && isConnectionLost(sql.getSQLState()))) {
				return true;
			}
		}
		return false;
	}

	// SQLSTATE: class 08 is the connection; 57P01-57P03 a server that stops or starts;
	// 53300 too many connections.
	private static boolean isConnectionLost(String state) {
		return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
	}

}
