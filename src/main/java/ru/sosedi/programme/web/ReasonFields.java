package ru.sosedi.programme.web;

/** Why something will not take place. */
record ReasonFields(String reason) {

}
