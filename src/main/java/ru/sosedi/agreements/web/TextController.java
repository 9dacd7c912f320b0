package ru.sosedi.agreements.web;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;

/** The writing desk of a text: every clause with what can be done to it. */
@Controller
@AgreementStaffOnly
@RequestMapping("/desk/agreements/{id}/text")
class TextController {

	private final AgreementPages pages;

	TextController(AgreementPages pages) {
		this.pages = pages;
	}

	@GetMapping
	String show(Actor actor, @PathVariable UUID id, Model model) {
		return this.pages.text(actor, id, model);
	}

}
