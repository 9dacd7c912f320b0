package ru.sosedi.registrations.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.registrations.ErasureActs;
import ru.sosedi.registrations.PersonalDataErasure;
import ru.sosedi.registrations.PersonalDataLooks;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PhoneNumber;

/** Who looked at personal data, what was erased, and erasing what somebody asks for. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/registrations")
class PersonalDataController {

	private final PersonalDataLooks looks;

	private final ErasureActs acts;

	private final PersonalDataErasure erasure;

	PersonalDataController(PersonalDataLooks looks, ErasureActs acts, PersonalDataErasure erasure) {
		this.looks = looks;
		this.acts = acts;
		this.erasure = erasure;
	}

	@GetMapping("/looks")
	String looks(@RequestParam(required = false) String person, @RequestParam(required = false) UUID after,
			Model model) {
		String part = (person == null || person.isBlank()) ? null : person.strip();
		List<PersonalDataLooks.Look> found = this.looks.newestFirst(part, after);
		List<PersonalDataLooks.Look> page = found.subList(0, Math.min(found.size(), PersonalDataLooks.PAGE));
		model.addAttribute("person", part);
		model.addAttribute("looks", page);
		if (found.size() > PersonalDataLooks.PAGE) {
			UriComponentsBuilder more = UriComponentsBuilder.fromPath("/admin/registrations/looks")
				.queryParam("after", page.getLast().id());
			if (part != null) {
				more.queryParam("person", "{person}");
			}
			model.addAttribute("more", (part != null) ? more.build(part).toString() : more.toUriString());
		}
		return "registrations/admin/looks";
	}

	@GetMapping("/erasures")
	String erasures(@RequestParam(required = false) UUID after, Model model) {
		List<ErasureActs.Act> found = this.acts.newestFirst(after);
		List<ErasureActs.Act> page = found.subList(0, Math.min(found.size(), ErasureActs.PAGE));
		model.addAttribute("acts", page);
		model.addAttribute("more", (found.size() > ErasureActs.PAGE)
				? "/admin/registrations/erasures?after=" + page.getLast().id() : null);
		return "registrations/admin/erasures";
	}

	@GetMapping("/erasures/{id}/act.pdf")
	ResponseEntity<byte[]> act(@PathVariable UUID id, Locale locale) {
		return OwnDataController.file(this.acts.pdf(id, locale), MediaType.APPLICATION_PDF, "erasure-" + id + ".pdf");
	}

	@GetMapping("/erasures/new")
	String ask(Model model) {
		model.addAttribute("contact", "");
		return "registrations/admin/erasure";
	}

	/** Shows how much there is before it asks once; nobody's name is shown. */
	@PostMapping("/erasures")
	String erase(Actor actor, @RequestParam(required = false) String contact,
			@RequestParam(required = false) String confirmed, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		String exact = exact(contact);
		int count = (exact == null) ? 0 : this.erasure.countOf(exact);
		if (count > 0 && "yes".equals(confirmed)) {
			this.erasure.eraseContact(actor, exact);
			redirect.addFlashAttribute("flash", "registrations.erasure.done");
			return "redirect:/admin/registrations/erasures";
		}
		model.addAttribute("contact", (contact == null) ? "" : contact);
		model.addAttribute("count", count);
		model.addAttribute("odd", exact == null);
		if (exact == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return "registrations/admin/erasure";
	}

	private static String exact(String typed) {
		if (Email.isEmail(typed)) {
			return Email.of(typed).value();
		}
		return PhoneNumber.isPhoneNumber(typed) ? PhoneNumber.of(typed).value() : null;
	}

}
