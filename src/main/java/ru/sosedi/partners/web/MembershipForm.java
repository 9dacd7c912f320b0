package ru.sosedi.partners.web;

/** An NGO that joins, as it was chosen. */
record MembershipForm(String ngoId, String joinedOn) {

}
