package ru.sosedi.partners;

import java.util.UUID;

import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;

/**
 * An NGO or a library system with the requisites that a contract names.
 *
 * @param fullName never {@code null}; the short name where a card has no other
 * @param inn {@code null} for an NGO whose card is not filled, as are {@code ogrn} and
 * {@code address}
 * @param kpp may be {@code null}, as may {@code bankDetails}, {@code phone} and
 * {@code email}
 */
public record Party(UUID id, PartyKind kind, String fullName, String shortName, Inn inn, Kpp kpp, Ogrn ogrn,
		String address, String bankDetails, String phone, String email) {

	/** Whether it has what every party of a contract needs. */
	public boolean complete() {
		return this.inn != null && this.ogrn != null && this.address != null;
	}

}
