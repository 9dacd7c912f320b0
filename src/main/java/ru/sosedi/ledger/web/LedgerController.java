package ru.sosedi.ledger.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.ledger.Ledger;
import ru.sosedi.ledger.LedgerChart;
import ru.sosedi.ledger.LedgerChoices;
import ru.sosedi.ledger.LedgerFilter;
import ru.sosedi.ledger.ProgressState;

/** The ledger: promised, done, overdue. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/ledger")
class LedgerController {

	private static final List<ProgressState> STATES = List.of(ProgressState.BEHIND, ProgressState.ON_TIME,
			ProgressState.AHEAD, ProgressState.DONE);

	private final Ledger ledger;

	private final LedgerChart chart;

	private final LedgerChoices choices;

	private final LedgerTable table;

	private final Agreements agreements;

	LedgerController(Ledger ledger, LedgerChart chart, LedgerChoices choices, LedgerTable table,
			Agreements agreements) {
		this.ledger = ledger;
		this.chart = chart;
		this.choices = choices;
		this.table = table;
		this.agreements = agreements;
	}

	@GetMapping
	String list(Actor actor, @ModelAttribute("form") FilterForm form, @RequestParam(required = false) String after,
			Model model) {
		LedgerFilter filter = form.toFilter();
		Ledger.Page page = this.ledger.list(actor, filter, FilterForm.id(after));
		model.addAttribute("filter", filter);
		model.addAttribute("lines", page.lines());
		model.addAttribute("next",
				(page.next() == null) ? null : form.address("/desk/ledger", Map.of("after", page.next())));
		model.addAttribute("csv", form.address("/desk/ledger/export.csv"));
		model.addAttribute("xlsx", form.address("/desk/ledger/export.xlsx"));
		model.addAttribute("kinds", CommitmentKind.values());
		model.addAttribute("states", STATES);
		model.addAttribute("choices", this.choices.of(actor));
		if (after == null) {
			kind(filter, page).map((kind) -> this.chart.of(actor, filter, kind))
				.filter((drawn) -> !drawn.isEmpty())
				.findFirst()
				.ifPresent((drawn) -> {
					model.addAttribute("chart", drawn);
					model.addAttribute("drawing", ChartDrawing.of(drawn));
				});
		}
		return "ledger/list";
	}

	// the kind that is asked for, else that of the first lines
	private static Stream<CommitmentKind> kind(LedgerFilter filter, Ledger.Page page) {
		return (filter.kind() != null) ? Stream.of(filter.kind())
				: page.lines().stream().map((line) -> line.promised().kind()).limit(1);
	}

	@GetMapping("/export.csv")
	ResponseEntity<byte[]> csv(Actor actor, @ModelAttribute("form") FilterForm form, Locale language) {
		return file("csv", "text/csv;charset=UTF-8",
				this.table.of(this.ledger.export(actor, form.toFilter()), language).csv());
	}

	@GetMapping("/export.xlsx")
	ResponseEntity<byte[]> xlsx(Actor actor, @ModelAttribute("form") FilterForm form, Locale language) {
		return file("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
				this.table.of(this.ledger.export(actor, form.toFilter()), language).xlsx());
	}

	private ResponseEntity<byte[]> file(String ending, String type, byte[] content) {
		String name = "ledger-" + this.agreements.today() + "." + ending;
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

	/** The lines of one agreement: a page, or a part of the agreement's own. */
	@GetMapping("/of-agreement/{id}")
	String ofAgreement(Actor actor, @PathVariable UUID id,
			@RequestHeader(name = "HX-Request", required = false) String htmx, Model model) {
		this.agreements.forReading(actor, id);
		model.addAttribute("agreementId", id);
		model.addAttribute("lines", this.ledger.ofAgreement(actor, id));
		return "true".equals(htmx) ? "ledger/words :: part" : "ledger/of-agreement";
	}

}
