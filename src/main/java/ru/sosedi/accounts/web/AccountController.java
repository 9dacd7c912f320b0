package ru.sosedi.accounts.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Account;
import ru.sosedi.accounts.AccountDirectory;
import ru.sosedi.accounts.AccountService;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.accounts.PersonName;
import ru.sosedi.accounts.Role;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** People who sign in: find, look at, invite. */
@Controller
@AdministratorOnly
class AccountController {

	private static final String NEW_PAGE = "accounts/account/new";

	private final AccountService accounts;

	private final AccountDirectory directory;

	private final RoleWords words;

	private final RoleChoices choices;

	AccountController(AccountService accounts, AccountDirectory directory, RoleWords words, RoleChoices choices) {
		this.accounts = accounts;
		this.directory = directory;
		this.words = words;
		this.choices = choices;
	}

	@GetMapping("/admin/accounts")
	String list(AccountFilter filter, Locale locale, Model model) {
		AccountDirectory.Portion portion = this.directory.find(filter.toDetails());
		model.addAttribute("filter", filter);
		model.addAttribute("accounts", portion.rows());
		model.addAttribute("more", (portion.next() != null) ? filter.addressAfter(portion.next()) : null);
		model.addAttribute("roles", this.words.roles(Arrays.asList(Role.values()), locale));
		model.addAttribute("states", Account.State.values());
		return "accounts/account/list";
	}

	@GetMapping("/admin/accounts/{id}")
	String show(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
		Account account = this.accounts.byId(id);
		model.addAttribute("account", account);
		model.addAttribute("roles", this.words.rolesOf(account, locale));
		model.addAttribute("own", account.id().equals(actor.accountId()));
		return "accounts/account/show";
	}

	@GetMapping("/admin/accounts/new")
	ModelAndView form(Locale locale) {
		return page(HttpStatus.OK, InvitationForm.empty(), locale).addObject("form", InvitationForm.empty());
	}

	/** The form once more, with what the searches found: saves nothing. */
	@PostMapping("/admin/accounts/draft")
	ModelAndView draft(@ModelAttribute("form") InvitationForm form, BindingResult errors, Locale locale) {
		return page(HttpStatus.OK, form, locale);
	}

	@PostMapping("/admin/accounts")
	ModelAndView invite(Actor actor, @ModelAttribute("form") InvitationForm form, BindingResult errors, Locale locale,
			RedirectAttributes redirect) {
		if (!Email.isEmail(form.email())) {
			errors.rejectValue("email", "accounts.email.invalid");
		}
		try {
			PersonName name = PersonName.of(form.name());
			if (!errors.hasErrors()) {
				Account account = this.accounts.invite(actor, Email.of(form.email()), name,
						RoleWords.language(form.language()), form.rolesForm().toGrants());
				redirect.addFlashAttribute("flash", "accounts.account.invited");
				redirect.addFlashAttribute("flashArguments", new Object[] { account.email().value() });
				return new ModelAndView("redirect:/admin/accounts/" + account.id());
			}
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		return page(HttpStatus.UNPROCESSABLE_CONTENT, form, locale).addObject("taken", idOf(form).orElse(null));
	}

	private Optional<UUID> idOf(InvitationForm form) {
		return Email.isEmail(form.email()) ? this.accounts.idOf(Email.of(form.email())) : Optional.empty();
	}

	private ModelAndView page(HttpStatus status, InvitationForm form, Locale locale) {
		ModelAndView page = new ModelAndView(NEW_PAGE, status);
		List<Option> unbound = this.words.roles(RoleWords.UNBOUND, locale);
		page.addObject("unbound", unbound);
		page.addObject("languages", RoleWords.LANGUAGES);
		this.choices.into(page, form.rolesForm());
		return page;
	}

}
