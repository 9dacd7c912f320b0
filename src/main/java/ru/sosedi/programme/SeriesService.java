package ru.sosedi.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.network.Room;
import ru.sosedi.shared.RefusedException;

/** Events that repeat: the rule is kept, its dates are rows. */
@Service
@Transactional(readOnly = true)
public class SeriesService {

	private final SeriesRepository series;

	private final OccurrenceRepository occurrences;

	private final OccurrenceService single;

	private final StaffEvents staff;

	private final DateClaimsOfAll claims;

	private final Clock clock;

	SeriesService(SeriesRepository series, OccurrenceRepository occurrences, OccurrenceService single,
			StaffEvents staff, DateClaimsOfAll claims, Clock clock) {
		this.series = series;
		this.occurrences = occurrences;
		this.single = single;
		this.staff = staff;
		this.claims = claims;
		this.clock = clock;
	}

	/** The rule of an event that the actor may see, if it repeats. */
	public Optional<Series> ofEvent(Actor actor, UUID eventId) {
		return this.series.findByEventId(this.staff.toRead(actor, eventId).id()).map((found) -> {
			found.excludedDays();
			return found;
		});
	}

	/**
	 * Gives an event its rule and the dates that follow from it. When it had a rule
	 * before, dates that are past, and those changed or cancelled by themselves, stay as
	 * they are; all others of the old rule go.
	 * @return how many dates the rule has
	 * @throws RefusedException at the field that makes no sense
	 */
	@Transactional
	public int plan(Actor actor, UUID eventId, SeriesDetails details) {
		Event event = this.staff.toChange(actor, eventId);
		OccurrenceService.requireOpen(event);
		List<OccurrenceDetails> dates = details.dates();
		Room room = this.single.room(event.centre().library(), details.first());
		Optional<Series> present = this.series.findByEventId(eventId);
		Map<String, String> before = present.map((found) -> fields(found.details())).orElse(Map.of());
		if (present.isPresent()) {
			present.get().change(details);
		}
		else {
			this.series.save(new Series(event, details));
		}
		List<Runnable> moves = write(event, dates, room, present.isPresent());
		event.touch(this.clock.instant());
		this.staff.record(actor, "programme.series.planned", event, before, fields(details));
		this.claims.changed(event);
		moves.forEach(Runnable::run);
		return dates.size();
	}

	/** What has to be told once everything is written. */
	private List<Runnable> write(Event event, List<OccurrenceDetails> dates, Room room, boolean again) {
		Instant now = this.clock.instant();
		ZoneId zone = event.centre().library().timeZone();
		List<Occurrence> present = this.occurrences.findOfEvent(event.id());
		List<Occurrence> followers = present.stream()
			.filter((date) -> date.followsRule() && !date.hasBegun(now))
			.toList();
		Map<LocalDate, OccurrenceDetails> wanted = new TreeMap<>();
		for (OccurrenceDetails date : dates) {
			if (!again || start(date, zone).isAfter(now)) {
				wanted.put(date.day(), date);
			}
		}
		leaveAlone(present, followers, wanted, zone);
		// all at once and in their order: nobody waits for another series' dates
		// meanwhile
		this.claims.lock(followers.stream().map(Occurrence::id).toList());
		this.claims.requireFree(followers.stream()
			.filter((follower) -> !wanted.containsKey(ruleDay(follower)))
			.map(Occurrence::id)
			.toList());
		List<Runnable> moves = new ArrayList<>();
		for (Occurrence follower : followers) {
			OccurrenceDetails date = wanted.remove(ruleDay(follower));
			if (date == null) {
				this.occurrences.delete(follower);
			}
			else {
				if (!Objects.equals(date.capacity(), follower.capacity())) {
					this.claims.requireRoomFor(follower.id(), date.capacity());
				}
				Occurrence.Moved moved = OccurrenceService.moved(follower);
				int sequence = follower.sequence();
				follower.follow(date, room, now);
				moves.add(() -> this.single.tellMoved(follower, moved, sequence));
			}
		}
		if (present.size() + wanted.size() > OccurrenceService.MOST_PER_EVENT) {
			throw new RefusedException(null, "programme.occurrence.many", OccurrenceService.MOST_PER_EVENT);
		}
		this.occurrences.flush();
		this.occurrences.saveAllAndFlush(
				wanted.values().stream().map((date) -> new Occurrence(event, date, zone, room, true, now)).toList());
		return moves;
	}

	/**
	 * A day of the rule whose date is past, or was changed or cancelled by itself, is not
	 * made anew; nor is a date that was added by itself at the same hour.
	 */
	private static void leaveAlone(List<Occurrence> present, List<Occurrence> followers,
			Map<LocalDate, OccurrenceDetails> wanted, ZoneId zone) {
		for (Occurrence occurrence : present) {
			if (followers.contains(occurrence)) {
				continue;
			}
			if (occurrence.ruleStart() != null) {
				wanted.remove(ruleDay(occurrence));
			}
			if (occurrence.isScheduled()) {
				wanted.values().removeIf((date) -> start(date, zone).equals(occurrence.startsAt()));
			}
		}
	}

	private static LocalDate ruleDay(Occurrence occurrence) {
		return LocalDate.ofInstant(occurrence.ruleStart(), occurrence.zone());
	}

	private static Instant start(OccurrenceDetails date, ZoneId zone) {
		return date.day().atTime(date.starts()).atZone(zone).toInstant();
	}

	private static Map<String, String> fields(SeriesDetails details) {
		return Map.of("rule", details.recurrence().rule(), "firstDay", details.first().day().toString(), "starts",
				details.first().starts().toString(), "ends", details.first().ends().toString(), "excludedDays",
				details.excludedDays().stream().sorted().toList().toString());
	}

}
