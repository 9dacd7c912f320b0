package ru.sosedi.accounts.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.HashedPassword;
import ru.sosedi.accounts.InvitationService;
import ru.sosedi.accounts.InvitationService.Invited;
import ru.sosedi.accounts.Passwords;
import ru.sosedi.accounts.PersonName;
import ru.sosedi.accounts.SignedInAccount;
import ru.sosedi.accounts.TryLimits;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/**
 * The page behind an invitation's link. Opening it changes nothing: mail programs open
 * links too. Forged, used, old and replaced links get one and the same page.
 */
@Controller
class InvitationController {

	private static final String PAGE = "accounts/invitation/form";

	private final InvitationService invitations;

	private final Passwords passwords;

	private final TryLimits limits;

	private final SignInSession session;

	InvitationController(InvitationService invitations, Passwords passwords, TryLimits limits, SignInSession session) {
		this.invitations = invitations;
		this.passwords = passwords;
		this.limits = limits;
		this.session = session;
	}

	@GetMapping("/invitations/{secret}")
	ModelAndView form(@PathVariable String secret) {
		return this.invitations.invited(secret)
			.map((invited) -> page(HttpStatus.OK, invited, secret).addObject("form", AcceptanceForm.of(invited.name())))
			.orElseGet(InvitationController::dead);
	}

	@PostMapping("/invitations/{secret}")
	ModelAndView accept(@PathVariable String secret, @ModelAttribute("form") AcceptanceForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		this.limits.take(TryLimits.Act.LINK, secret, request.getRemoteAddr());
		Optional<Invited> invited = this.invitations.invited(secret);
		if (invited.isEmpty()) {
			return dead();
		}
		try {
			PersonName name = PersonName.of(form.name());
			HashedPassword password = this.passwords.choose("password", form.password(), invited.get().email());
			SignedInAccount account = this.invitations.accept(secret, name, password);
			this.limits.giveBack(TryLimits.Act.LINK, secret, request.getRemoteAddr());
			this.session.begin(account, request, response);
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			return page(HttpStatus.UNPROCESSABLE_CONTENT, invited.get(), secret);
		}
		catch (NotFoundException diedMeanwhile) {
			return dead();
		}
		redirect.addFlashAttribute("flash", "accounts.invitation.accepted");
		return new ModelAndView("redirect:/desk");
	}

	private static ModelAndView page(HttpStatus status, Invited invited, String secret) {
		ModelAndView page = new ModelAndView(PAGE, status);
		page.addObject("email", invited.email());
		page.addObject("secret", secret);
		return page;
	}

	private static ModelAndView dead() {
		return new ModelAndView("accounts/invitation/dead", HttpStatus.NOT_FOUND);
	}

}
