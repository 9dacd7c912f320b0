package ru.sosedi.registrations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import ru.sosedi.shared.Email;
import ru.sosedi.shared.PhoneNumber;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.TypedText;

/**
 * What a person tells to sign up, whole and clean.
 *
 * @param occurrenceIds the date, or all dates of a series; never empty
 * @param seats for how many people
 * @param name what to call the person, at most {@value #LONGEST_NAME} characters
 * @param email {@code null} only with a phone number
 * @param phone {@code null} only with an e-mail address
 * @param language that of the letters
 * @param participants nobody, or one for each seat
 * @param answers to the event's questions, by their ids
 * @param consents what the person agrees to; {@link ConsentPurpose#SIGN_UP} among it
 */
public record SignUp(List<UUID> occurrenceIds, int seats, String name, Email email, PhoneNumber phone, Locale language,
		List<Participant> participants, Map<UUID, String> answers, Set<ConsentPurpose> consents) {

	public static final int LONGEST_NAME = 120;

	// A name is called out at the door and written into letters: no mark-up, no address.
	private static final Pattern NO_NAME = Pattern.compile("[<>{}\\[\\]\\\\@/|=]|https?:|www\\.");

	/**
	 * @throws RefusedException at the field that is missing or makes no sense
	 */
	public SignUp {
		occurrenceIds = occurrenceIds.stream().distinct().sorted().toList();
		name = TypedText.noLonger(TypedText.required(name, "name", "registrations.sign-up.name.missing"), LONGEST_NAME,
				"name");
		if (NO_NAME.matcher(name).find()) {
			throw new RefusedException("name", "registrations.sign-up.name.odd");
		}
		if (email == null && phone == null) {
			throw new RefusedException("email", "registrations.sign-up.contact.missing");
		}
		if (seats < 1 || seats > AdmissionTerms.MOST_IN_A_GROUP) {
			throw new RefusedException("seats", "registrations.sign-up.seats.absurd", AdmissionTerms.MOST_IN_A_GROUP);
		}
		if (!consents.contains(ConsentPurpose.SIGN_UP)) {
			throw new RefusedException("consent", "registrations.sign-up.consent.missing");
		}
		participants = participants.stream().allMatch(Participant::saysNothing) ? List.of() : List.copyOf(participants);
		if (!participants.isEmpty() && participants.size() != seats) {
			throw new RefusedException("participants", "registrations.sign-up.participants.count");
		}
		answers = Map.copyOf(answers);
		consents = Set.copyOf(consents);
	}

}
