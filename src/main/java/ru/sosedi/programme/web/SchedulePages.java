package ru.sosedi.programme.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.CentreName;
import ru.sosedi.network.Centres;
import ru.sosedi.network.NeighbourhoodCentre;
import ru.sosedi.programme.DateCheck;
import ru.sosedi.programme.OccurrenceDetails;
import ru.sosedi.programme.OccurrenceService;
import ru.sosedi.programme.SeriesService;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.web.Refusals;

/** The part of the pages that is about dates. */
@Component
class SchedulePages {

	private final EventOptions options;

	private final Centres centres;

	private final DateCheck check;

	private final OccurrenceService occurrences;

	private final SeriesService series;

	SchedulePages(EventOptions options, Centres centres, DateCheck check, OccurrenceService occurrences,
			SeriesService series) {
		this.options = options;
		this.centres = centres;
		this.check = check;
		this.occurrences = occurrences;
		this.series = series;
	}

	/** The centre with that id, if the actor works for it. */
	Optional<CentreName> centre(Actor actor, String centreId) {
		UUID id = Typed.id(centreId);
		return this.options.centreNames(actor).stream().filter((centre) -> centre.id().equals(id)).findFirst();
	}

	void fill(Model model, CentreName centre, ScheduleFields schedule, Locale locale) {
		model.addAttribute("schedule", schedule);
		this.options.ofSchedule(model, centre, locale);
	}

	/** The rooms of a centre alone. */
	void fillRooms(Model model, CentreName centre, Locale locale) {
		model.addAttribute("rooms", this.options.rooms(centre, locale));
	}

	/**
	 * The dates that would be made; nothing when the fields make no sense yet, which is
	 * then told at them.
	 */
	Optional<DatePreview> preview(UUID centreId, boolean inHouse, ScheduleFields schedule, UUID eventId,
			BindingResult errors) {
		Optional<NeighbourhoodCentre> centre = (centreId == null) ? Optional.empty() : this.centres.byId(centreId);
		try {
			List<OccurrenceDetails> dates = schedule.dates();
			return centre.map((found) -> DatePreview.of(dates, this.check.check(found, inHouse, dates, eventId),
					schedule.isSeries()));
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
			return Optional.empty();
		}
	}

	/** Tells at the fields what makes no sense. */
	static void validate(ScheduleFields schedule, BindingResult errors) {
		try {
			schedule.dates();
		}
		catch (RefusedException ex) {
			Refusals.into(errors, ex);
		}
	}

	/** Makes the dates: one, or those of a rule. */
	void save(Actor actor, UUID eventId, ScheduleFields schedule) {
		if (schedule.isSeries()) {
			this.series.plan(actor, eventId, schedule.toSeries());
		}
		else {
			this.occurrences.add(actor, eventId, schedule.toOccurrence());
		}
	}

}
