package ru.sosedi.network;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface LibrarySystemRepository extends JpaRepository<LibrarySystem, UUID> {

	List<LibrarySystem> findAllByOrderByShortName(Limit limit);

	Optional<LibrarySystem> findByInn(String inn);

}
