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
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.network.LibrarySystemDetails;
import ru.sosedi.network.LibrarySystemService;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Conflicts;
import ru.sosedi.shared.web.Refusals;

/** The library systems: list, add, change, remove. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/network/systems")
class LibrarySystemController {

	private static final String FORM = "network/system/form";

	private final LibrarySystemService systems;

	private final Conflicts conflicts;

	LibrarySystemController(LibrarySystemService systems, Conflicts conflicts) {
		this.systems = systems;
		this.conflicts = conflicts;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("systems", this.systems.all());
		return "network/system/list";
	}

	@GetMapping("/new")
	String blank(Model model) {
		model.addAttribute("form", LibrarySystemForm.empty());
		return FORM;
	}

	@PostMapping
	String create(Actor actor, @Valid @ModelAttribute("form") LibrarySystemForm form, BindingResult errors,
			RedirectAttributes redirect, HttpServletResponse response) {
		try {
			LibrarySystemDetails details = form.toDetails(errors);
			if (details != null) {
				this.systems.create(actor, details);
				redirect.addFlashAttribute("flash", "network.system.created");
				return "redirect:/admin/network/systems";
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return FORM;
	}

	@GetMapping("/{id}")
	String edit(@PathVariable UUID id, Model model) {
		model.addAttribute("form", LibrarySystemForm.of(this.systems.byId(id)));
		model.addAttribute("system", this.systems.byId(id));
		return FORM;
	}

	@PostMapping("/{id}")
	String change(Actor actor, @PathVariable UUID id, @Valid @ModelAttribute("form") LibrarySystemForm form,
			BindingResult errors, Model model, RedirectAttributes redirect, HttpServletResponse response,
			Locale locale) {
		model.addAttribute("system", this.systems.byId(id));
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			LibrarySystemDetails details = form.toDetails(errors);
			if (details != null) {
				this.systems.change(actor, id, details, Versions.of(form.version()));
				redirect.addFlashAttribute("flash", "network.system.saved");
				return "redirect:/admin/network/systems";
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		catch (StaleEditException ex) {
			LibrarySystemForm stored = LibrarySystemForm.of(this.systems.byId(id));
			model.addAttribute("theirs",
					this.conflicts.between(form, stored, "network.system.field.", List.of(), locale));
			model.addAttribute("version", stored.version());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		return FORM;
	}

	@GetMapping("/{id}/removal")
	String askRemoval(@PathVariable UUID id, Model model) {
		model.addAttribute("system", this.systems.byId(id));
		return "network/system/removal";
	}

	@PostMapping("/{id}/removal")
	String remove(Actor actor, @PathVariable UUID id, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		try {
			this.systems.remove(actor, id);
			redirect.addFlashAttribute("flash", "network.system.removed");
			return "redirect:/admin/network/systems";
		}
		catch (RefusedException ex) {
			model.addAttribute("refusal", ex.messageKey());
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return askRemoval(id, model);
		}
	}

}
