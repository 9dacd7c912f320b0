package ru.sosedi.programme.web;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import ru.sosedi.programme.Admission;
import ru.sosedi.programme.EventPage;
import ru.sosedi.programme.EventPages;
import ru.sosedi.programme.EventSection;
import ru.sosedi.programme.ProgrammeListing;

/** The page of an event; the readable part of its address may be wrong without harm. */
@Controller
class EventPageController {

	private static final int INSTEAD = 5;

	private final EventPages pages;

	private final ProgrammeListing listing;

	private final EventMetadata metadata;

	private final FilterWords words;

	private final List<EventSection> sections;

	EventPageController(EventPages pages, ProgrammeListing listing, EventMetadata metadata, FilterWords words,
			List<EventSection> sections) {
		this.pages = pages;
		this.listing = listing;
		this.metadata = metadata;
		this.words = words;
		this.sections = sections;
	}

	@GetMapping("/events/{id}")
	RedirectView withoutSlug(@PathVariable UUID id, @RequestParam(required = false) String on) {
		return to(this.pages.page(id), day(on));
	}

	@GetMapping("/events/{id}/{slug}")
	Object show(@PathVariable UUID id, @PathVariable String slug, @RequestParam(required = false) String on,
			Locale locale, Model model) {
		EventPage event = this.pages.page(id);
		LocalDate day = day(on);
		if (!event.slug().equals(slug)) {
			return to(event, day);
		}
		EventPage.Date chosen = event.chosen(day).orElse(null);
		boolean cancelled = event.cancellation() != null || (chosen != null && chosen.isCancelled());
		model.addAttribute("event", event);
		model.addAttribute("chosen", chosen);
		model.addAttribute("cancelled", cancelled);
		model.addAttribute("zone", this.listing.zone());
		model.addAttribute("instead",
				cancelled ? this.listing.insteadOf(event.id(), event.centre().slug(), INSTEAD) : List.of());
		model.addAttribute("languageName", this.words.language(event.language(), locale));
		model.addAttribute("metadata", this.metadata.of(event, locale));
		boolean asks = event.admission() == Admission.SIGN_UP && chosen != null && !cancelled && !chosen.isOver();
		List<EventSection> shown = asks ? this.sections : List.of();
		model.addAttribute("sections", shown.stream().map(EventSection::template).toList());
		shown.forEach((section) -> model.addAllAttributes(section.model(event, chosen)));
		return "programme/events/show";
	}

	private static RedirectView to(EventPage event, LocalDate day) {
		RedirectView redirect = new RedirectView(URI.create(event.address()) + ((day != null) ? "?on=" + day : ""));
		redirect.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

	private static LocalDate day(String text) {
		try {
			return (text != null) ? LocalDate.parse(text) : null;
		}
		catch (DateTimeException e) {
			return null;
		}
	}

}
