package ru.sosedi.attendance.web;

import java.util.Optional;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import ru.sosedi.attendance.FeedbackService;
import ru.sosedi.programme.OccurrenceFacts;
import ru.sosedi.registrations.BookingLinks;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/** One question after an event, by the link of a letter; the answer has no name. */
@Controller
@RequestMapping("/feedback/{token}")
class FeedbackController {

	private final BookingLinks links;

	private final FeedbackService feedback;

	FeedbackController(BookingLinks links, FeedbackService feedback) {
		this.links = links;
		this.feedback = feedback;
	}

	@GetMapping
	ModelAndView ask(@PathVariable String token, @RequestParam(required = false) String after) {
		Optional<UUID> one = this.links.bookingOf(BookingLinks.Purpose.FEEDBACK, token);
		try {
			return one.isEmpty() ? dead() : page(token, one.get()).addObject("thanks", "thanks".equals(after));
		}
		catch (NotFoundException erased) {
			return dead();
		}
	}

	@PostMapping
	ModelAndView give(@PathVariable String token, @RequestParam(required = false) String mark,
			@RequestParam(required = false) String words) {
		Optional<UUID> one = this.links.bookingOf(BookingLinks.Purpose.FEEDBACK, token);
		if (one.isEmpty()) {
			return dead();
		}
		try {
			this.feedback.give(one.get(), (mark != null && mark.matches("[1-5]")) ? Integer.valueOf(mark) : null,
					words);
			return new ModelAndView("redirect:/feedback/" + token + "?after=thanks");
		}
		catch (RefusedException refusal) {
			ModelAndView page = page(token, one.get()).addObject("refusal", refusal)
				.addObject("words", words)
				.addObject("mark", mark);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		catch (NotFoundException erased) {
			return dead();
		}
	}

	private ModelAndView page(String token, UUID registration) {
		OccurrenceFacts date = this.feedback.dateOf(registration);
		return new ModelAndView("attendance/feedback").addObject("token", token)
			.addObject("thanks", false)
			.addObject("date", date)
			.addObject("early", !this.feedback.isOver(date))
			.addObject("answered", this.feedback.hasAnswered(registration));
	}

	private static ModelAndView dead() {
		return new ModelAndView("attendance/dead", HttpStatus.NOT_FOUND);
	}

}
