package ru.sosedi.network.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.LibraryKeepersOnly;
import ru.sosedi.network.LibraryService;
import ru.sosedi.network.Room;
import ru.sosedi.network.RoomDetails;
import ru.sosedi.network.RoomService;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Conflicts;
import ru.sosedi.shared.web.Refusals;

/** The rooms of a library: list, add, change, remove. */
@Controller
@LibraryKeepersOnly
@RequestMapping("/admin/network/libraries/{id}/rooms")
class RoomController {

	private static final String FORM = "network/room/form";

	private final RoomService rooms;

	private final LibraryService libraries;

	private final LibraryPages pages;

	private final NetworkOptions options;

	private final Conflicts conflicts;

	RoomController(RoomService rooms, LibraryService libraries, LibraryPages pages, NetworkOptions options,
			Conflicts conflicts) {
		this.rooms = rooms;
		this.libraries = libraries;
		this.pages = pages;
		this.options = options;
		this.conflicts = conflicts;
	}

	@GetMapping
	String list(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		this.pages.add(model, actor, this.libraries.forKeeping(actor, id), "/rooms", locale);
		model.addAttribute("rooms", this.rooms.of(id));
		return "network/room/list";
	}

	@GetMapping("/new")
	String blank(Actor actor, @PathVariable UUID id, Model model, Locale locale) {
		model.addAttribute("form", RoomForm.empty());
		return form(model, actor, id, null, locale);
	}

	@PostMapping
	String create(Actor actor, @PathVariable UUID id, @Valid @ModelAttribute("form") RoomForm form,
			BindingResult errors, Model model, RedirectAttributes redirect, HttpServletResponse response,
			Locale locale) {
		this.libraries.forKeeping(actor, id);
		try {
			RoomDetails details = form.toDetails(errors);
			if (details != null) {
				this.rooms.create(actor, id, details);
				return saved(id, "network.room.created", redirect);
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return form(model, actor, id, null, locale);
	}

	@GetMapping("/{roomId}")
	String edit(Actor actor, @PathVariable UUID id, @PathVariable UUID roomId, Model model, Locale locale) {
		Room room = room(actor, id, roomId);
		model.addAttribute("form", RoomForm.of(room));
		return form(model, actor, id, room, locale);
	}

	@PostMapping("/{roomId}")
	String change(Actor actor, @PathVariable UUID id, @PathVariable UUID roomId,
			@Valid @ModelAttribute("form") RoomForm form, BindingResult errors, Model model,
			RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		Room room = room(actor, id, roomId);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			RoomDetails details = form.toDetails(errors);
			if (details != null) {
				this.rooms.change(actor, roomId, details, Versions.of(form.version()));
				return saved(id, "network.room.saved", redirect);
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		catch (StaleEditException ex) {
			model.addAttribute("theirs", this.conflicts.between(form, RoomForm.of(room), "network.room.field.",
					Conflicts.choices(this.options.roomKinds(locale), this.options.noises(locale)), locale));
			model.addAttribute("version", room.version());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		return form(model, actor, id, room, locale);
	}

	@GetMapping("/{roomId}/removal")
	String askRemoval(Actor actor, @PathVariable UUID id, @PathVariable UUID roomId, Model model, Locale locale) {
		model.addAttribute("room", room(actor, id, roomId));
		this.pages.add(model, actor, this.libraries.forKeeping(actor, id), "/rooms", locale);
		return "network/room/removal";
	}

	@PostMapping("/{roomId}/removal")
	String remove(Actor actor, @PathVariable UUID id, @PathVariable UUID roomId, Model model,
			RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		room(actor, id, roomId);
		try {
			this.rooms.remove(actor, roomId);
			return saved(id, "network.room.removed", redirect);
		}
		catch (RefusedException ex) {
			model.addAttribute("refusal", ex.messageKey());
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return askRemoval(actor, id, roomId, model, locale);
		}
	}

	private Room room(Actor actor, UUID libraryId, UUID roomId) {
		Room room = this.rooms.forKeeping(actor, roomId);
		if (!room.library().id().equals(libraryId)) {
			throw new NotFoundException("room " + roomId + " of library " + libraryId);
		}
		return room;
	}

	private static String saved(UUID libraryId, String message, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", message);
		return "redirect:" + LibraryPages.LIBRARIES + libraryId + "/rooms";
	}

	private String form(Model model, Actor actor, UUID libraryId, Room room, Locale locale) {
		this.pages.add(model, actor, this.libraries.forKeeping(actor, libraryId), "/rooms", locale);
		model.addAttribute("room", room);
		model.addAttribute("kinds",
				Conflicts.choices(List.of(this.options.notChosen(locale)), this.options.roomKinds(locale)));
		model.addAttribute("noises", this.options.noises(locale));
		return FORM;
	}

}
