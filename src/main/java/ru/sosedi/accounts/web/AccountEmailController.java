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
import ru.sosedi.accounts.Account;
import ru.sosedi.accounts.AccountService;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** Corrects the address that a person signs in with. */
@Controller
@AdministratorOnly
class AccountEmailController {

	private static final String PAGE = "accounts/account/email";

	record EmailForm(String email) {

	}

	private final AccountService accounts;

	AccountEmailController(AccountService accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/admin/accounts/{id}/email")
	ModelAndView form(@PathVariable UUID id) {
		Account account = this.accounts.byId(id);
		return page(HttpStatus.OK, account).addObject("form", new EmailForm(account.email().value()));
	}

	@PostMapping("/admin/accounts/{id}/email")
	ModelAndView save(Actor actor, @PathVariable UUID id, @ModelAttribute("form") EmailForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (!Email.isEmail(form.email())) {
			errors.rejectValue("email", "accounts.email.invalid");
			return page(HttpStatus.UNPROCESSABLE_CONTENT, this.accounts.byId(id));
		}
		try {
			this.accounts.moveTo(actor, id, Email.of(form.email()));
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			return page(HttpStatus.UNPROCESSABLE_CONTENT, this.accounts.byId(id));
		}
		redirect.addFlashAttribute("flash", "accounts.email.changed");
		return new ModelAndView("redirect:/admin/accounts/" + id);
	}

	private static ModelAndView page(HttpStatus status, Account account) {
		return new ModelAndView(PAGE, status).addObject("account", account);
	}

}
