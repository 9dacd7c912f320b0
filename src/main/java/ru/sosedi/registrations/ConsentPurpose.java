package ru.sosedi.registrations;

/** What a person's data may be used for; each purpose is agreed to by itself. */
public enum ConsentPurpose {

	/** To sign up and to hear about the event. Without it nobody can be signed up. */
	SIGN_UP,
	/** To hear afterwards what else is on at the centre. */
	NEWS,
	/** To be photographed, and the pictures published. */
	PHOTO;

	/** The message that names it. */
	public String messageKey() {
		return "registrations.consent." + name();
	}

}
