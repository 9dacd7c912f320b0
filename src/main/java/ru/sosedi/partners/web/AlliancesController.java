package ru.sosedi.partners.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.CoordinatorsOnly;
import ru.sosedi.partners.Alliance;
import ru.sosedi.partners.Alliances;
import ru.sosedi.partners.Member;
import ru.sosedi.partners.NgoDirectory;
import ru.sosedi.partners.PartnerDesk;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.shared.web.Conflicts;
import ru.sosedi.shared.web.Option;
import ru.sosedi.shared.web.Refusals;

/** Alliances: who acts for them, who is in them, joining and leaving. */
@Controller
@CoordinatorsOnly
@RequestMapping("/desk/partners/alliances")
class AlliancesController {

	private static final String LIST = "partners/alliance/list";

	private static final int FOUND = 20;

	private final Alliances alliances;

	private final NgoDirectory directory;

	private final PartnerDesk desk;

	private final PartnerOptions options;

	private final Conflicts conflicts;

	AlliancesController(Alliances alliances, NgoDirectory directory, PartnerDesk desk, PartnerOptions options,
			Conflicts conflicts) {
		this.alliances = alliances;
		this.directory = directory;
		this.desk = desk;
		this.options = options;
		this.conflicts = conflicts;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("form", new AllianceForm("", "", null));
		model.addAttribute("alliances", this.alliances.all());
		return LIST;
	}

	@PostMapping
	String create(Actor actor, @ModelAttribute("form") AllianceForm form, BindingResult errors, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		try {
			Alliance alliance = this.alliances.create(actor, form.name());
			redirect.addFlashAttribute("flash", "partners.alliance.created");
			return "redirect:/desk/partners/alliances/" + alliance.id();
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("alliances", this.alliances.all());
		return LIST;
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, @RequestParam(required = false) String find, Model model, Locale locale) {
		return page(this.alliances.byId(id), find, model, locale);
	}

	@PostMapping("/{id}")
	String change(Actor actor, @PathVariable UUID id, @ModelAttribute("form") AllianceForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, HttpServletResponse response, Locale locale) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			this.alliances.change(actor, id, form.name(), PartnerFields.id(form.legalNgoId()),
					PartnerFields.version(form.version()));
			redirect.addFlashAttribute("flash", "partners.alliance.saved");
			return "redirect:/desk/partners/alliances/" + id;
		}
		catch (RefusedException refusal) {
			Refusals.into(errors, refusal);
		}
		catch (StaleEditException stale) {
			AllianceForm stored = AllianceForm.of(this.alliances.byId(id));
			model.addAttribute("theirs", this.conflicts.between(form, stored, "partners.alliance.field.",
					legalOptions(this.alliances.members(id), locale), locale));
			model.addAttribute("version", stored.version());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		return page(this.alliances.byId(id), null, model, locale);
	}

	@PostMapping("/{id}/members")
	String join(Actor actor, @PathVariable UUID id, @ModelAttribute("joining") MembershipForm form,
			BindingResult errors, Model model, RedirectAttributes redirect, HttpServletResponse response,
			Locale locale) {
		Alliance alliance = this.alliances.byId(id);
		LocalDate day = new PartnerFields(errors).date("joinedOn", form.joinedOn());
		if (!errors.hasErrors()) {
			try {
				this.alliances.join(actor, id, PartnerFields.id(form.ngoId()), day);
				redirect.addFlashAttribute("flash", "partners.membership.joined");
				return "redirect:/desk/partners/alliances/" + id;
			}
			catch (RefusedException refusal) {
				Refusals.into(errors, refusal);
			}
		}
		model.addAttribute("joinRefused", true);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(alliance, null, model, locale);
	}

	@PostMapping("/{id}/members/{membershipId}/departure")
	String leave(Actor actor, @PathVariable UUID id, @PathVariable UUID membershipId,
			@RequestParam(required = false) String leftOn, RedirectAttributes redirect) {
		try {
			this.alliances.leave(actor, id, membershipId, PartnerFields.day("leftOn", leftOn));
			redirect.addFlashAttribute("flash", "partners.membership.left");
		}
		catch (RefusedException refusal) {
			redirect.addFlashAttribute("flash", refusal.messageKey());
		}
		return "redirect:/desk/partners/alliances/" + id;
	}

	private String page(Alliance alliance, String find, Model model, Locale locale) {
		List<Member> members = this.alliances.members(alliance.id());
		model.addAttribute("alliance", alliance);
		model.addAttribute("members", members);
		model.addAttribute("legalOptions", legalOptions(members, locale));
		model.addAttribute("today", this.desk.today());
		model.addAttribute("find", find);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", AllianceForm.of(alliance));
		}
		if (!model.containsAttribute("joining")) {
			model.addAttribute("joining", new MembershipForm("", this.desk.today().toString()));
		}
		MembershipForm joining = (MembershipForm) model.getAttribute("joining");
		model.addAttribute("candidates", candidates(find, PartnerFields.id(joining.ngoId())));
		return "partners/alliance/show";
	}

	/** What the search found, and what was chosen before. */
	private List<Option> candidates(String find, UUID chosen) {
		Stream<Option> kept = Stream.ofNullable(chosen)
			.map((id) -> this.directory.named(List.of(id)).get(id))
			.filter(Objects::nonNull)
			.map((ngo) -> new Option(ngo.id().toString(), ngo.shortName()));
		Stream<Option> found = (find == null || find.isBlank()) ? Stream.empty()
				: this.directory.find(find, FOUND).stream().map((ngo) -> new Option(ngo.id().toString(), ngo.name()));
		return Stream.concat(kept, found).distinct().toList();
	}

	private List<Option> legalOptions(List<Member> members, Locale locale) {
		List<Option> present = members.stream()
			.filter((member) -> member.leftOn() == null)
			.map((member) -> new Option(member.ngoId().toString(), member.shortName()))
			.toList();
		return this.options.withNone("partners.alliance.legal.none", present, locale);
	}

}
