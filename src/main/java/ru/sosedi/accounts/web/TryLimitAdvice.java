package ru.sosedi.accounts.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.accounts.TooManyTriesException;

/** Says how long to wait when there were too many tries. */
@ControllerAdvice
class TryLimitAdvice {

	@ExceptionHandler
	ModelAndView tooManyTries(TooManyTriesException refusal, HttpServletResponse response) {
		Duration wait = refusal.waitTime();
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
		ModelAndView page = new ModelAndView("accounts/tries/show", HttpStatus.TOO_MANY_REQUESTS);
		// Rounded up: nobody is told to come back too early.
		page.addObject("minutes", wait.plusSeconds(59).toMinutes());
		return page;
	}

}
