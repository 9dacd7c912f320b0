package ru.sosedi.partners.web;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.partners.Logo;
import ru.sosedi.partners.NgoLogos;
import ru.sosedi.partners.PartnerKeepersOnly;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** The logo of an NGO, for residents and for those who keep its card. */
@Controller
class NgoLogoController {

	private static final Duration KEPT = Duration.ofMinutes(10);

	private final NgoLogos logos;

	private final PartnerPages pages;

	NgoLogoController(NgoLogos logos, PartnerPages pages) {
		this.logos = logos;
		this.pages = pages;
	}

	@GetMapping("/partners/{slug}/logo")
	ResponseEntity<byte[]> show(@PathVariable String slug, WebRequest request) {
		Logo logo = this.logos.ofListed(slug).orElseThrow(() -> new NotFoundException("logo of " + slug));
		if (request.checkNotModified("\"" + logo.tag() + "\"")) {
			return null;
		}
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(KEPT).cachePublic())
			.contentType(MediaType.IMAGE_PNG)
			.body(logo.png());
	}

	@GetMapping("/desk/partners/{id}/logo")
	@PartnerKeepersOnly
	ResponseEntity<byte[]> preview(Actor actor, @PathVariable UUID id) {
		Logo logo = this.logos.forUpkeep(actor, id).orElseThrow(() -> new NotFoundException("logo of " + id));
		return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(logo.png());
	}

	@PostMapping("/desk/partners/{id}/logo")
	@PartnerKeepersOnly
	String wear(Actor actor, @PathVariable UUID id, @ModelAttribute("logoForm") NgoLogoForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response) throws IOException {
		try {
			this.logos.wear(actor, id, (form.logo() == null) ? new byte[0] : form.logo().getBytes());
			redirect.addFlashAttribute("flash", "partners.ngo.logo.saved");
			return "redirect:/desk/partners/" + id;
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return this.pages.show(actor, id, model);
	}

	@PostMapping("/desk/partners/{id}/logo/removal")
	@PartnerKeepersOnly
	String remove(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.logos.remove(actor, id);
		redirect.addFlashAttribute("flash", "partners.ngo.logo.gone");
		return "redirect:/desk/partners/" + id;
	}

}
