package ru.sosedi.partners;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class AlliancesTests {

	private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

	@Autowired
	Alliances alliances;

	@Autowired
	PartnersWorld world;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	JdbcClient jdbc;

	@Test
	void anNgoLeavesAndJoinsAgainButIsNeverAMemberTwice() {
		Actor coordinator = this.accounts.coordinator();
		Alliance alliance = this.alliances.create(coordinator, "Альянс " + Ids.next());
		Ngo ngo = this.world.ngo("Участник " + Ids.next());
		Membership first = this.alliances.join(coordinator, alliance.id(), ngo.id(), DAY);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.alliances.join(coordinator, alliance.id(), ngo.id(), DAY.plusDays(5)));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.alliances.leave(coordinator, alliance.id(), first.id(), DAY));
		this.alliances.leave(coordinator, alliance.id(), first.id(), DAY.plusDays(10));
		this.alliances.join(coordinator, alliance.id(), ngo.id(), DAY.plusDays(10));
		assertThat(this.alliances.members(alliance.id())).hasSize(2)
			.first()
			.satisfies((member) -> assertThat(member.leftOn()).isNull());
		assertThatExceptionOfType(DataIntegrityViolationException.class).as("the database holds it too")
			.isThrownBy(() -> this.jdbc.sql("""
					insert into alliance_membership (id, alliance_id, ngo_id, joined_on, version) values (?, ?, ?, ?, 0)
					""").params(Ids.next(), alliance.id(), ngo.id(), DAY.plusDays(3)).update());
	}

	@Test
	void whoActsForAnAllianceIsALegalEntityWithACard() {
		Actor coordinator = this.accounts.coordinator();
		Alliance alliance = this.alliances.create(coordinator, "Альянс " + Ids.next());
		long version = alliance.version();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.alliances.change(coordinator,
				alliance.id(), alliance.name(), this.world.named("Без карточки " + Ids.next()), version));
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.alliances.change(coordinator,
				alliance.id(), alliance.name(), this.world.librarySystem().id(), version));
		Ngo ngo = this.world.ngo("За альянс " + Ids.next());
		this.alliances.change(coordinator, alliance.id(), alliance.name(), ngo.id(), version);
		assertThat(this.alliances.byId(alliance.id()).legalNgoId()).isEqualTo(ngo.id());
	}

	@Test
	void aLeaderKeepsNoAlliance() {
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.alliances.create(this.accounts.ngoLeader(Ids.next()), "Свой альянс"));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.alliances.create(this.accounts.coordinator(), " "));
	}

}
