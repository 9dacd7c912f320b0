package ru.sosedi.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.agreements.AgreementCovers;
import ru.sosedi.agreements.AgreementCovers.Cover;
import ru.sosedi.agreements.Commitment;
import ru.sosedi.agreements.CommitmentKind;
import ru.sosedi.shared.RefusedException;

/** Events and the agreements with their partners. */
@Service
@Transactional(readOnly = true)
public class EventAgreements {

	/** What the closing of an event settles. */
	private static final Set<CommitmentKind> COUNTED = Set.of(CommitmentKind.EVENTS, CommitmentKind.ROOM_HOURS);

	private final OccurrenceRepository occurrences;

	private final EventPartners partners;

	private final EventCommitments commitments;

	private final AgreementCovers covers;

	private final ProgrammeSettings settings;

	private final StaffEvents staff;

	private final Clock clock;

	EventAgreements(OccurrenceRepository occurrences, EventPartners partners, EventCommitments commitments,
			AgreementCovers covers, ProgrammeSettings settings, StaffEvents staff, Clock clock) {
		this.occurrences = occurrences;
		this.partners = partners;
		this.commitments = commitments;
		this.covers = covers;
		this.settings = settings;
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * How the event's days to come fit the agreements; without any, how today does.
	 */
	public AgreementFit of(Event event) {
		AgreementRule rule = this.settings.agreementRule();
		if (event.partners().isEmpty()) {
			return new AgreementFit(rule, List.of(), List.of(), false);
		}
		List<Occurrence> dates = scheduled(event);
		List<LocalDate> days = days(event, dates);
		List<Cover> found = covering(event, event.partners(), days);
		List<PartnerCover> fits = fits(event.partners(), found, days);
		List<Commitment> countable = countable(event, fits);
		boolean saved = this.commitments.isChosen(event.id());
		boolean inRoom = event.deliveryMode() == DeliveryMode.IN_HOUSE
				&& dates.stream().anyMatch((date) -> date.room() != null);
		List<CountedCommitment> kept = saved ? this.commitments.of(event.id()) : List.of();
		Set<UUID> chosen = saved ? kept.stream().map(CountedCommitment::id).collect(Collectors.toSet())
				: AgreementFit.unambiguous(countable, inRoom);
		Map<UUID, String> numbers = new HashMap<>();
		found.forEach((cover) -> numbers.put(cover.agreementId(), cover.number()));
		return new AgreementFit(rule, fits, countable.stream()
			.map((one) -> new AgreementFit.Choice(one, numbers.get(one.agreementId()), chosen.contains(one.id())))
			.toList(), saved);
	}

	private List<Occurrence> scheduled(Event event) {
		return this.occurrences.findOfEvent(event.id()).stream().filter(Occurrence::isScheduled).toList();
	}

	private List<LocalDate> days(Event event, List<Occurrence> dates) {
		List<LocalDate> days = dates.stream()
			.filter((date) -> !date.isOver(this.clock.instant()))
			.map((date) -> date.details().day())
			.distinct()
			.sorted()
			.toList();
		return days.isEmpty() ? List.of(LocalDate.ofInstant(this.clock.instant(), event.centre().library().timeZone()))
				: days;
	}

	private List<Cover> covering(Event event, Collection<PartnerChoice> of, List<LocalDate> days) {
		return this.covers.covering(of.stream().map(PartnerChoice::ngoId).toList(), event.centre().id(),
				days.getFirst(), days.getLast());
	}

	private List<PartnerCover> fits(List<PartnerChoice> of, List<Cover> found, List<LocalDate> days) {
		return this.partners.named(of).stream().map((partner) -> PartnerCover.of(partner, found, days)).toList();
	}

	/**
	 * Promised by or to a partner, for this centre, and counted by the closing of events.
	 */
	private List<Commitment> countable(Event event, List<PartnerCover> fits) {
		Set<UUID> agreements = new HashSet<>();
		Set<UUID> ngos = new HashSet<>();
		fits.forEach((fit) -> {
			ngos.add(fit.partner().id());
			fit.covers().forEach((cover) -> agreements.add(cover.agreementId()));
		});
		return this.covers.commitments(agreements)
			.stream()
			.filter((one) -> COUNTED.contains(one.kind()))
			.filter((one) -> ngos.contains(one.byParty()) || ngos.contains(one.toParty()))
			.filter((one) -> one.centres().isEmpty() || one.centres().contains(event.centre().id()))
			.toList();
	}

	/**
	 * Says what the event counts towards; dates that are closed already stay as they are.
	 * @throws RefusedException when one of them is none that it may count towards
	 */
	@Transactional
	public void choose(Actor actor, UUID eventId, Set<UUID> wanted) {
		Event event = this.staff.toChange(actor, eventId);
		AgreementFit fit = of(event);
		Set<UUID> allowed = fit.choices().stream().map(AgreementFit.Choice::id).collect(Collectors.toSet());
		List<CountedCommitment> before = this.commitments.of(eventId);
		Set<UUID> offered = new HashSet<>(allowed);
		before.forEach((kept) -> offered.add(kept.id()));
		if (!offered.containsAll(wanted)) {
			throw new RefusedException(null, "programme.agreement.choice.unknown");
		}
		Set<UUID> kept = new HashSet<>(wanted);
		// What is not offered any more was not in the form, so nobody can have left it
		// out.
		before.stream().map(CountedCommitment::id).filter((id) -> !allowed.contains(id)).forEach(kept::add);
		write(actor, event, kept, before);
	}

	/** What nobody has chosen yet is chosen where it is unambiguous. */
	@Transactional
	void chooseUnambiguous(Actor actor, Event event, AgreementFit fit) {
		if (!fit.saved() && !fit.chosen().isEmpty()) {
			write(actor, event, fit.chosen(), List.of());
		}
	}

	private void write(Actor actor, Event event, Set<UUID> wanted, List<CountedCommitment> before) {
		this.commitments.choose(actor, event.id(), wanted);
		this.staff.record(actor, "programme.event.commitments", event, Map.of("commitments", words(before)),
				Map.of("commitments", words(this.commitments.of(event.id()))));
	}

	private static String words(List<CountedCommitment> commitments) {
		return commitments.stream().map((one) -> one.number() + ": " + one.what()).collect(Collectors.joining("; "));
	}

	/**
	 * Where the network wants an agreement: a partner who comes to a published event
	 * needs one for its days to come.
	 * @throws RefusedException at {@code partners}
	 */
	void requireCovered(Event event, List<PartnerChoice> wanted) {
		Set<UUID> present = event.partners().stream().map(PartnerChoice::ngoId).collect(Collectors.toSet());
		List<PartnerChoice> fresh = wanted.stream().filter((one) -> !present.contains(one.ngoId())).toList();
		if (fresh.isEmpty() || event.state() != EventState.PUBLISHED
				|| this.settings.agreementRule() != AgreementRule.BLOCK) {
			return;
		}
		List<LocalDate> days = days(event, scheduled(event));
		fits(fresh, covering(event, fresh, days), days).stream()
			.filter((fit) -> !fit.isComplete())
			.findFirst()
			.ifPresent((fit) -> {
				throw new RefusedException("partners", "programme.agreement.blocked", fit.partner().name());
			});
	}

}
