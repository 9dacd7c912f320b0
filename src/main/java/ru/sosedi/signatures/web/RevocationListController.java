package ru.sosedi.signatures.web;

import java.util.UUID;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;
import ru.sosedi.signatures.RevocationListService;

/** Lists of revoked certificates: load, remove. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/signatures/lists")
class RevocationListController {

	private static final String FORM = "signatures/list/form";

	private static final String OVERVIEW = "redirect:/admin/signatures";

	private final RevocationListService lists;

	RevocationListController(RevocationListService lists) {
		this.lists = lists;
	}

	@GetMapping("/new")
	String choose(Model model) {
		model.addAttribute("form", new UploadForm(null));
		return FORM;
	}

	@PostMapping
	String load(Actor actor, @ModelAttribute("form") UploadForm form, BindingResult errors, RedirectAttributes redirect,
			HttpServletResponse response) {
		try {
			if (!errors.hasErrors()) {
				this.lists.load(actor, form.bytes());
				redirect.addFlashAttribute("flash", "signatures.list.loaded");
				return OVERVIEW;
			}
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return FORM;
	}

	@GetMapping("/{id}/removal")
	String askRemoval(Actor actor, @PathVariable UUID id, Model model) {
		model.addAttribute("list", this.lists.byId(actor, id));
		return "signatures/list/removal";
	}

	@PostMapping("/{id}/removal")
	String remove(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
		this.lists.remove(actor, id);
		redirect.addFlashAttribute("flash", "signatures.list.removed");
		return OVERVIEW;
	}

}
