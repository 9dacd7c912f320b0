package ru.sosedi.network;

/**
 * A piece of an imported file that cannot be taken as it is; becomes an
 * {@link ImportProblem} of its row, or fails the file.
 */
class ImportUnclearException extends RuntimeException {

	private final String key;

	private final transient Object[] arguments;

	ImportUnclearException(String key, Object... arguments) {
		super(key);
		this.key = key;
		this.arguments = arguments;
	}

	ImportProblem at(ImportColumn column) {
		return ImportProblem.of(column, this.key, this.arguments);
	}

}
