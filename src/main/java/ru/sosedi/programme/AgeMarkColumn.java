package ru.sosedi.programme;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class AgeMarkColumn implements AttributeConverter<AgeMark, Integer> {

	@Override
	public Integer convertToDatabaseColumn(AgeMark mark) {
		return (mark != null) ? mark.years() : null;
	}

	@Override
	public AgeMark convertToEntityAttribute(Integer years) {
		return (years != null) ? AgeMark.ofYears(years).orElseThrow() : null;
	}

}
