package ru.sosedi.registrations.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import ru.sosedi.programme.EventPage;
import ru.sosedi.programme.EventSection;
import ru.sosedi.programme.SignUpNotice;
import ru.sosedi.programme.SignUpNotices;

/** The way to sign up, on the event's own page. It is a link: the page sets no cookie. */
@Component
class SignUpSection implements EventSection {

	private final SignUpNotices notices;

	SignUpSection(SignUpNotices notices) {
		this.notices = notices;
	}

	@Override
	public String template() {
		return "registrations/part/sign-up";
	}

	@Override
	public Map<String, Object> model(EventPage event, EventPage.Date chosen) {
		SignUpNotice notice = this.notices.of(List.of(chosen.id())).get(chosen.id());
		Map<String, Object> model = new HashMap<>();
		model.put("signUp", notice);
		return model;
	}

}
