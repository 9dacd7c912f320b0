package ru.sosedi.network.web;

import java.util.Locale;
import java.util.UUID;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.network.ImportDraft;
import ru.sosedi.network.ImportKind;
import ru.sosedi.network.ImportService;
import ru.sosedi.network.ImportTemplate;
import ru.sosedi.shared.NotFoundException;

/** Tables to fill in and to mend. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/network/import")
class ImportDownloadController {

	private static final String CSV = "text/csv;charset=UTF-8";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final ImportService imports;

	private final ImportTemplate templates;

	ImportDownloadController(ImportService imports, ImportTemplate templates) {
		this.imports = imports;
		this.templates = templates;
	}

	@GetMapping("/templates/{name}")
	ResponseEntity<byte[]> template(@PathVariable String name, Locale locale) {
		ImportKind kind = CentresForm.one(ImportKind.values(), name.replaceAll("\\..*$", ""));
		boolean csv = name.endsWith(".csv");
		if (kind == null || !(csv || name.endsWith(".xlsx"))) {
			throw new NotFoundException("template " + name);
		}
		return file(name, csv ? CSV : XLSX, csv ? this.templates.csv(kind, locale) : this.templates.xlsx(kind, locale));
	}

	@GetMapping("/{id}/refused.csv")
	ResponseEntity<byte[]> refused(@PathVariable UUID id, Locale locale) {
		ImportDraft draft = this.imports.draft(id);
		return file("refused.csv", CSV, this.templates.refused(draft, this.imports.refused(id), locale));
	}

	private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

}
