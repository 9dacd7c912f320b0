package ru.sosedi.agreements.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
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
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementParty;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Endings;
import ru.sosedi.partners.Parties;
import ru.sosedi.partners.Party;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** An end before the end, and the notice that there will be no prolongation. */
@Controller
@RequestMapping("/desk/agreements/{id}")
class TerminationController {

	/**
	 * @param byParty {@code null} when all sides agree
	 */
	record TerminationForm(LocalDate lastDay, LocalDate noticedOn, UUID byParty, String reason) {

		Endings.Termination toTermination() {
			return new Endings.Termination(this.lastDay, this.noticedOn, this.byParty, this.reason);
		}

	}

	record NoticeForm(UUID party, LocalDate noticedOn) {

	}

	private final Agreements agreements;

	private final Endings endings;

	private final Parties parties;

	private final MessageSource messages;

	TerminationController(Agreements agreements, Endings endings, Parties parties, MessageSource messages) {
		this.agreements = agreements;
		this.endings = endings;
		this.parties = parties;
		this.messages = messages;
	}

	@GetMapping("/termination")
	@CoordinatorsOnly
	String terminationForm(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		model.addAttribute("form", new TerminationForm(null, this.agreements.today(), null, ""));
		return termination(actor, id, model, locale);
	}

	@PostMapping("/termination")
	@CoordinatorsOnly
	String terminate(Actor actor, @PathVariable UUID id, @ModelAttribute("form") TerminationForm form,
			BindingResult errors, Model model, Locale locale, HttpServletResponse response,
			RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			try {
				this.endings.terminate(actor, id, form.toTermination());
				redirect.addFlashAttribute("flash", "agreements.termination.done");
				return "redirect:/desk/agreements/{id}";
			}
			catch (RefusedException refusal) {
				Refusals.into(errors, refusal);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return termination(actor, id, model, locale);
	}

	@GetMapping("/notice")
	@AgreementStaffOnly
	String noticeForm(Actor actor, @PathVariable UUID id, Model model) {
		model.addAttribute("form", new NoticeForm(null, this.agreements.today()));
		return notice(actor, id, model);
	}

	@PostMapping("/notice")
	@AgreementStaffOnly
	String giveNotice(Actor actor, @PathVariable UUID id, @ModelAttribute("form") NoticeForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			try {
				this.endings.giveNotice(actor, id, form.party(), form.noticedOn());
				redirect.addFlashAttribute("flash", "agreements.notice.done");
				return "redirect:/desk/agreements/{id}";
			}
			catch (RefusedException refusal) {
				Refusals.into(errors, refusal);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return notice(actor, id, model);
	}

	private String termination(Actor actor, UUID id, Model model, Locale locale) {
		Agreement agreement = this.agreements.forReading(actor, id);
		List<Option> sides = new ArrayList<>();
		sides.add(new Option("", this.messages.getMessage("agreements.termination.by-all", null, locale)));
		sides.addAll(sides(agreement, agreement.parties()));
		model.addAttribute("agreement", agreement);
		model.addAttribute("sides", sides);
		model.addAttribute("end", this.agreements.standing(id).end());
		return "agreements/endings/termination";
	}

	private String notice(Actor actor, UUID id, Model model) {
		Agreement agreement = this.agreements.forReading(actor, id);
		boolean keeps = this.agreements.keeps(actor);
		model.addAttribute("agreement", agreement);
		model.addAttribute("keeps", keeps);
		model.addAttribute("sides",
				sides(agreement,
						agreement.parties()
							.stream()
							.filter((side) -> keeps || actor.parties().contains(side.partyId()))
							.toList()));
		model.addAttribute("refusal", this.endings.whyNoNotice(agreement));
		model.addAttribute("end", this.agreements.standing(id).end());
		return "agreements/endings/notice";
	}

	private List<Option> sides(Agreement agreement, List<AgreementParty> wanted) {
		Map<UUID, Party> known = this.parties
			.withIds(agreement.parties().stream().map(AgreementParty::partyId).toList());
		return wanted.stream()
			.map((side) -> new Option(side.partyId().toString(), known.get(side.partyId()).shortName()))
			.toList();
	}

}
