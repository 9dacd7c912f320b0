package ru.sosedi.accounts.web;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.AccountService;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** Whether a person can come in: block, lift the block, invite again, sign out. */
@Controller
@AdministratorOnly
class AccountAccessController {

	private static final String PAGE = "accounts/account/block";

	record BlockForm(String reason) {

	}

	private final AccountService accounts;

	AccountAccessController(AccountService accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/admin/accounts/{id}/block")
	ModelAndView form(@PathVariable UUID id) {
		return page(HttpStatus.OK, id).addObject("form", new BlockForm(""));
	}

	@PostMapping("/admin/accounts/{id}/block")
	ModelAndView block(Actor actor, @PathVariable UUID id, @ModelAttribute("form") BlockForm form, BindingResult errors,
			RedirectAttributes redirect) {
		try {
			this.accounts.block(actor, id, form.reason());
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			return page(HttpStatus.UNPROCESSABLE_CONTENT, id);
		}
		return shown(id, redirect, "accounts.block.done");
	}

	@PostMapping("/admin/accounts/{id}/block/removal")
	ModelAndView unblock(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.accounts.unblock(actor, id);
		return shown(id, redirect, "accounts.block.lifted");
	}

	@PostMapping("/admin/accounts/{id}/invitation")
	ModelAndView inviteAgain(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		try {
			this.accounts.inviteAgain(actor, id);
		}
		catch (RefusedException refusal) {
			return shown(id, redirect, refusal.messageKey());
		}
		return shown(id, redirect, "accounts.invitation.sent");
	}

	@PostMapping("/admin/accounts/{id}/sessions/removal")
	ModelAndView signOut(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.accounts.endSessions(actor, id);
		return shown(id, redirect, "accounts.sessions.ended");
	}

	private ModelAndView page(HttpStatus status, UUID id) {
		return new ModelAndView(PAGE, status).addObject("account", this.accounts.byId(id));
	}

	private static ModelAndView shown(UUID id, RedirectAttributes redirect, String flash) {
		redirect.addFlashAttribute("flash", flash);
		return new ModelAndView("redirect:/admin/accounts/" + id);
	}

}
