package ru.sosedi.platform.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;

/**
 * The status of whatever a controller lets pass; {@link ErrorPageController} then writes
 * the page. Spring itself knows the status of requests that fit no handler.
 */
@ControllerAdvice
class RefusalsOfRequests {

	private static final Logger log = LoggerFactory.getLogger(RefusalsOfRequests.class);

	@ExceptionHandler(NotFoundException.class)
	void notFound(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.NOT_FOUND.value());
	}

	/**
	 * An id that is no id names nothing; any other value that makes no sense is a fault.
	 */
	@ExceptionHandler(MethodArgumentTypeMismatchException.class)
	void noSuchValue(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response) throws IOException {
		boolean inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
		response.sendError((inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value());
	}

	@ExceptionHandler(MaxUploadSizeExceededException.class)
	void tooBig(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
	}

	@ExceptionHandler({ MultipartException.class, ConversionFailedException.class })
	void unreadable(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.BAD_REQUEST.value());
	}

	@ExceptionHandler({ StaleEditException.class, OptimisticLockingFailureException.class })
	void stale(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.CONFLICT.value());
	}

	/** A rule that the database kept, mostly because two people did the same at once. */
	@ExceptionHandler(DataIntegrityViolationException.class)
	void broken(DataIntegrityViolationException violation, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		log.error("The database refused {} {}", request.getMethod(), request.getRequestURI(), violation);
		response.sendError(HttpStatus.CONFLICT.value());
	}

	@ExceptionHandler(RefusedException.class)
	void refused(RefusedException refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		request.setAttribute(ErrorPageController.REFUSAL, refusal);
		response.sendError(HttpStatus.UNPROCESSABLE_CONTENT.value());
	}

}
