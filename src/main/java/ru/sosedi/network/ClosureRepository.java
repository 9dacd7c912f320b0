package ru.sosedi.network;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface ClosureRepository extends JpaRepository<Closure, UUID> {

}
