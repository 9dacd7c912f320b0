package ru.sosedi.shared;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the portal is reached from outside: the only source of absolute addresses in
 * letters, feeds and metadata; the {@code Host} header of a request is never one.
 *
 * @param baseUrl scheme, host and port, without a trailing slash
 */
@ConfigurationProperties("portal")
public record PublicAddress(URI baseUrl) {

	/** The absolute address of a path that begins with a slash. */
	public String of(String path) {
		return this.baseUrl.toString().replaceAll("/+$", "") + path;
	}

}
