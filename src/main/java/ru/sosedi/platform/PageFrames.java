package ru.sosedi.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import ru.sosedi.shared.PublicAddress;

/** Tells the layout about the request that is being answered. Only for templates. */
@Component("pageFrames")
public class PageFrames {

	private final PublicAddress address;

	PageFrames(PublicAddress address) {
		this.address = address;
	}

	/** An error page stands at the address that failed, not at {@code /error}. */
	public PageFrame current() {
		HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
			.getRequest();
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed != null) ? failed.toString() : request.getRequestURI();
		return PageFrame.of(path, request.getQueryString(), Languages.current(), DisplayPreferences.of(request),
				this.address);
	}

}
