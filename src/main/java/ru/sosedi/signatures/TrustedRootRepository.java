package ru.sosedi.signatures;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface TrustedRootRepository extends JpaRepository<TrustedRoot, UUID> {

	boolean existsBySha256(String sha256);

}
