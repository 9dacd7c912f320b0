package ru.sosedi.partners;

import java.util.UUID;

/** An NGO as forms offer it. */
public record NgoOption(UUID id, String name) {

}
