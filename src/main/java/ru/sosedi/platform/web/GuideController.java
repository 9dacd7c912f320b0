package ru.sosedi.platform.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.platform.Languages;
import ru.sosedi.shared.web.Option;

/** The guide to the components: each of them in each of its states. */
@Controller
@AdministratorOnly
class GuideController {

	private final MessageSource messages;

	private final Clock clock;

	GuideController(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/admin/guide")
	String show(Model model) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		model.addAttribute("form", GuideForm.filled(today));
		model.addAttribute("options", options());
		model.addAttribute("tabs",
				List.of(new Option("/admin/guide", text("list")), new Option("/admin/guide/trouble", text("trouble"))));
		model.addAttribute("today", today);
		model.addAttribute("zone", ZoneOffset.UTC);
		return "guide/components";
	}

	/** The form that was refused, the conflict and the question before an act. */
	@GetMapping("/admin/guide/trouble")
	String trouble(Model model) {
		BindingResult errors = new BeanPropertyBindingResult(GuideForm.empty(), "wrongForm");
		errors.reject("platform.guide.refused");
		errors.rejectValue("title", "platform.guide.title.missing");
		errors.rejectValue("audience", "platform.guide.audience.missing");
		model.addAttribute("wrongForm", errors.getTarget());
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "wrongForm", errors);
		model.addAttribute("options", options());
		model.addAttribute("theirs", List.of(new Option(text("saved"), text("title"))));
		return "guide/trouble";
	}

	private List<Option> options() {
		return List.of(option("children"), option("adults"), option("families"));
	}

	private Option option(String value) {
		return new Option(value, text("audience." + value));
	}

	private String text(String key) {
		return this.messages.getMessage("platform.guide." + key, null, Languages.current());
	}

}
