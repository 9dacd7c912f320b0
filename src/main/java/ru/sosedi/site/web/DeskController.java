package ru.sosedi.site.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.SignedInOnly;
import ru.sosedi.agreements.AgreementBoard;
import ru.sosedi.attendance.CloseOuts;
import ru.sosedi.ledger.AgreementHealth;
import ru.sosedi.ledger.LedgerDesk;
import ru.sosedi.network.CentreName;
import ru.sosedi.network.Centres;
import ru.sosedi.partners.PartnerDesk;
import ru.sosedi.programme.DeskOccurrence;
import ru.sosedi.programme.DeskProgramme;
import ru.sosedi.shared.HomeZone;

/** "What needs me today": the first page of everybody who signs in. */
@Controller
@SignedInOnly
class DeskController {

	private static final int DAYS = 8;

	private static final int MOST_OPEN = 20;

	private static final int MOST_WAITING = 10;

	private final DeskProgramme programme;

	private final Centres centres;

	private final CloseOuts closeOuts;

	private final AgreementBoard agreements;

	private final AgreementHealth health;

	private final LedgerDesk ledger;

	private final PartnerDesk partners;

	private final HomeZone home;

	private final Clock clock;

	DeskController(DeskProgramme programme, Centres centres, CloseOuts closeOuts, AgreementBoard agreements,
			AgreementHealth health, LedgerDesk ledger, PartnerDesk partners, HomeZone home, Clock clock) {
		this.programme = programme;
		this.centres = centres;
		this.closeOuts = closeOuts;
		this.agreements = agreements;
		this.health = health;
		this.ledger = ledger;
		this.partners = partners;
		this.home = home;
		this.clock = clock;
	}

	@GetMapping("/desk")
	String desk(Actor actor, Model model) {
		boolean librarian = actor.is(Role.LIBRARIAN);
		boolean guide = actor.is(Role.METHODOLOGIST) || actor.is(Role.ADMINISTRATOR);
		model.addAttribute("name", actor.name());
		model.addAttribute("administrator", actor.is(Role.ADMINISTRATOR));
		model.addAttribute("waiting", this.agreements.waitingFor(actor, MOST_WAITING));
		model.addAttribute("marks", this.health.of(actor).stream().limit(MOST_WAITING).toList());
		model.addAttribute("behind", this.ledger.behind(actor, MOST_WAITING));
		boolean keeper = actor.is(Role.NGO_LEADER) || actor.is(Role.COORDINATOR) || actor.is(Role.ADMINISTRATOR);
		model.addAttribute("ends", keeper ? this.partners.ends(actor) : List.of());
		if (librarian || guide) {
			fillStaff(actor, guide, model);
			return "site/desk/staff";
		}
		model.addAttribute("zone", this.home.homeZone());
		model.addAttribute("date", LocalDate.ofInstant(this.clock.instant(), this.home.homeZone()));
		model.addAttribute("today", this.programme.todayInTheNetwork());
		return "site/desk/show";
	}

	private void fillStaff(Actor actor, boolean guide, Model model) {
		List<CentreName> centres = this.centres.centresOf(actor);
		ZoneId zone = centres.isEmpty() ? this.home.homeZone() : centres.getFirst().timeZone();
		LocalDate date = LocalDate.ofInstant(this.clock.instant(), zone);
		Map<LocalDate, List<DeskOccurrence>> agenda = this.programme.agenda(actor, DAYS);
		List<DeskOccurrence> closed = this.programme.onClosedDays(agenda);
		Map<LocalDate, List<DeskOccurrence>> coming = new TreeMap<>(agenda);
		List<DeskOccurrence> today = coming.remove(date);
		model.addAttribute("guide", guide);
		model.addAttribute("mayWrite", actor.is(Role.LIBRARIAN) || actor.is(Role.ADMINISTRATOR));
		model.addAttribute("centres", centres);
		model.addAttribute("zone", zone);
		model.addAttribute("date", date);
		model.addAttribute("today", (today == null) ? List.of() : today);
		model.addAttribute("coming", coming);
		model.addAttribute("closed", closed.stream().map(DeskOccurrence::id).toList());
		model.addAttribute("onClosedDays", closed);
		model.addAttribute("open", this.closeOuts.open(actor, MOST_OPEN));
		model.addAttribute("drafts", this.programme.drafts(actor));
		model.addAttribute("counts", guide ? this.programme.centres(actor) : List.of());
	}

}
