package ru.sosedi.registrations.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import ru.sosedi.registrations.Booking;
import ru.sosedi.shared.web.Option;

/** The form of the terms, for an event and for one date. */
@Component
class AdmissionTermsPages {

	private final MessageSource messages;

	AdmissionTermsPages(MessageSource messages) {
		this.messages = messages;
	}

	/** Shows the fields, and what was said about them. */
	String page(Model model, AdmissionTermsFields fields, BindingResult errors, Locale locale) {
		BindingResult same = new BeanPropertyBindingResult(fields, "form");
		if (errors != null) {
			same.addAllErrors(errors);
		}
		model.addAttribute("form", fields);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", same);
		model.addAttribute("units",
				AdmissionTermsFields.UNITS.stream()
					.map((unit) -> new Option(unit.name(), text("registrations.terms.unit." + unit.name(), locale)))
					.toList());
		model.addAttribute("bookings",
				Arrays.stream(Booking.values())
					.map((booking) -> new Option(booking.name(), text("registrations.booking." + booking, locale)))
					.toList());
		for (String tick : List.of("waitingList", "moderated", "asksAges")) {
			model.addAttribute(tick + "Options",
					List.of(new Option("yes", text("registrations.terms." + tick, locale))));
		}
		return "registrations/desk/terms";
	}

	/** What is saved where it differs from what was typed. */
	List<Option> differing(AdmissionTermsFields typed, AdmissionTermsFields saved, Locale locale) {
		List<Option> differing = new ArrayList<>();
		compare(differing, "minimum", typed.minimum(), saved.minimum(), locale);
		compare(differing, "opens", typed.opensDaysBefore(), saved.opensDaysBefore(), locale);
		compare(differing, "closes", closes(typed, locale), closes(saved, locale), locale);
		compare(differing, "largest", typed.largestGroup(), saved.largestGroup(), locale);
		compare(differing, "waiting", tick(typed.waitingList(), locale), tick(saved.waitingList(), locale), locale);
		compare(differing, "waiting-most", typed.waitingMost(), saved.waitingMost(), locale);
		compare(differing, "moderation", tick(typed.moderated(), locale), tick(saved.moderated(), locale), locale);
		compare(differing, "ages", tick(typed.asksAges(), locale), tick(saved.asksAges(), locale), locale);
		if (typed.booking() != null) {
			compare(differing, "booking", text("registrations.booking." + typed.booking(), locale),
					text("registrations.booking." + saved.booking(), locale), locale);
		}
		return differing;
	}

	private void compare(List<Option> differing, String label, String typed, String saved, Locale locale) {
		if (!((typed == null) ? "" : typed.strip()).equals(saved)) {
			differing.add(new Option(saved.isEmpty() ? text("registrations.terms.nothing", locale) : saved,
					text("registrations.terms." + label, locale)));
		}
	}

	private String closes(AdmissionTermsFields fields, Locale locale) {
		return AdmissionTermsFields.UNITS.stream().anyMatch((unit) -> unit.name().equals(fields.closesUnit()))
				? fields.closesMinutesBefore() + " " + text("registrations.terms.unit." + fields.closesUnit(), locale)
				: fields.closesMinutesBefore();
	}

	private String tick(List<String> tick, Locale locale) {
		return text((tick == null || tick.isEmpty()) ? "registrations.terms.no" : "registrations.terms.yes", locale);
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, key, locale);
	}

}
