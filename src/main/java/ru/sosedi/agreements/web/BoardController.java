package ru.sosedi.agreements.web;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.AgreementStaffOnly;
import ru.sosedi.agreements.AgreementBoard;
import ru.sosedi.agreements.Agreements;
import ru.sosedi.shared.TypedText;

/** The board of agreements: where each stands and who is waited for. */
@Controller
@AgreementStaffOnly
class BoardController {

	private static final int LONGEST_WORDS = 100;

	private final AgreementBoard board;

	private final Agreements agreements;

	BoardController(AgreementBoard board, Agreements agreements) {
		this.board = board;
		this.agreements = agreements;
	}

	@GetMapping("/desk/agreements")
	String show(Actor actor, @RequestParam(required = false) String q, @RequestParam(required = false) String partner,
			Model model) {
		String words = words(q);
		UUID party = RegisterController.id(partner);
		model.addAttribute("q", words);
		model.addAttribute("partner", party);
		model.addAttribute("board", this.board.of(actor, words, party));
		model.addAttribute("keeps", this.agreements.keeps(actor));
		return "agreements/board/show";
	}

	@GetMapping("/desk/agreements/archive")
	String archive(Actor actor, @RequestParam(required = false) String q, Model model) {
		String words = words(q);
		model.addAttribute("q", words);
		model.addAttribute("lines", this.board.archived(actor, words));
		return "agreements/board/archive";
	}

	private static String words(String q) {
		String words = TypedText.line(q);
		return (words != null && words.length() > LONGEST_WORDS) ? words.substring(0, LONGEST_WORDS) : words;
	}

}
