package ru.sosedi.network.web;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.network.ImportService;
import ru.sosedi.shared.RefusedException;

/** What is decided after the preview: write it, or throw it away. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/network/import/{id}")
class ImportConfirmationController {

	private final ImportService imports;

	ImportConfirmationController(ImportService imports) {
		this.imports = imports;
	}

	@PostMapping("/confirmation")
	String confirm(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		try {
			this.imports.confirm(actor, id);
		}
		catch (RefusedException ex) {
			redirect.addFlashAttribute("flash", ex.messageKey());
		}
		return "redirect:/admin/network/import/" + id;
	}

	@PostMapping("/removal")
	String discard(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		try {
			this.imports.discard(actor, id);
			redirect.addFlashAttribute("flash", "network.import.discarded");
			return "redirect:/admin/network/import";
		}
		catch (RefusedException ex) {
			redirect.addFlashAttribute("flash", ex.messageKey());
			return "redirect:/admin/network/import/" + id;
		}
	}

}
