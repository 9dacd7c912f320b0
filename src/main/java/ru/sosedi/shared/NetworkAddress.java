package ru.sosedi.shared;

/** Where a change comes from, for the trail; the web knows, and what lies below asks. */
public interface NetworkAddress {

	/** The address of the request being served, or {@code null} outside of one. */
	String current();

}
