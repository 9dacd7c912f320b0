package ru.sosedi.agreements.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.agreements.TrailHead;
import ru.sosedi.agreements.TrailReading;
import ru.sosedi.agreements.TrailVerification;

/** Whether the trail of agreements is whole. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/agreements/trail")
class TrailVerificationController {

	private static final String PAGE = "agreements/trail/verification";

	/**
	 * @param head that was noted before; may be empty
	 */
	record HeadForm(String head) {

	}

	private final TrailVerification verification;

	private final TrailReading trail;

	TrailVerificationController(TrailVerification verification, TrailReading trail) {
		this.verification = verification;
		this.trail = trail;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", new HeadForm(""));
		model.addAttribute("present", this.trail.head());
		return PAGE;
	}

	/** Changes nothing; may take a while for a long trail. */
	@PostMapping
	String verify(@ModelAttribute("form") HeadForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		model.addAttribute("present", this.trail.head());
		try {
			boolean known = form.head() != null && !form.head().isBlank();
			model.addAttribute("result", this.verification.verify(known ? TrailHead.of(form.head()) : null));
		}
		catch (IllegalArgumentException notAHead) {
			errors.rejectValue("head", "agreements.trail.head.malformed");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return PAGE;
	}

}
