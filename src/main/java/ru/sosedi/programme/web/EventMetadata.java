package ru.sosedi.programme.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;
import ru.sosedi.programme.Admission;
import ru.sosedi.programme.DeliveryMode;
import ru.sosedi.programme.EventPage;
import ru.sosedi.programme.EventPartner;
import ru.sosedi.programme.EventTitle;
import ru.sosedi.shared.PublicAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * What machines read on the page of an event: Open Graph for links that people send each
 * other, schema.org {@code Event} for search engines. Each date is an event of its own,
 * as schema.org wants it.
 */
@Component
class EventMetadata {

	private static final String SCHEMA = "https://schema.org/";

	private static final int MOST_DATES = 50;

	private final EventTitle titles;

	private final PublicAddress address;

	private final JsonMapper json;

	EventMetadata(EventTitle titles, PublicAddress address, JsonMapper json) {
		this.titles = titles;
		this.address = address;
		this.json = json;
	}

	/**
	 * Metadata of one page.
	 *
	 * @param image absolute address of the picture, or {@code null}
	 * @param jsonLd ready for a script element: it holds no {@code <}, {@code >} or
	 * {@code &}
	 */
	record Tags(String title, String description, String url, String image, String imageAlt, String jsonLd) {

	}

	Tags of(EventPage event, Locale locale) {
		String title = this.titles.of(event.form(), event.title(), locale) + " " + event.age().sign();
		String url = this.address.of(event.address());
		String image = (event.image() != null) ? this.address.of(event.image().largest().address()) : null;
		List<Map<String, Object>> dates = event.dates()
			.stream()
			.filter((date) -> !date.isOver() || event.isOver())
			.limit(MOST_DATES)
			.map((date) -> date(event, date, title, url, image))
			.toList();
		return new Tags(title, event.summary(), url, image, (image != null) ? event.image().alt() : null,
				escaped(this.json.writeValueAsString(dates)));
	}

	private Map<String, Object> date(EventPage event, EventPage.Date date, String title, String url, String image) {
		boolean cancelled = event.cancellation() != null || date.isCancelled();
		boolean remote = event.mode() == DeliveryMode.REMOTE;
		Map<String, Object> item = thing("Event");
		item.put("@context", SCHEMA.substring(0, SCHEMA.length() - 1));
		item.put("name", title);
		item.put("description", event.summary());
		item.put("url", url + ((event.dates().size() > 1) ? "?on=" + date.day() : ""));
		item.put("startDate", date.startsAt().toOffsetDateTime().toString());
		item.put("endDate", date.endsAt().toOffsetDateTime().toString());
		item.put("eventStatus", SCHEMA + (cancelled ? "EventCancelled" : "EventScheduled"));
		item.put("eventAttendanceMode", SCHEMA + (remote ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode"));
		item.put("isAccessibleForFree", true);
		item.put("inLanguage", event.language());
		item.put("typicalAgeRange", event.age().years() + "-");
		item.put("image", image);
		item.put("location", remote ? online(url) : place(event, date));
		item.put("organizer", organizers(event));
		if (event.admission() == Admission.FREE_ENTRY && !cancelled) {
			item.put("offers", offer(url));
		}
		item.put("maximumAttendeeCapacity", date.capacity());
		item.values().removeIf((value) -> value == null);
		return item;
	}

	private static Map<String, Object> thing(String type) {
		Map<String, Object> thing = new LinkedHashMap<>();
		thing.put("@type", type);
		return thing;
	}

	private static Map<String, Object> online(String url) {
		Map<String, Object> online = thing("VirtualLocation");
		online.put("url", url);
		return online;
	}

	private static Map<String, Object> place(EventPage event, EventPage.Date date) {
		EventPage.Centre centre = event.centre();
		Map<String, Object> place = thing("Place");
		if (date.place() != null) {
			place.put("name", date.place());
			place.put("address", date.place());
			return place;
		}
		place.put("name", (date.room() != null) ? centre.name() + ", " + date.room() : centre.name());
		place.put("address", centre.address());
		if (centre.latitude() != null) {
			Map<String, Object> point = thing("GeoCoordinates");
			point.put("latitude", centre.latitude());
			point.put("longitude", centre.longitude());
			place.put("geo", point);
		}
		return place;
	}

	/** Who holds it first. */
	private List<Map<String, Object>> organizers(EventPage event) {
		List<Map<String, Object>> all = new ArrayList<>();
		event.partners().stream().filter(EventPartner::leads).forEach((partner) -> all.add(organizer(partner)));
		all.add(organizer(event.centre().name(), "/centres/" + event.centre().slug()));
		event.partners()
			.stream()
			.filter((partner) -> !partner.leads())
			.forEach((partner) -> all.add(organizer(partner)));
		return all;
	}

	private Map<String, Object> organizer(EventPartner partner) {
		return organizer(partner.name(), partner.address());
	}

	private Map<String, Object> organizer(String name, String page) {
		Map<String, Object> organizer = thing("Organization");
		organizer.put("name", name);
		if (page != null) {
			organizer.put("url", this.address.of(page));
		}
		return organizer;
	}

	private static Map<String, Object> offer(String url) {
		Map<String, Object> offer = thing("Offer");
		offer.put("price", "0");
		offer.put("priceCurrency", "RUB");
		offer.put("availability", SCHEMA + "InStock");
		offer.put("url", url);
		return offer;
	}

	/**
	 * In JSON these characters stand only within strings, where an escape means the same;
	 * in a script element they could end it or begin another.
	 */
	private static String escaped(String json) {
		StringBuilder safe = new StringBuilder();
		for (char c : json.toCharArray()) {
			if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
				safe.append("\\u%04x".formatted((int) c));
			}
			else {
				safe.append(c);
			}
		}
		return safe.toString();
	}

}
