package ru.sosedi.partners;

/** What an NGO works on. */
public enum AreaOfWork {

	CHILDREN, YOUTH, FAMILY, OLDER_PEOPLE, DISABILITY, HARDSHIP, HEALTH, SPORT, EDUCATION, CULTURE, LOCAL_HISTORY,
	ECOLOGY, ANIMALS, NEIGHBOURHOOD, VOLUNTEERING, LAW, PEOPLES, VETERANS;

	public String messageKey() {
		return "partners.area." + name();
	}

}
