package ru.sosedi.network;

/** What a room is for. */
public enum RoomKind {

	READING_ROOM, EVENT_HALL, CONFERENCE_HALL, MEETING_ROOM, LOUNGE, PLAYROOM, CHILDREN_ROOM, COMPUTER_ROOM, WORKSHOP,
	MUSEUM, OTHER

}
