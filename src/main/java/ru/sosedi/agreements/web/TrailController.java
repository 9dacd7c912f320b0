package ru.sosedi.agreements.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementAct;
import ru.sosedi.agreements.AgreementExport;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.agreements.TrailReading;

/** What was done and tried with an agreement, and all of it as a file for a court. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}")
class TrailController {

	// what a refusal was about is not kept, only why
	private static final Object[] UNTOLD = { "…", "…", "…", "…" };

	private final Agreements agreements;

	private final TrailReading trail;

	private final AgreementExport export;

	private final MessageSource messages;

	TrailController(Agreements agreements, TrailReading trail, AgreementExport export, MessageSource messages) {
		this.agreements = agreements;
		this.trail = trail;
		this.export = export;
		this.messages = messages;
	}

	/**
	 * @param refusal why a try was refused, in words; {@code null} when it was none
	 */
	record Line(AgreementAct act, String words, String refusal) {

	}

	@GetMapping("/trail")
	String show(Actor actor, @PathVariable UUID id, @RequestParam(required = false) Long before,
			@RequestHeader(name = "HX-Request", required = false) String htmx, Model model, Locale locale) {
		Agreement agreement = this.agreements.forReading(actor, id);
		List<AgreementAct> acts = this.trail.of(id, before);
		boolean more = acts.size() > TrailReading.PAGE;
		List<AgreementAct> shown = more ? acts.subList(0, TrailReading.PAGE) : acts;
		model.addAttribute("agreement", agreement);
		model.addAttribute("lines", shown.stream().map((act) -> line(act, locale)).toList());
		model.addAttribute("next",
				more ? "/desk/agreements/" + id + "/trail?before=" + shown.getLast().number() : null);
		model.addAttribute("keeps", this.agreements.keeps(actor));
		return "true".equals(htmx) ? "agreements/trail/show :: trail" : "agreements/trail/show";
	}

	private Line line(AgreementAct act, Locale locale) {
		String key = act.facts().get("refusal");
		return new Line(act, this.messages.getMessage("audit.action." + act.action(), null, act.action(), locale),
				(act.refused() && key != null) ? this.messages.getMessage(key, UNTOLD, key, locale) : null);
	}

	@GetMapping("/export.zip")
	void export(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
		Agreement agreement = this.export.begin(actor, id);
		response.setContentType("application/zip");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(AgreementExport.fileName(agreement)).build().toString());
		this.export.write(agreement, response.getOutputStream());
	}

}
