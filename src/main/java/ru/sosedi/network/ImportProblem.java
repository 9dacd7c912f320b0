package ru.sosedi.network;

import java.util.List;

import ru.sosedi.shared.RefusedException;

/**
 * Why a row, or a whole file, was refused.
 *
 * @param column the column at fault; {@code null} for the whole row or file
 * @param key message key, whole or under {@code network.import.problem.}
 * @param arguments the message's arguments, shown as they are
 */
public record ImportProblem(ImportColumn column, String key, List<String> arguments) {

	static ImportProblem of(ImportColumn column, String key, Object... arguments) {
		return new ImportProblem(column, key, List.of(arguments).stream().map(String::valueOf).toList());
	}

	/** A rule of the domain that the row breaks. */
	static ImportProblem of(ImportColumn column, RefusedException refusal) {
		return of(column, refusal.messageKey(), refusal.arguments());
	}

	/** The message key with its prefix. */
	public String messageKey() {
		return this.key.matches("(network|documents)\\..*") ? this.key : "network.import.problem." + this.key;
	}

}
