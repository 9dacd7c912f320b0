package ru.sosedi.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.HashedPassword;
import ru.sosedi.accounts.OwnAccount;
import ru.sosedi.accounts.Passwords;
import ru.sosedi.accounts.SignedInAccount;
import ru.sosedi.accounts.SignedInOnly;
import ru.sosedi.accounts.TryLimits;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/**
 * Changing one's own password; the present one is asked for, and guesses at it count as
 * guesses at the sign-in.
 */
@Controller
@SignedInOnly
class OwnPasswordController {

	private static final String PAGE = "accounts/own/password";

	record ChangeForm(String present, String password) {

		@Override
		public String toString() {
			return "ChangeForm";
		}

	}

	private final OwnAccount own;

	private final Passwords passwords;

	private final TryLimits limits;

	private final SignInSession session;

	OwnPasswordController(OwnAccount own, Passwords passwords, TryLimits limits, SignInSession session) {
		this.own = own;
		this.passwords = passwords;
		this.limits = limits;
		this.session = session;
	}

	@GetMapping("/me/password")
	String form(Actor actor, Model model) {
		model.addAttribute("form", new ChangeForm("", ""));
		model.addAttribute("email", this.own.of(actor).email());
		return PAGE;
	}

	@PostMapping("/me/password")
	ModelAndView change(Actor actor, @ModelAttribute("form") ChangeForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		Email email = this.own.of(actor).email();
		try {
			this.limits.take(TryLimits.Act.SIGN_IN, email.value(), request.getRemoteAddr());
			this.own.confirm(actor, "present", form.present());
			this.limits.giveBack(TryLimits.Act.SIGN_IN, email.value(), request.getRemoteAddr());
			HashedPassword password = this.passwords.choose("password", form.password(), email);
			SignedInAccount account = this.own.changePassword(actor, password);
			request.getSession().invalidate();
			this.session.begin(account, request, response);
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT).addObject("email", email);
		}
		redirect.addFlashAttribute("flash", "accounts.password.changed");
		return new ModelAndView("redirect:/me");
	}

}
