package ru.sosedi.agreements.web;

import java.util.ArrayList;
import java.util.List;

import ru.sosedi.agreements.Agreement;
import ru.sosedi.agreements.AgreementSides;
import ru.sosedi.agreements.SigningWay;
import ru.sosedi.shared.RefusedException;

/** The sides as they were typed. */
record SidesForm(List<Side> sides, String version) {

	SidesForm {
		sides = (sides == null) ? List.of() : sides;
	}

	/**
	 * @param words what to look for among the parties
	 */
	record Side(String roleName, String partyId, String representationId, String way, String words) {

	}

	static SidesForm of(Agreement agreement) {
		return new SidesForm(agreement.parties()
			.stream()
			.map((side) -> new Side(side.roleName(), side.partyId().toString(), Typed.text(side.representationId()),
					side.way().name(), ""))
			.toList(), String.valueOf(agreement.version()));
	}

	/** With as many rows as the agreement has sides, whatever was sent. */
	SidesForm of(int count) {
		List<Side> rows = new ArrayList<>();
		for (int index = 0; index < count; index++) {
			rows.add((index < this.sides.size() && this.sides.get(index) != null) ? this.sides.get(index)
					: new Side("", "", "", "", ""));
		}
		return new SidesForm(rows, this.version);
	}

	/**
	 * @throws RefusedException at the field that cannot be so
	 */
	List<AgreementSides.Wanted> toWanted() {
		List<AgreementSides.Wanted> wanted = new ArrayList<>();
		for (int index = 0; index < this.sides.size(); index++) {
			Side side = this.sides.get(index);
			String at = "sides[" + index + "].";
			wanted.add(new AgreementSides.Wanted(side.roleName(), Typed.id(at + "partyId", side.partyId()),
					Typed.id(at + "representationId", side.representationId()),
					Typed.choice(at + "way", side.way(), SigningWay.class)));
		}
		return wanted;
	}

}
