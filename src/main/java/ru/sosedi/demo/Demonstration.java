package ru.sosedi.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.sosedi.accounts.AccountService;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Passwords;
import ru.sosedi.accounts.PersonName;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.RoleGrant;
import ru.sosedi.demo.DemoFile.NetworkEntry;
import ru.sosedi.demo.DemoFile.PersonEntry;
import ru.sosedi.network.LibrarySystemService;
import ru.sosedi.network.NetworkDetails;
import ru.sosedi.network.NetworkService;
import ru.sosedi.partners.NgoService;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.StartupNote;

/**
 * Fills an empty portal with the invented city, once and in one transaction, when there
 * is no library system yet; then come its agreements, act by act. Everybody in it signs
 * in with {@link #PASSWORD}.
 */
@Component
@Conditional(DemoWanted.class)
class Demonstration implements ApplicationRunner, StartupNote {

	static final String PASSWORD = "chitalny-zal";

	private static final Locale RUSSIAN = Locale.of("ru");

	private final NetworkService network;

	private final LibrarySystemService systems;

	private final AccountService accounts;

	private final Passwords passwords;

	private final NgoService ngos;

	private final DemoLibraries libraries;

	private final DemoProgramme programme;

	private final DemoVisits visits;

	private final DemoPartners partners;

	private final DemoAgreements agreements;

	private final TransactionTemplate transaction;

	private final MessageSource messages;

	Demonstration(NetworkService network, LibrarySystemService systems, AccountService accounts, Passwords passwords,
			NgoService ngos, DemoLibraries libraries, DemoProgramme programme, DemoVisits visits, DemoPartners partners,
			DemoAgreements agreements, TransactionTemplate transaction, MessageSource messages) {
		this.network = network;
		this.systems = systems;
		this.accounts = accounts;
		this.passwords = passwords;
		this.ngos = ngos;
		this.libraries = libraries;
		this.programme = programme;
		this.visits = visits;
		this.partners = partners;
		this.agreements = agreements;
		this.transaction = transaction;
		this.messages = messages;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.systems.all().isEmpty()) {
			Map<Integer, UUID> libraries = this.transaction.execute((_) -> fill(DemoFile.city()));
			this.agreements.fill(Actor.portal(), this.systems.all().getFirst().id(), libraries);
		}
	}

	private Map<Integer, UUID> fill(DemoFile.City city) {
		Actor portal = Actor.portal();
		NetworkEntry entry = city.network();
		ZoneId zone = ZoneId.of(entry.timeZone());
		this.network.change(portal, new NetworkDetails(entry.name(), entry.city(), entry.alliance(), entry.about(),
				entry.email(), entry.phone(), entry.address(), zone, true, true, true),
				this.network.stored().version());
		this.network.becomeDemonstration(portal);
		Map<Integer, UUID> libraries = this.libraries.fill(portal, city);
		UUID system = this.systems.all().getFirst().id();
		city.people().forEach((person) -> welcome(portal, person, libraries, system));
		this.partners.fill(portal, system);
		this.programme.fill(portal, DemoFile.programme(), libraries, zone);
		this.visits.fill(portal);
		return libraries;
	}

	private void welcome(Actor portal, PersonEntry person, Map<Integer, UUID> libraries, UUID system) {
		Email email = Email.of(person.email());
		this.accounts.open(portal, email, PersonName.of(person.name()), RUSSIAN, grants(person, libraries, system),
				this.passwords.choose("password", PASSWORD, email));
	}

	private Set<RoleGrant> grants(PersonEntry person, Map<Integer, UUID> libraries, UUID system) {
		Role role = Role.valueOf(person.role());
		return switch (role) {
			case LIBRARIAN ->
				person.libraries().stream().map(libraries::get).map(RoleGrant::librarianOf).collect(Collectors.toSet());
			case NGO_LEADER -> Set.of(RoleGrant.leaderOf(this.ngos.named(Actor.portal(), person.ngo())));
			case SIGNATORY -> Set.of(RoleGrant.signatoryFor(system));
			default -> Set.of(RoleGrant.of(role));
		};
	}

	/** The sign-ins, as long as they are those of the demonstration. */
	@Override
	public List<String> lines() {
		return DemoFile.city()
			.people()
			.stream()
			.filter((person) -> this.accounts.idOf(Email.of(person.email())).isPresent())
			.map((person) -> this.messages.getMessage("demo.sign-in",
					new Object[] { this.messages.getMessage("accounts.role." + person.role(), null, RUSSIAN),
							person.email(), PASSWORD },
					RUSSIAN))
			.toList();
	}

}
