package ru.sosedi.notifications.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.notifications.Letter;
import ru.sosedi.notifications.LetterUnwritableException;
import ru.sosedi.notifications.Outbox;
import ru.sosedi.notifications.OutboxMessage;
import ru.sosedi.notifications.OutboxRow;
import ru.sosedi.shared.Accountable;
import ru.sosedi.shared.HomeZone;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.PublicAddress;
import ru.sosedi.shared.RefusedException;

// The rule is spelt out: @AdministratorOnly belongs to the accounts, which stand above.
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class OutboxController {

	private final Outbox outbox;

	private final HomeZone zone;

	private final PublicAddress portal;

	OutboxController(Outbox outbox, HomeZone zone, PublicAddress portal) {
		this.outbox = outbox;
		this.zone = zone;
		this.portal = portal;
	}

	@GetMapping("/admin/outbox")
	String list(@RequestParam(name = "state", required = false) String typed,
			@RequestParam(required = false) UUID after, Model model) {
		OutboxMessage.State state = Arrays.stream(OutboxMessage.State.values())
			.filter((one) -> one.name().equals(typed))
			.findFirst()
			.orElse(null);
		List<OutboxRow> found = this.outbox.newestFirst(state, after);
		List<OutboxRow> page = found.subList(0, Math.min(found.size(), Outbox.PAGE));
		model.addAttribute("messages", page);
		model.addAttribute("states", OutboxMessage.State.values());
		model.addAttribute("state", state);
		model.addAttribute("sending", this.outbox.isSending());
		model.addAttribute("zone", this.zone.homeZone());
		if (found.size() > Outbox.PAGE) {
			UriComponentsBuilder more = UriComponentsBuilder.fromPath("/admin/outbox");
			if (state != null) {
				more.queryParam("state", state);
			}
			model.addAttribute("more", more.queryParam("after", page.getLast().id()).toUriString());
		}
		return "notifications/message/list";
	}

	@GetMapping("/admin/outbox/{id}")
	String show(@PathVariable UUID id, Model model) {
		OutboxMessage message = this.outbox.message(id);
		model.addAttribute("message", message);
		Optional<Letter> letter = Optional.empty();
		try {
			letter = this.outbox.letter(id);
		}
		catch (LetterUnwritableException ex) {
			model.addAttribute("fault", ex.getMessage());
		}
		model.addAttribute("letter", letter.orElse(null));
		model.addAttribute("lines", LetterLine.of(letter.map(Letter::text).orElse(""), this.portal));
		model.addAttribute("sending", this.outbox.isSending());
		model.addAttribute("zone", this.zone.homeZone());
		return "notifications/message/show";
	}

	/**
	 * The HTML part as a page of its own; the portal's strict policy holds for it too.
	 */
	@GetMapping(path = "/admin/outbox/{id}/html", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<String> html(@PathVariable UUID id) {
		try {
			return ResponseEntity
				.ok(this.outbox.letter(id).orElseThrow(() -> new NotFoundException("words of letter " + id)).html());
		}
		catch (LetterUnwritableException ex) {
			throw new NotFoundException("words of letter " + id);
		}
	}

	@PostMapping("/admin/outbox/{id}/retry")
	String retry(Accountable actor, @PathVariable UUID id, RedirectAttributes redirect) {
		try {
			this.outbox.retry(actor, id);
			redirect.addFlashAttribute("flash", "notifications.outbox.retried");
		}
		catch (RefusedException refusal) {
			redirect.addFlashAttribute("flash", refusal.messageKey());
		}
		return "redirect:/admin/outbox/" + id;
	}

}
