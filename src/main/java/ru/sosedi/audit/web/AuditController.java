package ru.sosedi.audit.web;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import ru.sosedi.accounts.AdministratorOnly;
import ru.sosedi.audit.AuditRecord;
import ru.sosedi.audit.AuditTrail;
import ru.sosedi.shared.HomeZone;

@Controller
@AdministratorOnly
class AuditController {

	private final AuditTrail trail;

	private final HomeZone zone;

	AuditController(AuditTrail trail, HomeZone zone) {
		this.trail = trail;
		this.zone = zone;
	}

	@GetMapping("/admin/audit")
	String list(@ModelAttribute("filter") AuditFilter filter, @RequestParam(required = false) UUID after, Model model) {
		List<AuditRecord> found = this.trail.newestFirst(filter.toQuery(this.zone.homeZone()), after);
		List<AuditRecord> page = found.subList(0, Math.min(found.size(), AuditTrail.PAGE));
		model.addAttribute("records", page);
		model.addAttribute("actions", this.trail.actions());
		model.addAttribute("zone", this.zone.homeZone());
		model.addAttribute("filtered", !filter.isEmpty());
		if (found.size() > AuditTrail.PAGE) {
			model.addAttribute("more",
					filter.address().queryParam("after", page.getLast().id()).encode().build().toUriString());
		}
		return "audit/record/list";
	}

}
