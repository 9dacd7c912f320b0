package ru.sosedi.network;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;

/**
 * Keeps the one-off closures of libraries: an administrator everywhere, a librarian in
 * her own ones.
 */
@Service
@Transactional(readOnly = true)
public class ClosureService {

	private static final int LONGEST_YEARS = 5;

	private static final Limit MOST = Limit.of(200);

	private final ClosureRepository closures;

	private final LibraryService libraries;

	private final Trail trail;

	ClosureService(ClosureRepository closures, LibraryService libraries, Trail trail) {
		this.closures = closures;
		this.libraries = libraries;
		this.trail = trail;
	}

	/** The closures that are not over on that day, in order of time. */
	public List<Closure> since(UUID libraryId, LocalDate day) {
		return this.closures.findByLibraryIdAndLastDayGreaterThanEqualOrderByFirstDay(libraryId, day, MOST);
	}

	/**
	 * @throws RefusedException naming the field that cannot be so
	 */
	@Transactional
	public Closure add(Actor actor, UUID libraryId, LocalDate firstDay, LocalDate lastDay, String reason) {
		Library library = this.libraries.forKeeping(actor, libraryId);
		if (lastDay.isAfter(firstDay.plusYears(LONGEST_YEARS))) {
			throw new RefusedException("lastDay", "network.hours.closure.long");
		}
		Closure closure = this.closures.save(new Closure(library, firstDay, lastDay, reason));
		this.trail.tell(actor, "network.closure.added", Closure.class, closure.id(), library.name(), Map.of(),
				fields(closure));
		return closure;
	}

	/**
	 * @throws NotFoundException when it is not a closure of that library
	 */
	@Transactional
	public void remove(Actor actor, UUID libraryId, UUID id) {
		Library library = this.libraries.forKeeping(actor, libraryId);
		Closure closure = this.closures.findByIdAndLibraryId(id, libraryId)
			.orElseThrow(() -> new NotFoundException("closure " + id));
		this.closures.delete(closure);
		this.trail.tell(actor, "network.closure.removed", Closure.class, id, library.name(), fields(closure), Map.of());
	}

	private static Map<String, String> fields(Closure closure) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("firstDay", closure.firstDay().toString());
		fields.put("lastDay", closure.lastDay().toString());
		fields.put("reason", closure.reason());
		return fields;
	}

}
