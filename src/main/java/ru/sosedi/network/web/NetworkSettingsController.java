package ru.sosedi.network.web;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import ru.sosedi.network.Network;
import ru.sosedi.network.NetworkDetails;
import ru.sosedi.network.NetworkService;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Conflicts;
import ru.sosedi.shared.web.Refusals;

/** What the network says of itself, its logo, and what residents see. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/network/settings")
class NetworkSettingsController {

	private static final String FORM = "network/settings/form";

	private static final String DONE = "redirect:/admin/network/settings";

	private final NetworkService networks;

	private final NetworkOptions options;

	private final Conflicts conflicts;

	NetworkSettingsController(NetworkService networks, NetworkOptions options, Conflicts conflicts) {
		this.networks = networks;
		this.options = options;
		this.conflicts = conflicts;
	}

	@GetMapping
	String edit(Model model, Locale locale) {
		model.addAttribute("form", NetworkSettingsForm.of(this.networks.stored()));
		model.addAttribute("logoForm", new LogoForm(null));
		return page(model, locale);
	}

	@PostMapping
	String change(Actor actor, @Valid @ModelAttribute("form") NetworkSettingsForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			NetworkDetails details = form.toDetails(errors);
			if (details != null) {
				this.networks.change(actor, details, Versions.of(form.version()));
				redirect.addFlashAttribute("flash", "network.settings.saved");
				return DONE;
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		catch (StaleEditException ex) {
			Network stored = this.networks.stored();
			model.addAttribute("theirs", this.conflicts.between(form, NetworkSettingsForm.of(stored),
					"network.settings.field.", this.options.zones(form.timeZone(), locale), locale));
			model.addAttribute("version", stored.version());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		model.addAttribute("logoForm", new LogoForm(null));
		return page(model, locale);
	}

	@PostMapping("/logo")
	String wearLogo(Actor actor, @ModelAttribute("logoForm") LogoForm logo, BindingResult errors, Model model,
			RedirectAttributes redirect, HttpServletResponse response, Locale locale) throws IOException {
		try {
			this.networks.wearLogo(actor, (logo.logo() == null) ? new byte[0] : logo.logo().getBytes());
			redirect.addFlashAttribute("flash", "network.settings.logo.saved");
			return DONE;
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("form", NetworkSettingsForm.of(this.networks.stored()));
		return page(model, locale);
	}

	@PostMapping("/logo/removal")
	String removeLogo(Actor actor, RedirectAttributes redirect) {
		this.networks.removeLogo(actor);
		redirect.addFlashAttribute("flash", "network.settings.logo.removed");
		return DONE;
	}

	private String page(Model model, Locale locale) {
		Network stored = this.networks.stored();
		model.addAttribute("zones", this.options.zones(stored.timeZone().getId(), locale));
		model.addAttribute("stored", stored);
		return FORM;
	}

}
