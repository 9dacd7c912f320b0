package ru.sosedi.partners;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface NgoRepository extends JpaRepository<Ngo, UUID> {

	Optional<Ngo> findByInn(String inn);

	Optional<Ngo> findByOgrn(String ogrn);

}
