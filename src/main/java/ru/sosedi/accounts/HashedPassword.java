package ru.sosedi.accounts;

/**
 * A password that keeps the rules, already hashed: only {@link Passwords} makes one.
 *
 * @param hash with the name of its method in front
 */
public record HashedPassword(String hash) {

	@Override
	public String toString() {
		return "HashedPassword";
	}

}
