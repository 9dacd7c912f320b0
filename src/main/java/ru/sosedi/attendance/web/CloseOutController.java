package ru.sosedi.attendance.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.ProgrammeEditorsOnly;
import ru.sosedi.attendance.CheckIns;
import ru.sosedi.attendance.CloseOut;
import ru.sosedi.attendance.CloseOuts;
import ru.sosedi.attendance.FeedbackService;
import ru.sosedi.attendance.Settlements;
import ru.sosedi.programme.OccurrenceDirectory;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.Attendees;
import ru.sosedi.registrations.PersonalDataLook;
import ru.sosedi.registrations.RegistrationState;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Refusals;

/** Closing an event: how many came. */
@Controller
@ProgrammeEditorsOnly
@RequestMapping("/desk/attendance/occurrences/{id}/close-out")
class CloseOutController {

	private static final String PAGE = "attendance/close-out";

	private final CloseOuts closeOuts;

	private final CheckIns checkIns;

	private final Attendees attendees;

	private final OccurrenceDirectory occurrences;

	private final FeedbackService feedback;

	private final Settlements settlements;

	CloseOutController(CloseOuts closeOuts, CheckIns checkIns, Attendees attendees, OccurrenceDirectory occurrences,
			FeedbackService feedback, Settlements settlements) {
		this.closeOuts = closeOuts;
		this.checkIns = checkIns;
		this.attendees = attendees;
		this.occurrences = occurrences;
		this.feedback = feedback;
		this.settlements = settlements;
	}

	@GetMapping
	String show(Actor actor, @PathVariable UUID id, Model model, HttpServletRequest request) {
		Optional<CloseOut> closed = this.closeOuts.find(actor, id);
		CheckIns.Present present = this.checkIns.present(id);
		AgeCount ages = closed.isPresent() ? null : AgeCount.of(present, this.attendees.of(actor, id,
				RegistrationState.LIVE, PersonalDataLook.CHECK_IN, request.getRemoteAddr()));
		model.addAttribute("form", closed.map(CloseOutForm::of).orElseGet(() -> CloseOutForm.of(present, ages)));
		model.addAttribute("unknown", (ages == null) ? 0 : ages.unknown());
		return page(actor, id, model);
	}

	private String page(Actor actor, UUID id, Model model) {
		OccurrenceFacts date = this.occurrences.forStaff(actor, id);
		model.addAttribute("date", date);
		model.addAttribute("refusal", this.closeOuts.refusal(date));
		CloseOut closed = this.closeOuts.find(actor, id).orElse(null);
		model.addAttribute("closed", closed);
		model.addAttribute("present", this.checkIns.present(id));
		model.addAttribute("sources", CloseOut.Source.values());
		model.addAttribute("said", this.feedback.of(id));
		model.addAttribute("settled",
				(closed != null) ? this.settlements.done(actor, date) : this.settlements.planned(date));
		return PAGE;
	}

	@PostMapping
	String close(Actor actor, @PathVariable UUID id, @ModelAttribute("form") CloseOutForm form, BindingResult errors,
			@RequestParam(required = false) List<MultipartFile> photos, Model model, HttpServletResponse response,
			RedirectAttributes redirect) throws IOException {
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			List<byte[]> files = new ArrayList<>();
			for (MultipartFile photo : (photos == null) ? List.<MultipartFile>of() : photos) {
				if (!photo.isEmpty()) {
					files.add(photo.getBytes());
				}
			}
			this.closeOuts.close(actor, id, form.toDetails(), form.saysNobody(), files, form.alt());
			redirect.addFlashAttribute("flash", "attendance.close-out.done");
			return "redirect:/desk/attendance/occurrences/" + id + "/close-out";
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (StaleEditException stale) {
			model.addAttribute("stale", true);
			status = HttpStatus.CONFLICT;
		}
		response.setStatus(status.value());
		return page(actor, id, model);
	}

	@PostMapping("/correction")
	String correct(Actor actor, @PathVariable UUID id, @ModelAttribute("form") CloseOutForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes redirect) {
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			this.closeOuts.correct(actor, id, form.toDetails(), form.reason(), form.editedVersion());
			redirect.addFlashAttribute("flash", "attendance.correction.done");
			return "redirect:/desk/attendance/occurrences/" + id + "/close-out";
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (StaleEditException stale) {
			model.addAttribute("stale", true);
			status = HttpStatus.CONFLICT;
		}
		model.addAttribute("correcting", true);
		response.setStatus(status.value());
		return page(actor, id, model);
	}

}
