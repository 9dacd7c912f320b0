package ru.sosedi.agreements.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.Circuit;
import ru.sosedi.agreements.CircuitDecisions;
import ru.sosedi.agreements.CircuitStep;
import ru.sosedi.agreements.PossibleActs;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** Who has to look and to sign, in which order; visas given and declined. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}")
class CircuitController {

	private static final String PAGE = "agreements/circuit/show";

	private static final String DECLINE = "agreements/circuit/decline";

	private final Agreements agreements;

	private final Circuit circuit;

	private final CircuitDecisions decisions;

	private final PossibleActs acts;

	private final MessageSource messages;

	CircuitController(Agreements agreements, Circuit circuit, CircuitDecisions decisions, PossibleActs acts,
			MessageSource messages) {
		this.agreements = agreements;
		this.circuit = circuit;
		this.decisions = decisions;
		this.acts = acts;
		this.messages = messages;
	}

	@GetMapping("/circuit")
	String show(Actor actor, @PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) String htmx,
			Model model, Locale locale) {
		model.addAttribute("form", CircuitForm.empty());
		String page = page(actor, id, model, locale);
		return "true".equals(htmx) ? "agreements/circuit/show :: circuit" : page;
	}

	@PostMapping("/circuit")
	String begin(Actor actor, @PathVariable UUID id, @ModelAttribute("form") CircuitForm form, BindingResult errors,
			Model model, Locale locale, HttpServletResponse response, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			try {
				this.circuit.begin(actor, id, form.chosen());
				redirect.addFlashAttribute("flash", "agreements.circuit.begun");
				return "redirect:/desk/agreements/{id}/circuit";
			}
			catch (RefusedException refusal) {
				Refusals.into(errors, refusal);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(actor, id, model, locale);
	}

	@PostMapping("/steps/{stepId}/approval")
	String approve(Actor actor, @PathVariable UUID id, @PathVariable UUID stepId, RedirectAttributes redirect) {
		this.decisions.approve(actor, id, stepId);
		redirect.addFlashAttribute("flash", "agreements.circuit.approved");
		return "redirect:/desk/agreements/{id}/circuit";
	}

	@GetMapping("/steps/{stepId}/decline")
	String decliningForm(Actor actor, @PathVariable UUID id, @PathVariable UUID stepId, Model model) {
		model.addAttribute("form", ReasonForm.empty());
		return declining(actor, id, stepId, model);
	}

	@PostMapping("/steps/{stepId}/decline")
	String decline(Actor actor, @PathVariable UUID id, @PathVariable UUID stepId,
			@ModelAttribute("form") ReasonForm form, BindingResult errors, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		try {
			this.decisions.decline(actor, id, stepId, form.reason());
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return declining(actor, id, stepId, model);
		}
		redirect.addFlashAttribute("flash", "agreements.circuit.declined");
		return "redirect:/desk/agreements/{id}";
	}

	private String page(Actor actor, UUID id, Model model, Locale locale) {
		Agreement agreement = this.agreements.forReading(actor, id);
		List<CircuitStep> steps = this.circuit.of(id);
		boolean keeps = this.agreements.keeps(actor);
		model.addAttribute("agreement", agreement);
		model.addAttribute("keeps", keeps);
		model.addAttribute("steps", steps);
		model.addAttribute("former", this.circuit.former(id));
		model.addAttribute("mine", mine(actor, steps));
		model.addAttribute("acts", this.acts.of(actor, agreement));
		if (keeps && steps.isEmpty()) {
			model.addAttribute("planned", this.circuit.planned(agreement));
			model.addAttribute("obstacles", this.circuit.obstacles(id));
			model.addAttribute("candidates", Stream
				.concat(Stream.of(new Option("", this.messages.getMessage("agreements.circuit.choose", null, locale))),
						this.circuit.candidates(agreement)
							.stream()
							.map((person) -> new Option(person.id().toString(), person.name())))
				.toList());
		}
		return PAGE;
	}

	private Set<UUID> mine(Actor actor, List<CircuitStep> steps) {
		return steps.stream()
			.filter((step) -> step.isOpen() && this.decisions.isAsked(actor, step))
			.map(CircuitStep::id)
			.collect(Collectors.toSet());
	}

	private String declining(Actor actor, UUID id, UUID stepId, Model model) {
		model.addAttribute("agreement", this.agreements.forReading(actor, id));
		model.addAttribute("state", this.agreements.state(id));
		model.addAttribute("step",
				this.circuit.of(id)
					.stream()
					.filter((step) -> step.id().equals(stepId))
					.findFirst()
					.orElseThrow(() -> new NotFoundException("step " + stepId)));
		return DECLINE;
	}

}
