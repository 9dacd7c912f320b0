package ru.sosedi.programme.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.programme.ProgrammeCalendar;
import ru.sosedi.programme.ProgrammeCursor;
import ru.sosedi.programme.ProgrammeFilter;
import ru.sosedi.programme.ProgrammeListing;
import ru.sosedi.programme.ProgrammePage;
import ru.sosedi.programme.ProgrammeSearch;

/** The programme as a list and as a month, both at one address. */
@Controller
class EventsController {

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	private final ProgrammeListing listing;

	private final ProgrammeCalendar calendar;

	private final ProgrammeSearch search;

	private final FilterWords words;

	EventsController(ProgrammeListing listing, ProgrammeCalendar calendar, ProgrammeSearch search, FilterWords words) {
		this.listing = listing;
		this.calendar = calendar;
		this.search = search;
		this.words = words;
	}

	@GetMapping("/events")
	String list(@RequestParam MultiValueMap<String, String> query,
			@CookieValue(name = "centre", required = false) String own, Locale locale, Model model) {
		ProgrammeFilter filter = ProgrammeFilter.of(query);
		if (isSentByForm(query)) {
			return "redirect:" + filter.address();
		}
		ProgrammeView view = this.words.view(filter, locale);
		ProgrammeCursor after = ProgrammeCursor.parse(query.getFirst("after")).orElse(null);
		ProgrammePage page = this.listing.page(filter, after, own, ProgrammeListing.PAGE);
		model.addAttribute("view", view);
		model.addAttribute("page", page);
		model.addAttribute("continued", after != null);
		model.addAttribute("zone", this.listing.zone());
		model.addAttribute("today", this.listing.today());
		model.addAttribute("more", (page.next() != null) ? more(filter, page.next()) : null);
		model.addAttribute("instead", (page.isEmpty() && after == null) ? this.search.instead(filter, own) : null);
		return "programme/events/list";
	}

	@GetMapping(path = "/events", params = "view=month")
	String month(@RequestParam MultiValueMap<String, String> query, Locale locale, Model model) {
		ProgrammeFilter filter = ProgrammeFilter.of(query).onAnyDay();
		YearMonth month = month(query.getFirst("month"));
		if (isSentByForm(query)) {
			return "redirect:" + ProgrammeView.monthAddress(filter, month);
		}
		model.addAttribute("view", this.words.view(filter, locale));
		model.addAttribute("month", this.calendar.month(filter, month));
		model.addAttribute("zone", this.listing.zone());
		return "programme/events/month";
	}

	/** A form sends its empty fields too; the address that people share has none. */
	private static boolean isSentByForm(MultiValueMap<String, String> query) {
		return query.values().stream().flatMap(List::stream).anyMatch(String::isEmpty);
	}

	private static String more(ProgrammeFilter filter, ProgrammeCursor next) {
		return "/events?" + (filter.isEmpty() ? "" : filter.query() + "&") + "after=" + next;
	}

	private YearMonth month(String text) {
		try {
			YearMonth month = (text != null) ? YearMonth.parse(text) : this.calendar.present();
			boolean kept = month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR;
			return kept ? month : this.calendar.present();
		}
		catch (DateTimeException e) {
			return this.calendar.present();
		}
	}

}
