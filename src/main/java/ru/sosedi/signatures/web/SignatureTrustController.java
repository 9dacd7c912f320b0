package ru.sosedi.signatures.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.signatures.RevocationListService;
import ru.sosedi.signatures.TrustedRootService;

/** Who is trusted, and whose lists of revoked certificates are there. */
@Controller
@AdministratorOnly
@RequestMapping("/admin/signatures")
class SignatureTrustController {

	private final TrustedRootService roots;

	private final RevocationListService lists;

	SignatureTrustController(TrustedRootService roots, RevocationListService lists) {
		this.roots = roots;
		this.lists = lists;
	}

	@GetMapping
	String show(Actor actor, Model model) {
		model.addAttribute("roots", this.roots.all(actor));
		model.addAttribute("lists", this.lists.all(actor));
		return "signatures/show";
	}

}
