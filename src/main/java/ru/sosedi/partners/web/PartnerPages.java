package ru.sosedi.partners.web;

import java.time.LocalDate;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.documents.Markdown;
import ru.sosedi.partners.Ngo;
import ru.sosedi.partners.NgoService;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.partners.PartyKind;
import ru.sosedi.partners.PartnerDesk;
import ru.sosedi.partners.Representations;
import ru.sosedi.partners.SimpleSignatureAccessions;

/** The page of one partner at the desk, as several acts come back to it. */
@Component
class PartnerPages {

	private final Parties parties;

	private final NgoService ngos;

	private final Representations representations;

	private final SimpleSignatureAccessions accessions;

	private final PartnerDesk desk;

	PartnerPages(Parties parties, NgoService ngos, Representations representations,
			SimpleSignatureAccessions accessions, PartnerDesk desk) {
		this.parties = parties;
		this.ngos = ngos;
		this.representations = representations;
		this.accessions = accessions;
		this.desk = desk;
	}

	String show(Actor actor, UUID id, Model model) {
		// refuses whoever does not keep it before anything is told
		model.addAttribute("accessions", this.accessions.of(actor, id));
		Party party = this.parties.get(id);
		model.addAttribute("party", party);
		model.addAttribute("missing", this.parties.missing(party));
		LocalDate today = this.desk.today();
		model.addAttribute("representatives",
				this.representations.of(id).stream().map((one) -> RepresentativeLine.of(one, today)).toList());
		model.addAttribute("today", today);
		model.addAttribute("all", actor.is(Role.COORDINATOR) || actor.is(Role.ADMINISTRATOR));
		if (!model.containsAttribute("logoForm")) {
			model.addAttribute("logoForm", new NgoLogoForm(null));
		}
		if (party.kind() == PartyKind.NGO) {
			Ngo ngo = this.ngos.forUpkeep(actor, id);
			model.addAttribute("ngo", ngo);
			model.addAttribute("card", ngo.isNamedOnly() ? null : ngo.details());
			model.addAttribute("about", ngo.isNamedOnly() ? "" : Markdown.toHtml(ngo.details().about()));
		}
		return "partners/desk/show";
	}

}
