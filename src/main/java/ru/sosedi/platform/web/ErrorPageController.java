package ru.sosedi.platform.web;

import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.sosedi.platform.DatabaseAway;
import ru.sosedi.platform.ErrorText;
import ru.sosedi.shared.RefusedException;

/**
 * The page of every error, in the portal's own look and the visitor's language. A failure
 * of the portal gets a page that asks the database for nothing, and a short number that
 * the log has too; nothing else of the failure is shown.
 */
@Controller
class ErrorPageController implements ErrorController {

	/** The {@link RefusedException} that says why; a request attribute. */
	static final String REFUSAL = ErrorPageController.class.getName() + ".refusal";

	// Set by the security chain when a form's token was missing or old.
	private static final String FORM_EXPIRED = "formExpired";

	private static final int SHORT = 8;

	private static final Logger log = LoggerFactory.getLogger(ErrorPageController.class);

	private final MessageSource messages;

	private final DataSize largestFile;

	ErrorPageController(MessageSource messages,
			@Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile) {
		this.messages = messages;
		this.largestFile = largestFile;
	}

	@RequestMapping("/error")
	String show(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
		Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		int status = status(request, failure);
		response.setStatus(status);
		if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "30");
		}
		ErrorText text = ErrorText.of(status);
		model.addAttribute("status", status);
		model.addAttribute("heading", this.messages.getMessage(headingKey(text, request), null, locale));
		model.addAttribute("explanation", explanation(text, request, locale));
		if (status == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
			model.addAttribute("number", logged(request, failure));
		}
		if ("true".equals(request.getHeader("HX-Request"))) {
			return "error/part";
		}
		return (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) ? "error/plain" : "error/page";
	}

	private static int status(HttpServletRequest request, Throwable failure) {
		if (DatabaseAway.isCauseOf(failure)) {
			return HttpStatus.SERVICE_UNAVAILABLE.value();
		}
		// Nobody is sent here without an error: the address itself is no page.
		return (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) ? status
				: HttpStatus.NOT_FOUND.value();
	}

	private static String headingKey(ErrorText text, HttpServletRequest request) {
		return isFormExpired(request) ? "platform.error.form.title" : text.titleKey();
	}

	private String explanation(ErrorText text, HttpServletRequest request, Locale locale) {
		if (request.getAttribute(REFUSAL) instanceof RefusedException refusal) {
			return this.messages.getMessage(refusal.messageKey(), refusal.arguments(),
					this.messages.getMessage(text.textKey(), null, locale), locale);
		}
		if (isFormExpired(request)) {
			return this.messages.getMessage("platform.error.form.text", null, locale);
		}
		return this.messages.getMessage(text.textKey(), new Object[] { this.largestFile.toMegabytes() }, locale);
	}

	private static boolean isFormExpired(HttpServletRequest request) {
		return Boolean.TRUE.equals(request.getAttribute(FORM_EXPIRED));
	}

	private static String logged(HttpServletRequest request, Throwable failure) {
		String number = UUID.randomUUID().toString().substring(0, SHORT);
		log.error("Error {} at {} {}", number, request.getMethod(),
				request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), failure);
		return number;
	}

}
