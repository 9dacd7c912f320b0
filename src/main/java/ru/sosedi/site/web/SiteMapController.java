package ru.sosedi.site.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import ru.sosedi.feeds.Feed;
import ru.sosedi.shared.web.ConditionalAnswer;
import ru.sosedi.site.SiteMap;

@Controller
class SiteMapController {

	private final SiteMap site;

	SiteMapController(SiteMap site) {
		this.site = site;
	}

	@GetMapping("/sitemap.xml")
	ResponseEntity<byte[]> map(WebRequest request) {
		return answer(request, this.site.map());
	}

	@GetMapping("/robots.txt")
	ResponseEntity<byte[]> robots(WebRequest request) {
		return answer(request, this.site.robots());
	}

	private static ResponseEntity<byte[]> answer(WebRequest request, Feed document) {
		return ConditionalAnswer.of(request, document.text(), document.type(), document.changedAt());
	}

}
