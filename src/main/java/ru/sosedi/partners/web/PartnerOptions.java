package ru.sosedi.partners.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.AccountDirectory;
import ru.sosedi.partners.AreaOfWork;
import ru.sosedi.partners.AuthorityKind;
import ru.sosedi.partners.LegalForm;
import ru.sosedi.partners.NgoState;
import ru.sosedi.partners.RegisterKind;
import ru.sosedi.shared.web.Option;

/** What the selects of the forms offer. */
@Component
class PartnerOptions {

	private final MessageSource messages;

	private final AccountDirectory accounts;

	PartnerOptions(MessageSource messages, AccountDirectory accounts) {
		this.messages = messages;
		this.accounts = accounts;
	}

	List<Option> legalForms(Locale locale) {
		return withNone("partners.ngo.choose", of(LegalForm.values(), LegalForm::messageKey, locale), locale);
	}

	List<Option> areas(Locale locale) {
		return of(AreaOfWork.values(), AreaOfWork::messageKey, locale);
	}

	List<Option> states(Locale locale) {
		return withNone("partners.desk.any", of(NgoState.values(), NgoState::messageKey, locale), locale);
	}

	List<Option> registers(Locale locale) {
		return withNone("partners.register.none", of(RegisterKind.values(), RegisterKind::messageKey, locale), locale);
	}

	List<Option> authorities(Locale locale) {
		return of(AuthorityKind.values(), AuthorityKind::messageKey, locale);
	}

	/** The people who lead or sign for the party. */
	List<Option> accounts(UUID partyId, Locale locale) {
		List<Option> bound = this.accounts.boundTo(partyId)
			.stream()
			.map((account) -> new Option(account.id().toString(), account.name() + " (" + account.email() + ")"))
			.toList();
		return withNone("partners.representative.account.none", bound, locale);
	}

	List<Option> withNone(String messageKey, List<Option> options, Locale locale) {
		return Stream
			.concat(Stream.of(new Option("", this.messages.getMessage(messageKey, null, locale))), options.stream())
			.toList();
	}

	private <E extends Enum<E>> List<Option> of(E[] values, Function<E, String> messageKey, Locale locale) {
		return Arrays.stream(values)
			.map((value) -> new Option(value.name(), this.messages.getMessage(messageKey.apply(value), null, locale)))
			.toList();
	}

}
