package ru.sosedi.network.web;

/** The version that a form carries. */
final class Versions {

	private Versions() {
	}

	/** A form without one was opened before anything: it is always stale. */
	static long of(Long version) {
		return (version == null) ? -1 : version;
	}

}
