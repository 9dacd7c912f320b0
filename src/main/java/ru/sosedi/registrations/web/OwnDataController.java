package ru.sosedi.registrations.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.registrations.ErasureActs;
import ru.sosedi.registrations.PersonalData;
import ru.sosedi.registrations.PersonalDataErasure;
import ru.sosedi.shared.NotFoundException;

/** What the portal keeps about a person, for herself: to see, to take away, to erase. */
@Controller
class OwnDataController {

	private final BookingPages pages;

	private final BookingLinks links;

	private final PersonalData data;

	private final PersonalDataErasure erasure;

	private final ErasureActs acts;

	OwnDataController(BookingPages pages, BookingLinks links, PersonalData data, PersonalDataErasure erasure,
			ErasureActs acts) {
		this.pages = pages;
		this.links = links;
		this.data = data;
		this.erasure = erasure;
		this.acts = acts;
	}

	@GetMapping("/my/{token}/data")
	ModelAndView show(@PathVariable String token) {
		return this.pages.open(token, (booking) -> new ModelAndView("registrations/my/data").addObject("token", token)
			.addObject("all", this.data.of(booking)));
	}

	@GetMapping("/my/{token}/data.json")
	ResponseEntity<byte[]> take(@PathVariable String token) {
		UUID booking = this.links.bookingOf(BookingLinks.Purpose.MANAGE, token)
			.orElseThrow(() -> new NotFoundException("link"));
		return file(this.data.json(booking), MediaType.APPLICATION_JSON, "my-data.json");
	}

	@GetMapping("/my/{token}/erasure")
	ModelAndView ask(@PathVariable String token) {
		return this.pages.open(token,
				(booking) -> new ModelAndView("registrations/my/erasure").addObject("token", token)
					.addObject("count", this.data.of(booking).size()));
	}

	@PostMapping("/my/{token}/erasure")
	ModelAndView erase(@PathVariable String token) {
		return this.pages.open(token, (booking) -> {
			UUID act = this.erasure.eraseAll(booking);
			return (act == null) ? BookingPages.dead()
					: new ModelAndView("redirect:/my/erased/" + this.links.token(BookingLinks.Purpose.ERASURE, act));
		});
	}

	@GetMapping("/my/erased/{token}")
	ModelAndView erased(@PathVariable String token) {
		Optional<UUID> act = this.links.bookingOf(BookingLinks.Purpose.ERASURE, token);
		return act.isEmpty() ? BookingPages.dead()
				: new ModelAndView("registrations/my/erased").addObject("token", token);
	}

	@GetMapping("/my/erased/{token}/act.pdf")
	ResponseEntity<byte[]> act(@PathVariable String token, Locale locale) {
		UUID act = this.links.bookingOf(BookingLinks.Purpose.ERASURE, token)
			.orElseThrow(() -> new NotFoundException("link"));
		return file(this.acts.pdf(act, locale), MediaType.APPLICATION_PDF, "erasure.pdf");
	}

	static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

}
