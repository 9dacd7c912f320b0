package ru.sosedi.partners.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.validation.BindingResult;
import ru.sosedi.partners.AreaOfWork;
import ru.sosedi.partners.LegalForm;
import ru.sosedi.partners.Ngo;
import ru.sosedi.partners.NgoDetails;
import ru.sosedi.partners.NgoRequisites;
import ru.sosedi.partners.RegisterEntry;
import ru.sosedi.partners.RegisterKind;

/**
 * The card of an NGO as it was typed.
 *
 * @param territories one a line
 * @param another whether somebody looked at similar names and said that it is another NGO
 */
record NgoForm(String shortName, String fullName, String legalForm, String inn, String ogrn, String kpp, String address,
		String bankDetails, List<String> areas, String territories, String about, String phone, Boolean phonePublic,
		String email, Boolean emailPublic, String site, List<RegisterForm> registers, Boolean another, Long version) {

	private static final int BLANK_LINES = 2;

	NgoForm {
		areas = (areas == null) ? List.of() : areas.stream().filter(Objects::nonNull).toList();
		registers = lines(registers);
	}

	/** The filled lines, and two empty ones for more. */
	private static List<RegisterForm> lines(List<RegisterForm> typed) {
		List<RegisterForm> lines = new ArrayList<>((typed == null) ? List.of()
				: typed.stream().filter((line) -> line != null && !line.isEmpty()).toList());
		for (int i = 0; i < BLANK_LINES; i++) {
			lines.add(RegisterForm.empty());
		}
		return List.copyOf(lines);
	}

	static NgoForm named(String name, Long version) {
		return new NgoForm(name, "", "", "", "", "", "", "", null, "", "", "", false, "", false, "", null, false,
				version);
	}

	static NgoForm of(Ngo ngo) {
		if (ngo.isNamedOnly()) {
			return named(ngo.shortName(), ngo.version());
		}
		NgoDetails card = ngo.details();
		return new NgoForm(card.shortName(), card.fullName(), card.legalForm().name(), text(card.inn()),
				text(card.ogrn()), text(card.kpp()), text(card.address()), text(card.bankDetails()),
				card.areas().stream().map(AreaOfWork::name).sorted().toList(), String.join("\n", card.territories()),
				text(card.about()), text(card.phone()), card.phonePublic(), text(card.email()), card.emailPublic(),
				text(card.site()), card.registers().stream().map(RegisterForm::of).toList(), false, ngo.version());
	}

	private static String text(Object value) {
		return (value == null) ? "" : value.toString();
	}

	/** {@code null} when there are errors. */
	NgoDetails toDetails(BindingResult errors) {
		PartnerFields fields = new PartnerFields(errors);
		NgoRequisites requisites = new NgoRequisites(fields.read(() -> NgoRequisites.inn(this.inn, "inn")),
				fields.read(() -> NgoRequisites.ogrn(this.ogrn, "ogrn")),
				fields.read(() -> NgoRequisites.kpp(this.kpp, "kpp")));
		List<RegisterEntry> entries = fields.read(this::entries);
		NgoDetails details = fields.read(() -> new NgoDetails(this.shortName, this.fullName,
				PartnerFields.known(this.legalForm, LegalForm.class), requisites.inn(), requisites.ogrn(),
				requisites.kpp(), this.address, this.bankDetails, areasOfWork(), PartnerFields.lines(this.territories),
				this.about, this.phone, yes(this.phonePublic), this.email, yes(this.emailPublic), this.site, entries));
		return errors.hasErrors() ? null : details;
	}

	boolean isAnother() {
		return yes(this.another);
	}

	private static boolean yes(Boolean tick) {
		return Boolean.TRUE.equals(tick);
	}

	private Set<AreaOfWork> areasOfWork() {
		return this.areas.stream()
			.map((area) -> PartnerFields.known(area, AreaOfWork.class))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	private List<RegisterEntry> entries() {
		return this.registers.stream()
			.filter((line) -> !line.isEmpty())
			.map((line) -> RegisterEntry.of(PartnerFields.known(line.kind(), RegisterKind.class), line.number(),
					PartnerFields.day("registers", line.enteredOn()), line.link()))
			.toList();
	}

}
