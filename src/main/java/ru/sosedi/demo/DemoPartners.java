package ru.sosedi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import ru.sosedi.accounts.AccountService;
import ru.sosedi.accounts.Actor;
import ru.sosedi.demo.DemoFile.NgoEntry;
import ru.sosedi.demo.DemoFile.RepresentativeEntry;
import ru.sosedi.partners.AccessionDetails;
import ru.sosedi.partners.Alliance;
import ru.sosedi.partners.Alliances;
import ru.sosedi.partners.AreaOfWork;
import ru.sosedi.partners.AuthorityKind;
import ru.sosedi.partners.LegalForm;
import ru.sosedi.partners.NgoDetails;
import ru.sosedi.partners.NgoService;
import ru.sosedi.partners.RegisterEntry;
import ru.sosedi.partners.RegisterKind;
import ru.sosedi.partners.RepresentativeDetails;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.Scan;
import ru.sosedi.partners.SimpleSignatureAccessions;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.HomeZone;
import ru.sosedi.shared.Inn;
import ru.sosedi.shared.Kpp;
import ru.sosedi.shared.Ogrn;

/** The NGOs of the invented city, who speaks for them, and their alliance. */
@Component
@Conditional(DemoWanted.class)
class DemoPartners {

	private final NgoService ngos;

	private final Representations representations;

	private final SimpleSignatureAccessions accessions;

	private final Alliances alliances;

	private final AccountService accounts;

	private final DemoPapers papers;

	private final HomeZone zone;

	private final Clock clock;

	DemoPartners(NgoService ngos, Representations representations, SimpleSignatureAccessions accessions,
			Alliances alliances, AccountService accounts, DemoPapers papers, HomeZone zone, Clock clock) {
		this.ngos = ngos;
		this.representations = representations;
		this.accessions = accessions;
		this.alliances = alliances;
		this.accounts = accounts;
		this.papers = papers;
		this.zone = zone;
		this.clock = clock;
	}

	void fill(Actor actor, UUID librarySystemId) {
		DemoFile.Partners partners = DemoFile.partners();
		LocalDate today = LocalDate.now(this.clock.withZone(this.zone.homeZone()));
		speakFor(actor, librarySystemId, partners.libraryRepresentative(), today);
		accede(actor, librarySystemId, today);
		Alliance alliance = this.alliances.create(actor, partners.alliance().name());
		for (NgoEntry entry : partners.ngos()) {
			UUID ngo = this.ngos.named(actor, entry.shortName());
			this.ngos.change(actor, ngo, details(entry, today), this.ngos.forUpkeep(actor, ngo).version(), true);
			this.ngos.list(actor, ngo);
			speakFor(actor, ngo, entry.representative(), today);
			if (entry.accession()) {
				accede(actor, ngo, today);
			}
			if (entry.shortName().equals(partners.alliance().actsThrough())) {
				this.alliances.change(actor, alliance.id(), partners.alliance().name(), ngo,
						this.alliances.byId(alliance.id()).version());
			}
			if (entry.joinedDaysAgo() != null) {
				this.alliances.join(actor, alliance.id(), ngo, today.minusDays(entry.joinedDaysAgo()));
			}
		}
	}

	private void speakFor(Actor actor, UUID party, RepresentativeEntry entry, LocalDate today) {
		UUID account = (entry.account() == null) ? null : this.accounts.idOf(Email.of(entry.account())).orElse(null);
		AuthorityKind authority = AuthorityKind.valueOf(entry.authority());
		LocalDate issued = (entry.issuedDaysAgo() == null) ? null : today.minusDays(entry.issuedDaysAgo());
		this.representations.record(actor, party,
				new RepresentativeDetails(account, entry.name(), entry.nameGenitive(), entry.post(),
						entry.postGenitive(), authority, entry.number(), issued,
						(issued == null) ? today.minusYears(1) : issued,
						(entry.validForDays() == null) ? null : today.plusDays(entry.validForDays())));
	}

	private void accede(Actor actor, UUID party, LocalDate today) {
		this.accessions.record(actor, party,
				new AccessionDetails(this.papers.accessionName(), "1", today.minusMonths(2)),
				Scan.of("accession.pdf", this.papers.scan()));
	}

	private static NgoDetails details(NgoEntry entry, LocalDate today) {
		Set<AreaOfWork> areas = entry.areas()
			.stream()
			.map(AreaOfWork::valueOf)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(AreaOfWork.class)));
		List<RegisterEntry> registers = entry.registers()
			.stream()
			.map((one) -> new RegisterEntry(RegisterKind.valueOf(one.kind()), one.number(), LocalDate.parse(one.date()),
					null))
			.toList();
		return new NgoDetails(entry.shortName(), entry.fullName(), LegalForm.valueOf(entry.legalForm()),
				new Inn(entry.inn()), new Ogrn(entry.ogrn()), new Kpp(entry.kpp()), entry.address(), entry.bank(),
				areas, entry.territories(), entry.about(), entry.phone(), true, entry.email(), true, null, registers);
	}

}
