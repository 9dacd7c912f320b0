package ru.sosedi.network.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.network.ImportDraft;
import ru.sosedi.network.ImportKind;
import ru.sosedi.network.ImportService;
import ru.sosedi.network.ImportVerdict;
import ru.sosedi.network.LibrarySystem;
import ru.sosedi.network.LibrarySystemService;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** Uploaded files: the choice of one, its preview, its progress and its result. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/network/import")
class ImportController {

	private final ImportService imports;

	private final LibrarySystemService systems;

	private final MessageSource messages;

	ImportController(ImportService imports, LibrarySystemService systems, MessageSource messages) {
		this.imports = imports;
		this.systems = systems;
		this.messages = messages;
	}

	@GetMapping
	String form(Model model, Locale locale) {
		List<LibrarySystem> all = this.systems.all();
		model.addAttribute("form", ImportForm.empty(all.isEmpty() ? null : all.getFirst().id()));
		return page(model, all, locale);
	}

	@PostMapping
	String upload(Actor actor, @ModelAttribute("form") ImportForm form, BindingResult errors, Model model,
			HttpServletResponse response, Locale locale) {
		if (!errors.hasErrors()) {
			try {
				return "redirect:/admin/network/import/" + upload(actor, form);
			}
			catch (RefusedException ex) {
				Refusals.into(errors, ex);
			}
		}
		response.setStatus(422);
		return page(model, this.systems.all(), locale);
	}

	private UUID upload(Actor actor, ImportForm form) {
		if (form.kind() == null) {
			throw new RefusedException("kind", "network.import.kind.missing");
		}
		if (form.systemId() == null) {
			throw new RefusedException("systemId", "network.import.system.missing");
		}
		if (form.file() == null || form.file().getOriginalFilename() == null
				|| form.file().getOriginalFilename().isEmpty()) {
			throw new RefusedException("file", "network.import.file.missing");
		}
		try {
			return this.imports.upload(actor, form.kind(), form.systemId(), form.file().getOriginalFilename(),
					form.file().getBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String page(Model model, List<LibrarySystem> all, Locale locale) {
		model.addAttribute("systems",
				all.stream().map((system) -> new Option(system.id().toString(), system.shortName())).toList());
		model.addAttribute("kinds",
				Arrays.stream(ImportKind.values()).map((kind) -> new Option(kind.name(), name(kind, locale))).toList());
		model.addAttribute("latest", this.imports.latest());
		return "network/import/form";
	}

	private String name(ImportKind kind, Locale locale) {
		return this.messages.getMessage("network.import.kind." + kind.name().toLowerCase(Locale.ROOT), null, locale);
	}

	/**
	 * While the portal is at work htmx asks again and again, and reloads when it is done.
	 */
	@GetMapping("/{id}")
	String show(@PathVariable UUID id, @RequestParam(required = false) String verdict,
			@RequestParam(required = false) String after,
			@RequestHeader(name = "HX-Request", required = false) String htmx, HttpServletResponse response,
			Model model) {
		ImportDraft draft = this.imports.draft(id);
		model.addAttribute("draft", draft);
		if (draft.state().isRunning()) {
			return "network/import/progress";
		}
		if (htmx != null) {
			response.setHeader("HX-Refresh", "true");
		}
		ImportVerdict shown = CentresForm.one(ImportVerdict.values(), verdict);
		model.addAttribute("verdict", shown);
		model.addAttribute("verdicts", ImportVerdict.values());
		model.addAttribute("page", this.imports.rows(id, shown, after));
		return "network/import/show";
	}

}
