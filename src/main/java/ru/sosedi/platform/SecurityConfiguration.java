package ru.sosedi.platform;

import java.time.Clock;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import ru.sosedi.accounts.AccountSessions;

/**
 * Who passes to what. Whole sections ask for a sign-in here; which role a page asks for
 * stands on its controller, which rows a person sees is the query's matter
 * ({@code docs/access.md}). Everything else is public, so an unknown address is a 404 and
 * never a sign-in page.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, SecurityHeaders headers,
			SecurityContextRepository sessions, CsrfTokenRepository formTokens) {
		http.authorizeHttpRequests((requests) -> {
			PrivateAddresses.SIGNED_IN
				.forEach((section) -> requests.requestMatchers(section, section + "/**").authenticated());
			requests.anyRequest().permitAll();
		});
		http.headers((all) -> all.defaultsDisabled().addHeaderWriter(headers));
		http.csrf((csrf) -> csrf.csrfTokenRepository(formTokens));
		http.securityContext((context) -> context.securityContextRepository(sessions));
		// The address that was asked for travels in the sign-in page's own address: no
		// session for people who never sign in.
		http.requestCache((cache) -> cache.disable());
		http.anonymous((anonymous) -> {
		});
		http.formLogin(AbstractHttpConfigurer::disable);
		http.httpBasic(AbstractHttpConfigurer::disable);
		http.rememberMe(AbstractHttpConfigurer::disable);
		http.exceptionHandling((refused) -> refused.authenticationEntryPoint(new SignInEntryPoint())
			.accessDeniedHandler(new RefusedRequests()));
		http.logout((out) -> out.logoutSuccessUrl("/login?after=sign-out")
			.addLogoutHandler(new HeaderWriterLogoutHandler(
					new StaticHeadersWriter("Clear-Site-Data", "\"cache\", \"storage\""))));
		return http.build();
	}

	@Bean
	AuthenticationManager authenticationManager(AuthenticationConfiguration configuration) {
		return configuration.getAuthenticationManager();
	}

	@Bean
	SecurityContextRepository securityContextRepository(AccountSessions accounts, Clock clock,
			SecuritySettings settings) {
		return new LiveSessions(accounts, clock, settings.longestSession());
	}

	/** What every sign-in does: a new session id and a new form token. */
	@Bean
	SessionAuthenticationStrategy signInStrategy(CsrfTokenRepository formTokens) {
		return new CompositeSessionAuthenticationStrategy(
				List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(formTokens)));
	}

	/**
	 * The form token lives in a cookie and is made when a form is written: a page without
	 * a form sets none.
	 */
	@Bean
	CsrfTokenRepository formTokens(SecuritySettings settings) {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName(settings.https() ? "__Host-XSRF" : "XSRF");
		tokens
			.setCookieCustomizer((cookie) -> cookie.httpOnly(true).secure(settings.https()).sameSite("Lax").path("/"));
		return tokens;
	}

	/**
	 * Addresses that the firewall refuses never reach the chain: they get its headers
	 * here.
	 */
	@Bean
	RequestRejectedHandler requestRejectedHandler(SecurityHeaders headers) {
		return (request, response, refusal) -> {
			headers.writeHeaders(request, response);
			response.sendError(400);
		};
	}

}
