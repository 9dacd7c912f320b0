package ru.sosedi.ledger.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.ledger.Evidence;
import ru.sosedi.ledger.FactAnswers;
import ru.sosedi.ledger.FactList;
import ru.sosedi.shared.RefusedException;

/** What is said about one fact. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/ledger/facts/{id}")
class FactController {

	private final FactAnswers answers;

	private final FactList facts;

	private final CommitmentPages pages;

	FactController(FactAnswers answers, FactList facts, CommitmentPages pages) {
		this.answers = answers;
		this.facts = facts;
		this.pages = pages;
	}

	/** Pictures are shown, all other files are kept by whoever asks. */
	@GetMapping("/evidence")
	ResponseEntity<byte[]> evidence(Actor actor, @PathVariable UUID id) {
		Evidence evidence = this.facts.evidence(actor, id);
		ContentDisposition.Builder how = evidence.isPicture() ? ContentDisposition.inline()
				: ContentDisposition.attachment();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, evidence.kind())
			.header("X-Content-Type-Options", "nosniff")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					how.filename(evidence.name(), StandardCharsets.UTF_8).build().toString())
			.body(evidence.content());
	}

	@PostMapping("/confirmation")
	String confirm(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		return back(this.answers.confirm(actor, id), "ledger.fact.confirmed", redirect);
	}

	@PostMapping("/dispute")
	String dispute(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String reason, Model model,
			HttpServletResponse response, RedirectAttributes redirect, Locale language) {
		return said(actor, id, reason, "dispute", model, response, language,
				() -> back(this.answers.dispute(actor, id, reason), "ledger.fact.disputed", redirect));
	}

	@PostMapping("/dispute/removal")
	String withdrawDispute(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		return back(this.answers.withdrawDispute(actor, id), "ledger.dispute.withdrawn", redirect);
	}

	@PostMapping("/withdrawal")
	String withdraw(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String reason, Model model,
			HttpServletResponse response, RedirectAttributes redirect, Locale language) {
		return said(actor, id, reason, "withdrawal", model, response, language,
				() -> back(this.answers.withdraw(actor, id, reason), "ledger.fact.withdrawn", redirect));
	}

	private String said(Actor actor, UUID id, String reason, String act, Model model, HttpServletResponse response,
			Locale language, Supplier<String> change) {
		try {
			return change.get();
		}
		catch (RefusedException refusal) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("refusedFact", id);
			model.addAttribute("refusedAct", act);
			model.addAttribute("refusal", refusal);
			model.addAttribute("reason", reason);
			return this.pages.show(actor, this.answers.commitmentOf(actor, id), null, model, language);
		}
	}

	private static String back(UUID commitmentId, String flash, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", flash);
		return "redirect:/desk/ledger/commitments/" + commitmentId;
	}

}
