package ru.sosedi.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files under {@code demo/} that describe the invented city; dates in them are days
 * from today.
 */
final class DemoFile {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private DemoFile() {
	}

	static City city() {
		return JSON.readValue(bytes("city.json"), City.class);
	}

	static List<EventEntry> programme() {
		return JSON.readValue(bytes("listings.json"), Programme.class).events();
	}

	static Partners partners() {
		return JSON.readValue(bytes("city-partners.json"), Partners.class);
	}

	static List<AgreementEntry> agreements() {
		return JSON.readValue(bytes("city-agreements.json"), AgreementEntries.class).agreements();
	}

	static byte[] picture(String name) {
		return bytes("pictures/" + name + ".png");
	}

	private static byte[] bytes(String file) {
		try (InputStream in = new ClassPathResource("demo/" + file).getInputStream()) {
			return in.readAllBytes();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	record City(NetworkEntry network, LibrarySystemEntry librarySystem, List<LibraryEntry> libraries,
			List<PersonEntry> people) {
	}

	/**
	 * @param libraries the numbers of the libraries where a librarian works
	 */
	record PersonEntry(String email, String name, String role, List<Integer> libraries, String ngo) {
	}

	record NetworkEntry(String name, String city, String alliance, String about, String email, String phone,
			String address, String timeZone) {
	}

	record LibrarySystemEntry(String name, String shortName, String founder, String director, String inn, String kpp,
			String ogrn, String address, String phone, String email) {
	}

	/**
	 * Maintenance is a pair: ISO weekday, ordinal in the month (−1 the last).
	 * Accessibility: level and note.
	 */
	record LibraryEntry(int number, String name, String district, String address, double latitude, double longitude,
			int foundedYear, String phone, String email, Map<String, TimetableEntry> timetables,
			List<Integer> maintenance, List<RoomEntry> rooms, Map<String, List<String>> accessibility,
			List<String> badges, List<String> services, CentreEntry centre, String about) {
	}

	/**
	 * From and to are {@code MM-dd}; the keys of days are ISO weekdays, one or a range;
	 * lunch may be {@code null}.
	 */
	record TimetableEntry(String from, String to, Map<String, String> days, String lunch) {
	}

	record RoomEntry(String name, String kind, Integer seats, BigDecimal area, List<String> equipment, String noise,
			boolean stepFree, boolean needsStaff) {
	}

	record CentreEntry(String name, String state, String kind, String about, Integer daysFromToday, String reason) {
	}

	record Partners(List<NgoEntry> ngos, AllianceEntry alliance, RepresentativeEntry libraryRepresentative) {
	}

	/**
	 * @param joinedDaysAgo {@code null} for who is no member of the alliance
	 */
	record NgoEntry(String shortName, String fullName, String legalForm, String inn, String ogrn, String kpp,
			String address, String bank, List<String> areas, List<String> territories, String about, String phone,
			String email, RepresentativeEntry representative, List<RegisterLine> registers, boolean accession,
			Integer joinedDaysAgo) {
	}

	record RegisterLine(String kind, String number, String date) {
	}

	record AllianceEntry(String name, String actsThrough) {
	}

	/**
	 * @param account the address that this person signs in with, or {@code null}
	 */
	record RepresentativeEntry(String name, String nameGenitive, String post, String postGenitive, String account,
			String authority, String number, Integer issuedDaysAgo, Integer validForDays) {
	}

	record AgreementEntries(List<AgreementEntry> agreements) {
	}

	/**
	 * @param libraries the numbers of those whose centres it covers
	 * @param days of its term from today
	 * @param stage how far it has come: DRAFT, SENT, ONE_SIGNED or SIGNED
	 */
	record AgreementEntry(String kind, String title, String ngo, List<Integer> libraries, boolean allCentres, int days,
			Integer prolongationMonths, Map<String, String> fields, String stage, boolean published, String remark,
			List<CommitmentEntry> commitments) {
	}

	/**
	 * @param by NGO or LIBRARY
	 * @param clause its number in the text
	 * @param dueInDays of what is done once, else {@code null}
	 */
	record CommitmentEntry(String by, String kind, String what, int amount, String cadence, String clause,
			Integer dueInDays) {
	}

	record Programme(List<EventEntry> events) {
	}

	record EventEntry(int library, String form, String title, String summary, String description, int ageMark,
			List<String> audiences, List<String> themes, ScheduleEntry schedule, LocalTime start, int minutes,
			String room, String place, Integer capacity, String admission, String deliveryMode, List<String> partners,
			String accessibility, String contact, String picture, String pictureAlt, String state,
			CancelledDateEntry cancelledDate) {
	}

	/**
	 * @param ahead which of the dates to come, the first is 1
	 */
	record CancelledDateEntry(int ahead, String reason) {
	}

	/**
	 * One of: every week on the weekdays; every second week; the last or n-th weekday of
	 * a month; days from today.
	 */
	record ScheduleEntry(List<String> weekly, String everySecond, String last, Integer nth, String day,
			List<Integer> days) {
	}

}
