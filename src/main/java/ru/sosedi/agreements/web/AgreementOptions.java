package ru.sosedi.agreements.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementKind;
import ru.sosedi.agreements.AgreementParty;
import ru.sosedi.agreements.AmendedClause;
import ru.sosedi.agreements.AmendedTexts;
import ru.sosedi.agreements.Amends;
import ru.sosedi.agreements.Cadence;
import ru.sosedi.agreements.ClausePart;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.agreements.FieldType;
import ru.sosedi.agreements.Prolongation;
import ru.sosedi.agreements.SigningWay;
import ru.sosedi.agreements.StepKind;
import ru.sosedi.agreements.TemplateDetails;
import ru.sosedi.network.Centres;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.partners.PartyKind;
import ru.sosedi.partners.Representative;
import ru.sosedi.shared.web.Option;

/** The choices of forms about agreements, in the language of the page. */
@Component
class AgreementOptions {

	private static final int MOST_FOUND = 100;

	private static final int MOST_LOOKED_THROUGH = 400;

	private static final int LONGEST_LABEL = 90;

	private final Parties parties;

	private final Centres centres;

	private final AmendedTexts amended;

	private final MessageSource messages;

	AgreementOptions(Parties parties, Centres centres, AmendedTexts amended, MessageSource messages) {
		this.parties = parties;
		this.centres = centres;
		this.amended = amended;
		this.messages = messages;
	}

	/**
	 * Parties for each side: those that were looked for, and the chosen one.
	 */
	List<List<Option>> parties(List<TemplateDetails.Side> sides, List<String> chosen, List<String> words) {
		List<List<Option>> all = new ArrayList<>();
		for (int index = 0; index < sides.size(); index++) {
			all.add(parties(sides.get(index).kind(), (index < chosen.size()) ? chosen.get(index) : "",
					(index < words.size()) ? words.get(index) : ""));
		}
		return all;
	}

	List<Option> parties(PartyKind kind, String chosen, String words) {
		Map<UUID, Option> options = new LinkedHashMap<>();
		options.put(null, new Option("", say("agreements.form.none")));
		String text = (words == null) ? "" : words.substring(0, Math.min(words.length(), MOST_FOUND));
		Typed.ids("", List.of(chosen.matches("[0-9a-fA-F-]{36}") ? chosen : ""))
			.forEach((id) -> this.parties.find(id).ifPresent((party) -> options.put(id, option(party))));
		this.parties.find(text, MOST_LOOKED_THROUGH)
			.stream()
			.filter((party) -> party.kind() == kind)
			.limit(MOST_FOUND)
			.forEach((party) -> options.putIfAbsent(party.id(), option(party)));
		return List.copyOf(options.values());
	}

	private Option option(Party party) {
		String inn = (party.inn() == null) ? "" : ", " + party.inn().value();
		return new Option(party.id().toString(),
				party.shortName() + inn + (party.complete() ? "" : say("agreements.form.incomplete")));
	}

	/** Every centre that is not closed. */
	List<Option> centres() {
		return this.centres.centresOf(Actor.portal())
			.stream()
			.map((centre) -> new Option(centre.id().toString(), centre.name()))
			.toList();
	}

	/** The centres that an agreement covers. */
	List<Option> centres(Agreement agreement) {
		boolean all = agreement.terms().coversAllCentres();
		return this.centres.centresOf(Actor.portal())
			.stream()
			.filter((centre) -> all || agreement.terms().centres().contains(centre.id()))
			.map((centre) -> new Option(centre.id().toString(), centre.name()))
			.toList();
	}

	List<Option> signers(List<Representative> people) {
		List<Option> options = new ArrayList<>(List.of(new Option("", say("agreements.form.later"))));
		people
			.forEach((person) -> options.add(new Option(person.id().toString(), person.name() + ", " + person.post())));
		return options;
	}

	List<Option> sides(Agreement agreement) {
		Map<UUID, Party> known = this.parties
			.withIds(agreement.parties().stream().map(AgreementParty::partyId).toList());
		List<Option> options = new ArrayList<>(List.of(new Option("", say("agreements.form.none"))));
		agreement.parties()
			.forEach((side) -> options.add(new Option(side.partyId().toString(),
					side.roleName() + ": " + known.get(side.partyId()).shortName())));
		return options;
	}

	/** The clauses of the signed text that an amendment can name. */
	List<Option> amendable(Agreement amendment) {
		List<Option> options = new ArrayList<>(List.of(new Option("", say("agreements.form.nothing"))));
		this.amended.of(amendment.parentId())
			.clauses()
			.stream()
			.filter((clause) -> !clause.isRemoved())
			.forEach((clause) -> options.add(new Option(clause.clause().key().toString(), label(clause))));
		return options;
	}

	private static String label(AmendedClause clause) {
		String words = (clause.number() + " " + clause.heading() + " " + clause.html().replaceAll("<[^>]*>", " "))
			.replaceAll("\\s+", " ")
			.strip();
		return (words.length() > LONGEST_LABEL) ? words.substring(0, LONGEST_LABEL) + "\u2026" : words;
	}

	List<Option> prolongations() {
		return named(Prolongation.values(), Prolongation::messageKey, false);
	}

	List<Option> ways() {
		return named(SigningWay.values(), SigningWay::messageKey, false);
	}

	List<Option> parts() {
		return named(ClausePart.values(), ClausePart::messageKey, false);
	}

	List<Option> amends() {
		return named(Amends.values(), Amends::messageKey, true);
	}

	List<Option> commitmentKinds() {
		return named(CommitmentKind.values(), CommitmentKind::messageKey, true);
	}

	List<Option> cadences() {
		return named(Cadence.values(), Cadence::messageKey, true);
	}

	List<Option> kinds() {
		return named(AgreementKind.values(), AgreementKind::messageKey, false);
	}

	List<Option> partyKinds() {
		return named(PartyKind.values(), PartyKind::messageKey, true);
	}

	List<Option> fieldTypes() {
		return named(FieldType.values(), FieldType::messageKey, true);
	}

	List<Option> stepKinds() {
		return named(StepKind.values(), StepKind::messageKey, true);
	}

	private <E extends Enum<E>> List<Option> named(E[] values, Function<E, String> key, boolean empty) {
		List<Option> options = new ArrayList<>();
		if (empty) {
			options.add(new Option("", say("agreements.form.none")));
		}
		for (E value : values) {
			options.add(new Option(value.name(), say(key.apply(value))));
		}
		return options;
	}

	/** Labels and stored texts of the fields that were saved otherwise meanwhile. */
	List<Option> differing(TermsForm typed, TermsForm stored) {
		List<Option> theirs = new ArrayList<>();
		differing(theirs, "title", typed.title(), stored.title());
		differing(theirs, "place", typed.place(), stored.place());
		differing(theirs, "startsOn", typed.startsOn(), stored.startsOn());
		differing(theirs, "endsOn", typed.endsOn(), stored.endsOn());
		differing(theirs, "prolongationMonths", typed.prolongationMonths(), stored.prolongationMonths());
		differing(theirs, "noticeDays", typed.noticeDays(), stored.noticeDays());
		return theirs;
	}

	private void differing(List<Option> theirs, String field, String typed, String stored) {
		if (!Objects.toString(typed, "").strip().equals(stored)) {
			theirs.add(new Option(stored, say("agreements.terms.field." + field)));
		}
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
