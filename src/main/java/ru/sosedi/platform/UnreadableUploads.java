package ru.sosedi.platform;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;

/** Tells an upload that is too big from one that is broken. */
final class UnreadableUploads {

	private UnreadableUploads() {
	}

	static boolean areTooBig(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SizeException || cause instanceof FileCountLimitExceededException
					|| (cause instanceof InvalidParameterException parameters
							&& parameters.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE)) {
				return true;
			}
		}
		return false;
	}

}
