package ru.sosedi.network.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.Role;
import ru.sosedi.network.Library;
import ru.sosedi.shared.web.Option;

/** What the pages of one library have in common. */
@Component
class LibraryPages {

	static final String LIBRARIES = "/admin/network/libraries/";

	private final MessageSource messages;

	LibraryPages(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * @param part the part of the library that the page shows: empty, {@code /hours},
	 * {@code /rooms} or {@code /centre}
	 */
	void add(Model model, Actor actor, Library library, String part, Locale locale) {
		String address = LIBRARIES + library.id();
		List<Option> tabs = new ArrayList<>();
		tabs.add(tab(address, "network.library.tab.details", locale));
		tabs.add(tab(address + "/hours", "network.library.tab.hours", locale));
		tabs.add(tab(address + "/rooms", "network.library.tab.rooms", locale));
		if (actor.is(Role.ADMINISTRATOR)) {
			tabs.add(tab(address + "/centre", "network.library.tab.centre", locale));
		}
		model.addAttribute("library", library);
		model.addAttribute("administrator", actor.is(Role.ADMINISTRATOR));
		model.addAttribute("tabs", tabs);
		model.addAttribute("tab", address + part);
	}

	private Option tab(String address, String key, Locale locale) {
		return new Option(address, this.messages.getMessage(key, null, locale));
	}

}
