package ru.sosedi.agreements;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * {@code --portal.verify-trail}: reads the trail, says what was found and ends with 0 or
 * 1; a head from an earlier run or an export may be given as
 * {@code --portal.trail-head=<number>:<hash>}.
 */
@Component
@ConditionalOnProperty("portal.verify-trail")
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrailVerificationCommand implements ApplicationRunner, ExitCodeGenerator {

	private static final Logger log = LoggerFactory.getLogger(TrailVerificationCommand.class);

	private final TrailVerification verification;

	private final Environment environment;

	private volatile boolean whole;

	TrailVerificationCommand(TrailVerification verification, Environment environment) {
		this.verification = verification;
		this.environment = environment;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		String head = this.environment.getProperty("portal.trail-head", "");
		TrailVerification.Result result;
		try {
			result = this.verification.verify(head.isBlank() ? null : TrailHead.of(head));
		}
		catch (IllegalArgumentException ex) {
			log.error("--portal.trail-head: {}", ex.getMessage());
			return;
		}
		this.whole = result.whole();
		if (result.whole()) {
			log.info("The trail of agreements is whole: {} lines, head {}", result.lines(), result.head());
		}
		else {
			log.error("The trail of agreements is broken at line {}: {}; whole up to {}", result.faultyNumber(),
					result.fault(), result.head());
		}
	}

	@Override
	public int getExitCode() {
		return this.whole ? 0 : 1;
	}

}
