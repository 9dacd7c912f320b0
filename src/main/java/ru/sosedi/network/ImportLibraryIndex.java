package ru.sosedi.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The libraries of a system by everything that a row may name them by. */
final class ImportLibraryIndex {

	private final Map<Integer, LibraryKey> byNumber = new HashMap<>();

	private final Map<String, LibraryKey> byPlace = new HashMap<>();

	private final Map<String, List<LibraryKey>> byName = new HashMap<>();

	ImportLibraryIndex(List<LibraryKey> keys) {
		for (LibraryKey key : keys) {
			if (key.number() != null) {
				this.byNumber.put(key.number(), key);
			}
			this.byPlace.put(place(key.name(), key.address()), key);
			this.byName.computeIfAbsent(ImportWords.plain(key.name()), (_) -> new ArrayList<>()).add(key);
		}
	}

	/** Two libraries of one name at one address are the same. */
	static String place(String name, String address) {
		return ImportWords.plain(name) + "\n" + ImportWords.plain(address);
	}

	/** {@code null} when there is none. */
	LibraryKey byNumber(String number) {
		return (number == null || !number.matches("\\d{1,4}")) ? null : this.byNumber.get(Integer.valueOf(number));
	}

	/** {@code null} when there is none. */
	LibraryKey byPlace(String name, String address) {
		return this.byPlace.get(place(name, address));
	}

	/** All libraries of that name. */
	List<LibraryKey> byName(String name) {
		return this.byName.getOrDefault(ImportWords.plain(name), List.of());
	}

}
