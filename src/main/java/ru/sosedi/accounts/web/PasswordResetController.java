package ru.sosedi.accounts.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.accounts.PasswordReset;
import ru.sosedi.accounts.Passwords;
import ru.sosedi.accounts.TryLimits;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/**
 * A forgotten password. The answer to an address is always the same; forged, used, old
 * and replaced links get one and the same page.
 */
@Controller
class PasswordResetController {

	private static final String ASK_PAGE = "accounts/password/ask";

	private static final String NEW_PAGE = "accounts/password/new";

	record AskForm(String email) {

	}

	record NewForm(String password) {

		@Override
		public String toString() {
			return "NewForm";
		}

	}

	private final PasswordReset reset;

	private final Passwords passwords;

	private final TryLimits limits;

	PasswordResetController(PasswordReset reset, Passwords passwords, TryLimits limits) {
		this.reset = reset;
		this.passwords = passwords;
		this.limits = limits;
	}

	@GetMapping("/password/reset")
	String ask(@RequestParam(required = false) String after, Model model) {
		model.addAttribute("form", new AskForm(""));
		model.addAttribute("asked", "asking".equals(after));
		return ASK_PAGE;
	}

	@PostMapping("/password/reset")
	ModelAndView ask(@ModelAttribute("form") AskForm form, BindingResult errors, HttpServletRequest request) {
		if (!Email.isEmail(form.email())) {
			errors.rejectValue("email", "accounts.email.invalid");
			return new ModelAndView(ASK_PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Email email = Email.of(form.email());
		this.limits.take(TryLimits.Act.PASSWORD_RESET_LETTER, email.value(), request.getRemoteAddr());
		this.reset.ask(email);
		return new ModelAndView("redirect:/password/reset?after=asking");
	}

	@GetMapping("/password/reset/{secret}")
	ModelAndView choose(@PathVariable String secret) {
		return this.reset.owner(secret)
			.map((owner) -> page(HttpStatus.OK, owner, secret).addObject("form", new NewForm("")))
			.orElseGet(PasswordResetController::dead);
	}

	@PostMapping("/password/reset/{secret}")
	ModelAndView finish(@PathVariable String secret, @ModelAttribute("form") NewForm form, BindingResult errors,
			HttpServletRequest request) {
		this.limits.take(TryLimits.Act.LINK, secret, request.getRemoteAddr());
		Optional<Email> owner = this.reset.owner(secret);
		if (owner.isEmpty()) {
			return dead();
		}
		try {
			this.reset.finish(secret, this.passwords.choose("password", form.password(), owner.get()));
			this.limits.giveBack(TryLimits.Act.LINK, secret, request.getRemoteAddr());
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			return page(HttpStatus.UNPROCESSABLE_CONTENT, owner.get(), secret);
		}
		catch (NotFoundException diedMeanwhile) {
			return dead();
		}
		return new ModelAndView("redirect:/login?after=new-password");
	}

	private static ModelAndView page(HttpStatus status, Email owner, String secret) {
		ModelAndView page = new ModelAndView(NEW_PAGE, status);
		page.addObject("email", owner);
		page.addObject("secret", secret);
		return page;
	}

	private static ModelAndView dead() {
		return new ModelAndView("accounts/password/dead", HttpStatus.NOT_FOUND);
	}

}
