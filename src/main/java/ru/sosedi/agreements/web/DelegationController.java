package ru.sosedi.agreements.web;

import java.time.LocalDate;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementParty;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Delegations;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** Who signs in place of whom. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}/delegations")
class DelegationController {

	/**
	 * @param party the side for which somebody else shall sign
	 * @param to the representation of who shall
	 */
	record DelegationForm(UUID party, UUID to, LocalDate from, LocalDate until, String basis, Boolean everyAgreement) {

		Delegations.Details toDetails() {
			return new Delegations.Details(this.to, this.from, this.until, this.basis,
					Boolean.TRUE.equals(this.everyAgreement));
		}

	}

	private final Agreements agreements;

	private final Delegations delegations;

	DelegationController(Agreements agreements, Delegations delegations) {
		this.agreements = agreements;
		this.delegations = delegations;
	}

	@GetMapping
	String list(Actor actor, @PathVariable UUID id, @RequestParam(required = false) UUID party, Model model) {
		LocalDate today = this.agreements.today();
		model.addAttribute("form", new DelegationForm(party, null, today, today.plusMonths(1), "", false));
		return page(actor, id, party, model);
	}

	@PostMapping
	String record(Actor actor, @PathVariable UUID id, @ModelAttribute("form") DelegationForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			try {
				this.delegations.record(actor, id, form.party(), form.toDetails());
				redirect.addFlashAttribute("flash", "agreements.delegation.done");
				return "redirect:/desk/agreements/{id}/delegations";
			}
			catch (RefusedException refusal) {
				Refusals.into(errors, refusal);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(actor, id, form.party(), model);
	}

	@PostMapping("/{delegationId}/revocation")
	String revoke(Actor actor, @PathVariable UUID id, @PathVariable UUID delegationId, RedirectAttributes redirect) {
		this.delegations.revoke(actor, id, delegationId);
		redirect.addFlashAttribute("flash", "agreements.delegation.ended");
		return "redirect:/desk/agreements/{id}/delegations";
	}

	private String page(Actor actor, UUID id, UUID party, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		List<AgreementParty> mine = agreement.parties()
			.stream()
			.filter((side) -> this.delegations.mayDelegate(actor, side))
			.toList();
		AgreementParty side = mine.stream()
			.filter((one) -> one.partyId().equals(party))
			.findFirst()
			.orElse(mine.isEmpty() ? null : mine.getFirst());
		model.addAttribute("agreement", agreement);
		model.addAttribute("delegations", this.delegations.of(actor, id));
		model.addAttribute("mine", mine);
		model.addAttribute("side", side);
		model.addAttribute("others",
				(side == null) ? List.of()
						: this.delegations.others(side)
							.stream()
							.map((person) -> new Option(person.id().toString(), person.name() + ", " + person.post()))
							.toList());
		return "agreements/delegations/list";
	}

}
