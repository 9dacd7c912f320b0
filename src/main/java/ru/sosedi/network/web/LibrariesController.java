package ru.sosedi.network.web;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.network.ListedLibrary;
import ru.sosedi.network.LibraryDirectory;

/** All libraries for residents. */
@Controller
class LibrariesController {

	private final LibraryDirectory directory;

	LibrariesController(LibraryDirectory directory) {
		this.directory = directory;
	}

	@GetMapping("/libraries")
	String list(@RequestParam(required = false) String after, Model model) {
		List<ListedLibrary> libraries = this.directory.list(id(after));
		boolean more = libraries.size() > LibraryDirectory.PAGE;
		List<ListedLibrary> shown = more ? libraries.subList(0, LibraryDirectory.PAGE) : libraries;
		model.addAttribute("libraries", shown);
		model.addAttribute("next", more ? "/libraries?after=" + shown.getLast().id() : null);
		return "network/centres/libraries";
	}

	private static UUID id(String typed) {
		try {
			return (typed == null) ? null : UUID.fromString(typed);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
