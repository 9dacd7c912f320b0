package ru.sosedi.accounts.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Account;
import ru.sosedi.accounts.AccountSessions;
import ru.sosedi.accounts.OwnAccount;
import ru.sosedi.accounts.PersonName;
import ru.sosedi.accounts.SignedInAccount;
import ru.sosedi.accounts.SignedInOnly;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** A person's own account: name, language of letters, sessions. */
@Controller
@SignedInOnly
class OwnAccountController {

	private static final String PAGE = "accounts/own/show";

	/**
	 * @param language {@code ru} or {@code en}
	 */
	record IntroductionForm(String name, String language) {

		static IntroductionForm of(Account account) {
			return new IntroductionForm(account.name(), account.language().getLanguage());
		}

	}

	private final OwnAccount own;

	private final AccountSessions sessions;

	private final SignInSession session;

	private final RoleWords words;

	OwnAccountController(OwnAccount own, AccountSessions sessions, SignInSession session, RoleWords words) {
		this.own = own;
		this.sessions = sessions;
		this.session = session;
		this.words = words;
	}

	@ModelAttribute("languages")
	List<Option> languages() {
		return RoleWords.LANGUAGES;
	}

	@GetMapping("/me")
	ModelAndView show(SignedInAccount me, Locale locale) {
		return page(HttpStatus.OK, me, locale).addObject("form", IntroductionForm.of(this.own.of(me.actor())));
	}

	@PostMapping("/me")
	ModelAndView introduce(SignedInAccount me, @ModelAttribute("form") IntroductionForm form, BindingResult errors,
			Locale locale, HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		try {
			PersonName name = PersonName.of(form.name());
			this.own.introduce(me.actor(), name, RoleWords.language(form.language()));
			this.session.rename(me.renamed(name.value()), request, response);
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			return page(HttpStatus.UNPROCESSABLE_CONTENT, me, locale);
		}
		redirect.addFlashAttribute("flash", "accounts.me.saved");
		return new ModelAndView("redirect:/me");
	}

	@PostMapping("/me/sessions/removal")
	String signOutEverywhere(SignedInAccount me, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes redirect) {
		request.getSession().invalidate();
		this.session.begin(this.own.signOutEverywhere(me.actor()), request, response);
		redirect.addFlashAttribute("flash", "accounts.me.sessions.ended");
		return "redirect:/me";
	}

	private ModelAndView page(HttpStatus status, SignedInAccount me, Locale locale) {
		ModelAndView page = new ModelAndView(PAGE, status);
		Account account = this.own.of(me.actor());
		page.addObject("account", account);
		page.addObject("roles", this.words.rolesOf(account, locale));
		page.addObject("otherSessions", Math.max(0, this.sessions.count(account.id()) - 1));
		return page;
	}

}
