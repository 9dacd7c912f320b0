package ru.sosedi.partners;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RepresentationRepository extends JpaRepository<Representation, UUID> {

	List<Representation> findByPartyIdOrderByValidFromDescIdDesc(UUID partyId, Limit limit);

	@Query("""
			select r from Representation r
			where r.partyId = :partyId and r.accountId = :accountId and r.validFrom <= :day
				and (r.validUntil is null or r.validUntil >= :day)
			order by r.validFrom desc, r.id desc
			""")
	List<Representation> actingOn(UUID partyId, UUID accountId, LocalDate day, Limit limit);

}
