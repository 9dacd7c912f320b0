package ru.sosedi.programme.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.programme.AgreementRule;
import ru.sosedi.programme.ProgrammeSettings;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Option;

/** Rules of the programme that the network sets for itself. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/programme/settings")
class ProgrammeSettingsController {

	private static final String PAGE = "programme/settings/form";

	private final ProgrammeSettings settings;

	private final MessageSource messages;

	ProgrammeSettingsController(ProgrammeSettings settings, MessageSource messages) {
		this.settings = settings;
		this.messages = messages;
	}

	/** As typed. */
	record Form(String agreementRule, String version) {

		static Form of(ProgrammeSettings.Stored stored) {
			return new Form(stored.agreementRule().name(), String.valueOf(stored.version()));
		}

		long editedVersion() {
			return (this.version != null && this.version.matches("[0-9]{1,9}")) ? Long.parseLong(this.version) : -1;
		}

	}

	@GetMapping
	String edit(Model model, Locale locale) {
		ProgrammeSettings.Stored stored = this.settings.stored();
		model.addAttribute("form", Form.of(stored));
		return page(model, stored, locale);
	}

	@PostMapping
	String change(Actor actor, @ModelAttribute("form") Form form, BindingResult errors, Model model, Locale locale,
			HttpServletResponse response, RedirectAttributes redirect) {
		AgreementRule rule = Typed.choice(AgreementRule.class, form.agreementRule());
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			if (rule != null) {
				this.settings.change(actor, rule, form.editedVersion());
				redirect.addFlashAttribute("flash", "programme.settings.saved");
				return "redirect:/admin/programme/settings";
			}
			errors.rejectValue("agreementRule", "programme.settings.rule.missing");
		}
		catch (StaleEditException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			AgreementRule theirs = this.settings.agreementRule();
			model.addAttribute("theirs",
					List.of(new Option(text(theirs.messageKey(), locale), text("programme.settings.rule", locale))));
		}
		return page(model, this.settings.stored(), locale);
	}

	private String page(Model model, ProgrammeSettings.Stored stored, Locale locale) {
		model.addAttribute("version", stored.version());
		model.addAttribute("rules",
				Stream.of(AgreementRule.values())
					.map((rule) -> new Option(rule.name(), text(rule.messageKey(), locale)))
					.toList());
		return PAGE;
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
