package ru.sosedi.programme.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.programme.EventAgreements;
import ru.sosedi.shared.RefusedException;

/** What an event counts towards. */
@Controller
@ProgrammeEditorsOnly
class AgreementsOfEventController {

	private final EventAgreements agreements;

	AgreementsOfEventController(EventAgreements agreements) {
		this.agreements = agreements;
	}

	@PostMapping("/desk/programme/events/{id}/commitments")
	String choose(Actor actor, @PathVariable UUID id, @RequestParam(required = false) List<String> commitments,
			RedirectAttributes redirect) {
		try {
			this.agreements.choose(actor, id, ids(commitments));
			redirect.addFlashAttribute("flash", "programme.agreement.chosen");
		}
		catch (RefusedException ex) {
			redirect.addFlashAttribute("flash", ex.messageKey());
		}
		return "redirect:/desk/programme/events/" + id;
	}

	/**
	 * The commitments that were ticked.
	 * @throws RefusedException when one of them is no id
	 */
	static Set<UUID> ids(List<String> ticked) {
		Set<UUID> ids = new HashSet<>();
		for (String text : (ticked == null) ? List.<String>of() : ticked) {
			UUID id = Typed.id(text);
			if (id == null) {
				throw new RefusedException(null, "programme.agreement.choice.unknown");
			}
			ids.add(id);
		}
		return ids;
	}

}
