package ru.sosedi.network.web;

import java.io.UnsupportedEncodingException;
import java.net.URI;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignIn;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Opens pages and sends forms as somebody. */
@Component
class Pages {

	private final MockMvcTester mvc;

	Pages(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	MvcTestResult get(Actor actor, String address) {
		var request = this.mvc.get();
		// A link that a page holds is encoded already.
		return (address.contains("%") ? request.uri(URI.create(address)) : request.uri(address)).with(SignIn.as(actor))
			.exchange();
	}

	MvcTestResult post(Actor actor, String address, String... fields) {
		var request = this.mvc.post().uri(address).with(SignIn.as(actor)).with((RequestPostProcessor) csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	static Document html(MvcTestResult result) {
		try {
			return Jsoup.parse(result.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
