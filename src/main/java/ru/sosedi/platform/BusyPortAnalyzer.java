package ru.sosedi.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says of a busy port what to do about it; comes before the framework's own words. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BusyPortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException busy) {
		String port = Integer.toString(busy.getPort());
		String next = Integer.toString(busy.getPort() + 1);
		return new FailureAnalysis(StartupMessages.text("startup.port.busy", port, next), null, busy);
	}

}
