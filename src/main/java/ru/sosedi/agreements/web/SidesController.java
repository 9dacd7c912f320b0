package ru.sosedi.agreements.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementParty;
import ru.sosedi.agreements.AgreementSides;
import ru.sosedi.agreements.AgreementTrail;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Option;

/** The sides of an agreement, who signs for each and how. */
@Controller
@CoordinatorsOnly
@RequestMapping("/desk/agreements/{id}/parties")
class SidesController {

	private final AgreementSides sides;

	private final Agreements agreements;

	private final AgreementOptions options;

	private final AgreementPages pages;

	private final AgreementTrail trail;

	SidesController(AgreementSides sides, Agreements agreements, AgreementOptions options, AgreementPages pages,
			AgreementTrail trail) {
		this.sides = sides;
		this.agreements = agreements;
		this.options = options;
		this.pages = pages;
		this.trail = trail;
	}

	@GetMapping
	String edit(Actor actor, @PathVariable UUID id, @ModelAttribute("form") SidesForm form, BindingResult errors,
			Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		return page(actor, agreement, form.sides().isEmpty() ? SidesForm.of(agreement) : form, model);
	}

	private String page(Actor actor, Agreement agreement, SidesForm typed, Model model) {
		SidesForm form = typed.of(agreement.parties().size());
		List<List<Option>> parties = new ArrayList<>();
		List<List<Option>> signers = new ArrayList<>();
		for (int index = 0; index < agreement.parties().size(); index++) {
			AgreementParty side = agreement.parties().get(index);
			SidesForm.Side row = form.sides().get(index);
			String chosen = Typed.text(row.partyId());
			parties.add(this.options.parties(side.kind(), chosen.isEmpty() ? side.partyId().toString() : chosen,
					Typed.text(row.words())));
			UUID party = chosen.matches("[0-9a-fA-F-]{36}") ? Typed.id("", chosen) : side.partyId();
			signers.add(this.options.signers(this.sides.signers(party)));
		}
		this.pages.head(actor, agreement, model);
		model.addAttribute("form", form);
		model.addAttribute("choices", parties);
		model.addAttribute("signers", signers);
		model.addAttribute("ways", this.options.ways());
		return "agreements/parties/form";
	}

	@PostMapping
	String change(Actor actor, @PathVariable UUID id, @ModelAttribute("form") SidesForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response) {
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		Agreement before = this.agreements.forReading(actor, id);
		SidesForm whole = form.of(before.parties().size());
		try {
			this.trail.attempt(actor, id, "agreements.parties.changed", Map.of(), () -> {
				this.sides.change(actor, id, whole.toWanted(), Typed.version(form.version()));
				return true;
			});
			redirect.addFlashAttribute("flash", "agreements.parties.done");
			return "redirect:/desk/agreements/" + id;
		}
		catch (RefusedException refusal) {
			model.addAttribute("refusal", refusal);
		}
		catch (StaleEditException stale) {
			model.addAttribute("stale", true);
			status = HttpStatus.CONFLICT;
		}
		response.setStatus(status.value());
		return page(actor, this.agreements.forReading(actor, id), form, model);
	}

}
