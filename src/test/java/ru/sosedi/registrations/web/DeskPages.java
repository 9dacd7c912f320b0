package ru.sosedi.registrations.web;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Asks for pages of the workplaces as somebody. */
record DeskPages(MockMvcTester mvc, Actor actor) {

	MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(SignIn.as(this.actor)).exchange();
	}

	Document page(String address) {
		return page(get(address));
	}

	MvcTestResult post(String address, String... fields) {
		return post(address, fields(fields));
	}

	MvcTestResult post(String address, MultiValueMap<String, String> fields) {
		return this.mvc.post().uri(address).formFields(fields).with(SignIn.as(this.actor)).with(csrf()).exchange();
	}

	/** Names and values by turns; a name may come again. */
	static MultiValueMap<String, String> fields(String... fields) {
		MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
		for (int i = 0; i < fields.length; i += 2) {
			all.add(fields[i], fields[i + 1]);
		}
		return all;
	}

	static Document page(MvcTestResult result) {
		try {
			String html = result.getResponse().getContentAsString();
			assertThat(html).as("a message that is in no bundle").doesNotContain("??");
			return Jsoup.parse(html);
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
