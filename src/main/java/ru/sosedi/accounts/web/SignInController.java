package ru.sosedi.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in. Signing out is the security chain's: {@code POST /logout}. */
@Controller
class SignInController {

	private static final String PAGE = "accounts/sign_in/form";

	private final AuthenticationManager authentication;

	private final SignInSession session;

	SignInController(AuthenticationManager authentication, SignInSession session) {
		this.authentication = authentication;
		this.session = session;
	}

	/**
	 * @param after why the visitor is here: {@code sign-out}, {@code expiry} of the form,
	 * {@code new-password}; anything else says nothing
	 */
	@GetMapping("/login")
	String form(@RequestParam(required = false) String next, @RequestParam(required = false) String after,
			Model model) {
		model.addAttribute("form", SignInForm.empty(next));
		model.addAttribute("after", after);
		return PAGE;
	}

	@PostMapping("/login")
	ModelAndView signIn(@Valid @ModelAttribute("form") SignInForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response) {
		if (errors.hasErrors()) {
			return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			UsernamePasswordAuthenticationToken attempt = UsernamePasswordAuthenticationToken
				.unauthenticated(form.email().strip(), form.password());
			attempt.setDetails(new WebAuthenticationDetails(request.getRemoteAddr(), null));
			Authentication signedIn = this.authentication.authenticate(attempt);
			this.session.begin(signedIn, request, response);
		}
		catch (BadCredentialsException refused) {
			errors.reject("accounts.sign_in.refused");
			return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (LockedException blocked) {
			errors.reject("accounts.sign_in.blocked");
			return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return new ModelAndView("redirect:" + NextPage.of(form.next()));
	}

}
