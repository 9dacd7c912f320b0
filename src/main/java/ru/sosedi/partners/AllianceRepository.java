package ru.sosedi.partners;

import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface AllianceRepository extends JpaRepository<Alliance, UUID> {

	List<Alliance> findAllByOrderByName(Limit limit);

}
