package ru.sosedi.partners;

import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface SimpleSignatureAccessionRepository extends JpaRepository<SimpleSignatureAccession, UUID> {

	List<SimpleSignatureAccession> findByPartyIdOrderBySignedOnDescIdDesc(UUID partyId, Limit limit);

}
