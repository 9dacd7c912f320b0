package ru.sosedi.world;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Component;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.LibrarySystem;
import ru.sosedi.partners.AccessionDetails;
import ru.sosedi.partners.AreaOfWork;
import ru.sosedi.partners.AuthorityKind;
import ru.sosedi.partners.LegalForm;
import ru.sosedi.partners.Ngo;
import ru.sosedi.partners.NgoDetails;
import ru.sosedi.partners.NgoService;
import ru.sosedi.partners.RegisterEntry;
import ru.sosedi.partners.RegisterKind;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.Representative;
import ru.sosedi.partners.RepresentativeDetails;
import ru.sosedi.partners.Scan;
import ru.sosedi.partners.SimpleSignatureAccession;
import ru.sosedi.partners.SimpleSignatureAccessions;
import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;

/**
 * NGOs of Zarechensk, in real rows; each call makes a new one with requisites of its own.
 */
@Component
public class PartnersWorld {

	/** The day from which every representative made here has authority. */
	public static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

	private static final AtomicInteger NUMBERS = new AtomicInteger(50_000);

	private final NgoService ngos;

	private final Representations representations;

	private final SimpleSignatureAccessions accessions;

	private final NetworkWorld network;

	PartnersWorld(NgoService ngos, Representations representations, SimpleSignatureAccessions accessions,
			NetworkWorld network) {
		this.ngos = ngos;
		this.representations = representations;
		this.accessions = accessions;
		this.network = network;
	}

	/** A listed NGO with a complete card. */
	public Ngo ngo(String name) {
		Ngo ngo = this.ngos.create(Actor.portal(), details(name), true);
		this.ngos.list(Actor.portal(), ngo.id());
		return ngo;
	}

	/** An NGO of which only the name is known. */
	public UUID named(String name) {
		return this.ngos.named(Actor.portal(), name);
	}

	/** The library system of Zarechensk: the other side of most agreements. */
	public LibrarySystem librarySystem() {
		return this.network.zarechenskSystem();
	}

	/**
	 * Somebody who speaks for the party by its charter since {@link #SINCE}, without an
	 * account.
	 */
	public Representative representative(UUID partyId) {
		return representative(partyId, null);
	}

	/**
	 * Somebody who speaks for the party by its charter since {@link #SINCE}.
	 * @param accountId who signs in; may be {@code null}
	 */
	public Representative representative(UUID partyId, UUID accountId) {
		return this.representations.record(Actor.portal(), partyId, charter(accountId));
	}

	/** The party may use the simple signature since {@link #SINCE}. */
	public SimpleSignatureAccession accession(UUID partyId) {
		return this.accessions.record(Actor.portal(), partyId,
				new AccessionDetails("Соглашение об использовании простой электронной подписи", "1-ПЭП", SINCE),
				Scan.of("soglashenie.pdf", pdf()));
	}

	public static RepresentativeDetails charter(UUID accountId) {
		return new RepresentativeDetails(accountId, "Ирина Сергеевна Добрая", "Ирины Сергеевны Доброй", "Председатель",
				"председателя", AuthorityKind.CHARTER, null, null, SINCE, null);
	}

	/** A complete card with an INN and an OGRN that nobody else has. */
	public static NgoDetails details(String name) {
		int number = NUMBERS.incrementAndGet();
		return new NgoDetails(name, "Автономная некоммерческая организация «" + name + "»", LegalForm.ANO, inn(number),
				ogrn(number), new Kpp("000001001"), "г. Зареченск, ул. Мостовая, 7",
				"р/с 40703810000000000001 в АО «Речбанк»", Set.of(AreaOfWork.NEIGHBOURHOOD, AreaOfWork.FAMILY),
				List.of("Заречный", "Лесной"), "Помогаем соседям **знакомиться**.", "+7 000 000-00-02", true,
				"ngo@zarechensk.example", false, "https://ngo.zarechensk.example",
				List.of(new RegisterEntry(RegisterKind.SOCIAL_NGO, "000-1", LocalDate.of(2025, 3, 1), null)));
	}

	/** An INN of the region 00, which no real organisation has. */
	public static Inn inn(int number) {
		String nine = "00%07d".formatted(number);
		return new Inn(nine + Inn.controlDigit(nine));
	}

	/** An OGRN of the region 00. */
	public static Ogrn ogrn(int number) {
		String twelve = "10000%07d".formatted(number);
		return new Ogrn(twelve + Ogrn.controlDigit(twelve));
	}

	/** A file that is a PDF by its content. */
	public static byte[] pdf() {
		return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
			.getBytes(StandardCharsets.ISO_8859_1);
	}

}
