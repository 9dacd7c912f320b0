package ru.sosedi.accounts.web;

import java.util.Locale;
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
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Refusals;

/** Which roles a person has, and where. */
@Controller
@AdministratorOnly
class AccountRolesController {

	private static final String PAGE = "accounts/account/roles";

	private final AccountService accounts;

	private final RoleWords words;

	private final RoleChoices choices;

	AccountRolesController(AccountService accounts, RoleWords words, RoleChoices choices) {
		this.accounts = accounts;
		this.words = words;
		this.choices = choices;
	}

	@GetMapping("/admin/accounts/{id}/roles")
	ModelAndView form(@PathVariable UUID id, Locale locale) {
		Account account = this.accounts.byId(id);
		RolesForm form = RolesForm.of(account);
		return page(HttpStatus.OK, account, form, locale).addObject("form", form);
	}

	/** The form once more, with what the searches found: saves nothing. */
	@PostMapping("/admin/accounts/{id}/roles/draft")
	ModelAndView draft(@PathVariable UUID id, @ModelAttribute("form") RolesForm form, BindingResult errors,
			Locale locale) {
		return page(HttpStatus.OK, this.accounts.byId(id), form, locale);
	}

	@PostMapping("/admin/accounts/{id}/roles")
	ModelAndView save(Actor actor, @PathVariable UUID id, @ModelAttribute("form") RolesForm form, BindingResult errors,
			Locale locale, RedirectAttributes redirect) {
		try {
			this.accounts.grant(actor, id, form.toGrants(), (form.version() != null) ? form.version() : -1);
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			return page(HttpStatus.UNPROCESSABLE_CONTENT, this.accounts.byId(id), form, locale);
		}
		catch (StaleEditException stale) {
			// The form below keeps what was chosen; the roles of now stand above it, and
			// a second try is made in their knowledge.
			Account account = this.accounts.byId(id);
			RolesForm again = form.ofVersion(account.version());
			return page(HttpStatus.CONFLICT, account, again, locale).addObject("form", again).addObject("stale", true);
		}
		redirect.addFlashAttribute("flash", "accounts.roles.saved");
		return new ModelAndView("redirect:/admin/accounts/" + id);
	}

	private ModelAndView page(HttpStatus status, Account account, RolesForm form, Locale locale) {
		ModelAndView page = new ModelAndView(PAGE, status);
		page.addObject("account", account);
		page.addObject("rolesNow", this.words.rolesOf(account, locale));
		page.addObject("unbound", this.words.roles(RoleWords.UNBOUND, locale));
		this.choices.into(page, form);
		return page;
	}

}
