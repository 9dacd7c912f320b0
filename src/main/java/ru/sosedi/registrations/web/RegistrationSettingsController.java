package ru.sosedi.registrations.web;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.registrations.ConsentPurpose;
import ru.sosedi.registrations.ConsentTexts;
import ru.sosedi.registrations.RegistrationSettings;
import ru.sosedi.registrations.RegistrationSettingsService;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** How sign-ups of the network are kept, and what people agree to. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/registrations")
class RegistrationSettingsController {

	private static final String FORM = "registrations/admin/settings";

	private final RegistrationSettingsService settings;

	private final ConsentTexts texts;

	RegistrationSettingsController(RegistrationSettingsService settings, ConsentTexts texts) {
		this.settings = settings;
		this.texts = texts;
	}

	@GetMapping
	String edit(Model model) {
		model.addAttribute("form", RegistrationSettingsForm.of(this.settings.current()));
		return FORM;
	}

	@PostMapping
	String change(Actor actor, @ModelAttribute("form") RegistrationSettingsForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		try {
			this.settings.change(actor, form.toSettings());
			redirect.addFlashAttribute("flash", "registrations.settings.saved");
			return "redirect:/admin/registrations";
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		catch (StaleEditException stale) {
			RegistrationSettings theirs = this.settings.current();
			model.addAttribute("theirs", List.<Option>of());
			model.addAttribute("newVersion", theirs.version());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		return FORM;
	}

	@GetMapping("/consents")
	String texts(Model model) {
		model.addAttribute("versions", this.texts.versions());
		return "registrations/admin/consents";
	}

	@GetMapping("/consents/new")
	String newText(@RequestParam(required = false) String purpose, Model model) {
		ConsentPurpose known = purpose(purpose);
		List<ConsentTexts.Version> versions = this.texts.versions();
		return text(model, known, inForce(versions, known, "ru"), inForce(versions, known, "en"));
	}

	private static String inForce(List<ConsentTexts.Version> versions, ConsentPurpose purpose, String language) {
		return versions.stream()
			.filter((one) -> one.inForce() && one.purpose() == purpose && one.language().equals(language))
			.map(ConsentTexts.Version::words)
			.findFirst()
			.orElse("");
	}

	@PostMapping("/consents")
	String publish(Actor actor, @RequestParam(required = false) String purpose,
			@RequestParam(required = false) String russian, @RequestParam(required = false) String english, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		try {
			this.texts.publish(actor, purpose(purpose), russian, english);
			redirect.addFlashAttribute("flash", "registrations.consent-text.published");
			return "redirect:/admin/registrations/consents";
		}
		catch (RefusedException refusal) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("refusal", refusal);
			return text(model, purpose(purpose), russian, english);
		}
	}

	private static String text(Model model, ConsentPurpose purpose, String russian, String english) {
		model.addAttribute("purpose", purpose);
		model.addAttribute("russian", russian);
		model.addAttribute("english", english);
		return "registrations/admin/consent";
	}

	private static ConsentPurpose purpose(String name) {
		return Arrays.stream(ConsentPurpose.values())
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElse(ConsentPurpose.SIGN_UP);
	}

}
