package ru.sosedi.accounts;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** How passwords are kept: {@code docs/adr/0011}. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	// OWASP's figure for PBKDF2-HMAC-SHA512.
	private static final int ITERATIONS = 210_000;

	private static final int SALT_BYTES = 16;

	/** Every hash names its method, so that a stronger one can follow. */
	@Bean
	PasswordEncoder passwordEncoder() {
		String method = "pbkdf2-sha512-210k";
		return new DelegatingPasswordEncoder(method, Map.of(method,
				new Pbkdf2PasswordEncoder("", SALT_BYTES, ITERATIONS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));
	}

}
