package ru.sosedi.partners.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.partners.Alliances;
import ru.sosedi.partners.NgoImport;
import ru.sosedi.partners.NgoImports;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** A table of NGOs: upload, preview, confirmation, what was refused. */
@Controller
@CoordinatorsOnly
@RequestMapping("/admin/partners")
class NgoImportController {

	private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final NgoImports imports;

	private final NgoImportTables tables;

	private final Alliances alliances;

	private final PartnerOptions options;

	NgoImportController(NgoImports imports, NgoImportTables tables, Alliances alliances, PartnerOptions options) {
		this.imports = imports;
		this.tables = tables;
		this.alliances = alliances;
		this.options = options;
	}

	@GetMapping
	String form(Actor actor, Model model, Locale locale) {
		model.addAttribute("form", new NgoImportForm(null, ""));
		return page(actor, model, locale);
	}

	@PostMapping
	String upload(Actor actor, @ModelAttribute("form") NgoImportForm form, BindingResult errors, Model model,
			HttpServletResponse response, Locale locale) throws IOException {
		try {
			if (form.file() == null || form.file().isEmpty()) {
				throw new RefusedException("file", "partners.import.file.missing");
			}
			UUID id = this.imports.upload(actor, PartnerFields.id(form.allianceId()), form.file().getOriginalFilename(),
					form.file().getBytes());
			return "redirect:/admin/partners/" + id;
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(actor, model, locale);
	}

	private String page(Actor actor, Model model, Locale locale) {
		List<Option> all = this.alliances.all()
			.stream()
			.map((alliance) -> new Option(alliance.id().toString(), alliance.name()))
			.toList();
		model.addAttribute("alliances", this.options.withNone("partners.import.alliance.none", all, locale));
		model.addAttribute("latest", this.imports.latest(actor));
		return "partners/import/form";
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable UUID id, Model model) {
		model.addAttribute("draft", this.imports.byId(actor, id));
		model.addAttribute("rows", this.imports.rows(actor, id));
		return "partners/import/show";
	}

	@PostMapping("/{id}/confirmation")
	String confirm(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		try {
			this.imports.confirm(actor, id);
			redirect.addFlashAttribute("flash", "partners.import.written");
		}
		catch (RefusedException refusal) {
			redirect.addFlashAttribute("flash", refusal.messageKey());
		}
		return "redirect:/admin/partners/" + id;
	}

	@PostMapping("/{id}/removal")
	String discard(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.imports.discard(actor, id);
		redirect.addFlashAttribute("flash", "partners.import.gone");
		return "redirect:/admin/partners";
	}

	@GetMapping("/{id}/refused.csv")
	ResponseEntity<byte[]> refused(Actor actor, @PathVariable UUID id, Locale locale) {
		NgoImport draft = this.imports.byId(actor, id);
		return file("refused.csv", CSV, this.tables.refused(draft, this.imports.rows(actor, id), locale).csv());
	}

	@GetMapping("/templates/{name}")
	ResponseEntity<byte[]> template(@PathVariable String name, Locale locale) {
		return switch (name) {
			case "ngo-list.csv" -> file(name, CSV, this.tables.template(locale).csv());
			case "ngo-list.xlsx" -> file(name, XLSX, this.tables.template(locale).xlsx());
			default -> throw new NotFoundException("template " + name);
		};
	}

	private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

}
