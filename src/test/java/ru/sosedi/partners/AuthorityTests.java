package ru.sosedi.partners;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.TestClock;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class AuthorityTests {

	private static final LocalDate END = LocalDate.of(2027, 3, 31);

	@Autowired
	Representations representations;

	@Autowired
	SimpleSignatureAccessions accessions;

	@Autowired
	AuthorityReminders reminders;

	@Autowired
	PartnerDesk desk;

	@Autowired
	PartnersWorld world;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	TestClock.MovableClock clock;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void putTheClockBack() {
		this.clock.reset();
	}

	@Test
	void anAccountSpeaksForThePartyOnTheDaysOfItsAuthorityOnly() {
		Ngo ngo = this.world.ngo("Полномочия " + Ids.next());
		Actor leader = this.accounts.ngoLeader(ngo.id());
		Representative one = this.representations.record(Actor.portal(), ngo.id(), power(leader, END));
		assertThat(this.representations.ofAccount(ngo.id(), leader.accountId(), END)).contains(one);
		assertThat(this.representations.ofAccount(ngo.id(), leader.accountId(), END.plusDays(1))).isEmpty();
		assertThat(this.representations.ofAccount(ngo.id(), leader.accountId(), PartnersWorld.SINCE.minusDays(1)))
			.isEmpty();
		assertThat(one.actsOn(END)).isTrue();
		assertThat(one.endedBefore(END.plusDays(1))).isTrue();
	}

	@Test
	void nobodyRecordsAuthorityForHerself() {
		Ngo ngo = this.world.ngo("Сама себе " + Ids.next());
		Actor leader = this.accounts.ngoLeader(ngo.id());
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.representations.record(leader, ngo.id(), PartnersWorld.charter(leader.accountId())));
		assertThat(this.representations.of(ngo.id())).isEmpty();
	}

	@Test
	void onlyPeopleOfThePartyCanBeLinked() {
		Ngo ngo = this.world.ngo("Чужой человек " + Ids.next());
		Actor stranger = this.accounts.signatory(this.world.ngo("Другая " + Ids.next()).id());
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.world.representative(ngo.id(), stranger.accountId()))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("accountId"));
	}

	@Test
	void aMachineReadablePowerHasAGuid() {
		for (String number : List.of("42", "1d3f0e2a-7c41-4b8e-9a55-0c6f2e8d7b1",
				"zd3f0e2a-7c41-4b8e-9a55-0c6f2e8d7b13")) {
			assertThatExceptionOfType(RefusedException.class).as(number)
				.isThrownBy(() -> machineReadable(number))
				.satisfies((ex) -> assertThat(ex.messageKey()).endsWith("not-guid"));
		}
		assertThat(machineReadable("1D3F0E2A-7C41-4B8E-9A55-0C6F2E8D7B13").authorityNumber())
			.isEqualTo("1d3f0e2a-7c41-4b8e-9a55-0c6f2e8d7b13");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> new RepresentativeDetails(null, "А Б", "А Б", "п", "п", AuthorityKind.POWER_OF_ATTORNEY,
					"5", END, END, END.minusDays(1)))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("validUntil"));
	}

	private static RepresentativeDetails machineReadable(String number) {
		return new RepresentativeDetails(null, "А Б", "А Б", "п", "п", AuthorityKind.MACHINE_READABLE_POWER, number,
				END, END, null);
	}

	private static RepresentativeDetails power(Actor actor, LocalDate until) {
		return new RepresentativeDetails((actor == null) ? null : actor.accountId(), "Пётр Мостовой", "Петра Мостового",
				"Управляющий", "управляющего", AuthorityKind.POWER_OF_ATTORNEY, "5", PartnersWorld.SINCE,
				PartnersWorld.SINCE, until);
	}

	@Test
	void remindersGoThirtyAndSevenDaysBeforeTheEndOnceAndThenAMarkStays() {
		Ngo ngo = this.world.ngo("Напоминание " + Ids.next());
		Actor leader = this.accounts.ngoLeader(ngo.id());
		Representative one = this.representations.record(Actor.portal(), ngo.id(), power(leader, END));
		assertThat(lettersAt("2027-02-28T06:00:00Z", leader)).as("31 days").isZero();
		assertThat(lettersAt("2027-03-01T06:00:00Z", leader)).as("30 days").isEqualTo(1);
		assertThat(lettersAt("2027-03-02T06:00:00Z", leader)).as("29 days").isEqualTo(1);
		assertThat(lettersAt("2027-03-24T06:00:00Z", leader)).as("7 days").isEqualTo(2);
		assertThat(lettersAt("2027-04-05T06:00:00Z", leader)).as("over").isEqualTo(2);
		assertThat(this.desk.ends(leader)).singleElement().satisfies((end) -> {
			assertThat(end.partyId()).isEqualTo(ngo.id());
			assertThat(end.over()).isTrue();
		});
		assertThat(this.desk.ends(this.accounts.ngoLeader(Ids.next()))).isEmpty();
		long version = this.representations.forUpkeep(Actor.portal(), ngo.id(), one.id()).version();
		this.representations.change(Actor.portal(), ngo.id(), one.id(), power(leader, null), version);
		assertThat(this.desk.ends(leader)).as("a later authority takes the mark away").isEmpty();
	}

	@Test
	void whereALaterAuthorityIsRecordedNobodyIsReminded() {
		Ngo ngo = this.world.ngo("Преемник " + Ids.next());
		Actor leader = this.accounts.ngoLeader(ngo.id());
		this.representations.record(Actor.portal(), ngo.id(), power(leader, END));
		this.representations.record(Actor.portal(), ngo.id(), power(null, END.plusYears(1)));
		assertThat(lettersAt("2027-03-05T06:00:00Z", leader)).isZero();
	}

	private int lettersAt(String moment, Actor actor) {
		this.clock.moveTo(Instant.parse(moment));
		this.reminders.send();
		return this.jdbc.sql("select count(*) from outbox_message where recipient = ? and kind = ?")
			.params(this.accounts.emailOf(actor), "partners.authority-ends")
			.query(Integer.class)
			.single();
	}

	@Test
	void theSimpleSignatureIsCoveredFromItsDocumentToItsEnd() {
		Ngo ngo = this.world.ngo("Простая подпись " + Ids.next());
		Actor coordinator = this.accounts.coordinator();
		assertThat(this.accessions.covers(ngo.id(), PartnersWorld.SINCE)).isFalse();
		SimpleSignatureAccession one = this.world.accession(ngo.id());
		assertThat(this.accessions.covers(ngo.id(), PartnersWorld.SINCE.minusDays(1))).isFalse();
		assertThat(this.accessions.covers(ngo.id(), PartnersWorld.SINCE)).isTrue();
		this.accessions.end(coordinator, ngo.id(), one.id(), PartnersWorld.SINCE.plusDays(10));
		assertThat(this.accessions.covers(ngo.id(), PartnersWorld.SINCE.plusDays(10))).isTrue();
		assertThat(this.accessions.covers(ngo.id(), PartnersWorld.SINCE.plusDays(11))).isFalse();
		assertThat(this.accessions.scan(this.accounts.ngoLeader(ngo.id()), ngo.id(), one.id()).content())
			.isEqualTo(PartnersWorld.pdf());
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.accessions.scan(this.accounts.ngoLeader(Ids.next()), ngo.id(), one.id()));
	}

	@Test
	void aScanIsJudgedByItsContent() {
		for (byte[] file : List.of(new byte[0], "MZ, not a scan".getBytes(), "<svg xmlns='x'/>".getBytes(),
				new byte[Scan.MOST_BYTES + 1])) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Scan.of("scan.pdf", file));
		}
		assertThat(Scan.of("C:\\docs\\скан\n.exe", PartnersWorld.pdf()))
			.satisfies((scan) -> assertThat(scan.name()).isEqualTo("скан .exe"))
			.satisfies((scan) -> assertThat(scan.kind()).isEqualTo("application/pdf"));
	}

}
