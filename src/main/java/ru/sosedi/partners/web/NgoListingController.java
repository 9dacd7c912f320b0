package ru.sosedi.partners.web;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.NgoService;
import ru.sosedi.partners.PartnerKeepersOnly;
import ru.sosedi.shared.RefusedException;

/** Whether residents see the card of an NGO. */
@Controller
@PartnerKeepersOnly
@RequestMapping("/desk/partners/{id}/listing")
class NgoListingController {

	private final NgoService ngos;

	NgoListingController(NgoService ngos) {
		this.ngos = ngos;
	}

	@PostMapping
	String list(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		try {
			this.ngos.list(actor, id);
			redirect.addFlashAttribute("flash", "partners.ngo.listed");
		}
		catch (RefusedException refusal) {
			redirect.addFlashAttribute("flash", refusal.messageKey());
		}
		return "redirect:/desk/partners/" + id;
	}

	@PostMapping("/removal")
	String hide(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.ngos.hide(actor, id);
		redirect.addFlashAttribute("flash", "partners.ngo.hidden");
		return "redirect:/desk/partners/" + id;
	}

}
