package ru.sosedi.feeds.web;

import java.util.Locale;
import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import ru.sosedi.feeds.CalendarFeed;
import ru.sosedi.feeds.Feed;
import ru.sosedi.feeds.NewsFeed;
import ru.sosedi.programme.ProgrammeFilter;
import ru.sosedi.shared.web.ConditionalAnswer;

/**
 * The same query string as the list of events has makes the calendar and the news of
 * exactly that list.
 */
@Controller
class FeedController {

	private final CalendarFeed calendars;

	private final NewsFeed news;

	FeedController(CalendarFeed calendars, NewsFeed news) {
		this.calendars = calendars;
		this.news = news;
	}

	@GetMapping("/feeds/events.ics")
	ResponseEntity<byte[]> calendar(@RequestParam MultiValueMap<String, String> query, Locale locale,
			WebRequest request) {
		return answer(request, this.calendars.ofList(ProgrammeFilter.of(query), locale));
	}

	@GetMapping("/feeds/events/{id}.ics")
	ResponseEntity<byte[]> eventCalendar(@PathVariable UUID id, Locale locale, WebRequest request) {
		return answer(request, this.calendars.ofEvent(id, locale));
	}

	@GetMapping("/feeds/centres/{slug}.ics")
	ResponseEntity<byte[]> centreCalendar(@PathVariable String slug, Locale locale, WebRequest request) {
		return answer(request, this.calendars.ofCentre(slug, locale));
	}

	@GetMapping("/feeds/events.atom")
	ResponseEntity<byte[]> news(@RequestParam MultiValueMap<String, String> query, Locale locale, WebRequest request) {
		return answer(request, this.news.ofList(ProgrammeFilter.of(query), locale));
	}

	private static ResponseEntity<byte[]> answer(WebRequest request, Feed feed) {
		return ConditionalAnswer.of(request, feed.text(), feed.type(), feed.changedAt());
	}

}
