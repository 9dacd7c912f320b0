package ru.sosedi.partners;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.sosedi.PortalTest;
import ru.sosedi.accounts.Actor;
import ru.sosedi.shared.Ids;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.RefusedException;
import ru.sosedi.shared.StaleEditException;
import ru.sosedi.world.AccountsWorld;
import ru.sosedi.world.PartnersWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class NgoServiceTests {

	@Autowired
	NgoService ngos;

	@Autowired
	Parties parties;

	@Autowired
	PartnersWorld world;

	@Autowired
	AccountsWorld accounts;

	@Autowired
	JdbcClient jdbc;

	@Test
	void theInnOfAnotherNgoIsRefusedNamingIt() {
		Ngo first = this.world.ngo("Первая " + Ids.next());
		NgoDetails second = PartnersWorld.details("Вторая " + Ids.next());
		NgoDetails same = new NgoDetails(second.shortName(), second.fullName(), second.legalForm(),
				first.details().inn(), second.ogrn(), null, null, null, null, null, null, null, false, null, false,
				null, null);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.ngos.create(this.accounts.coordinator(), same, true))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("inn"))
			.satisfies((ex) -> assertThat(ex.arguments()).containsExactly(first.shortName()));
	}

	@Test
	void aSimilarNameIsAskedAboutOnceAndCanBeAnother() {
		String name = "Клуб «Журавль " + Ids.next() + "»";
		Ngo first = this.world.ngo(name);
		NgoDetails similar = PartnersWorld.details(name.replace("Клуб", "Клубы"));
		Actor coordinator = this.accounts.coordinator();
		assertThatExceptionOfType(SimilarNgosException.class)
			.isThrownBy(() -> this.ngos.create(coordinator, similar, false))
			.satisfies((ex) -> assertThat(ex.similar()).extracting(SimilarNgo::id).contains(first.id()));
		assertThat(this.ngos.create(coordinator, similar, true).state()).isEqualTo(NgoState.KEPT);
	}

	@Test
	void oneNameIsOneNgoWhateverItsQuotesAndCase() {
		String word = Ids.next().toString();
		UUID id = this.world.named("Клуб «Ключ " + word + "»");
		assertThat(this.world.named("клуб  \"ключ " + word + "\"")).isEqualTo(id);
		assertThat(this.parties.get(id).complete()).isFalse();
		assertThat(this.parties.missing(this.parties.get(id))).hasSize(3);
	}

	@Test
	void aNamedNgoGetsItsCardAndASlugOfItsOwn() {
		UUID id = this.world.named("Без карточки " + Ids.next());
		Actor leader = this.accounts.ngoLeader(id);
		Ngo named = this.ngos.forUpkeep(leader, id);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.ngos.list(leader, id));
		Ngo filled = this.ngos.change(leader, id, PartnersWorld.details("Слаг " + Ids.next()), named.version(), true);
		assertThat(filled.slug()).startsWith("slag-");
		this.ngos.list(leader, id);
		assertThat(this.ngos.forUpkeep(leader, id).isListed()).isTrue();
		assertThat(this.parties.get(id).complete()).isTrue();
		assertThat(this.jdbc.sql("select count(*) from audit_record where subject_id = ? and actor_id = ?")
			.params(id.toString(), leader.accountId())
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void aLeaderKeepsHerOwnCardAndNoOther() {
		Ngo own = this.world.ngo("Своя " + Ids.next());
		Ngo other = this.world.ngo("Чужая " + Ids.next());
		Actor leader = this.accounts.ngoLeader(own.id());
		assertThat(this.ngos.forUpkeep(leader, own.id())).isNotNull();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.ngos.forUpkeep(leader, other.id()));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.ngos.hide(leader, other.id()));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.ngos.create(leader, PartnersWorld.details("Новая " + Ids.next()), true));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.ngos.forUpkeep(this.accounts.signatory(own.id()), own.id()));
	}

	@Test
	void aStaleEditChangesNothing() {
		Ngo ngo = this.world.ngo("Спор " + Ids.next());
		Actor leader = this.accounts.ngoLeader(ngo.id());
		long opened = this.ngos.forUpkeep(leader, ngo.id()).version();
		this.ngos.hide(this.accounts.coordinator(), ngo.id());
		assertThatExceptionOfType(StaleEditException.class).isThrownBy(
				() -> this.ngos.change(leader, ngo.id(), PartnersWorld.details("Иначе " + Ids.next()), opened, true));
		assertThat(this.ngos.forUpkeep(leader, ngo.id()).shortName()).isEqualTo(ngo.shortName());
	}

	@Test
	void partiesAreFoundByWordsOfTheNameAndByInn() {
		Ngo ngo = this.world.ngo("Мост " + Ids.next());
		assertThat(this.parties.find(ngo.shortName().toUpperCase(), 10)).extracting(Party::id).contains(ngo.id());
		assertThat(this.parties.find(ngo.details().inn().value(), 10)).extracting(Party::id).containsExactly(ngo.id());
		assertThat(this.parties.find(this.world.librarySystem().inn().value(), 10)).extracting(Party::kind)
			.containsExactly(PartyKind.LIBRARY_SYSTEM);
		assertThat(this.parties.find("%_%", 10)).isEmpty();
	}

}
