package ru.sosedi.shared;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Against numbers that registers, tax offices and documentation print. */
class RequisitesTests {

	private final JsonNode vectors = read();

	@Test
	void numbersThatAreRightAreAccepted() {
		for (String group : new String[] { "INN10_valid_public", "INN10_fictional_valid_checksum",
				"INN10_edge_remainder10", "INN12_valid_documentation_example", "INN12_fictional_valid_checksum" }) {
			forEach(group, (number) -> assertThat(Inn.isValid(number)).as(number).isTrue());
		}
		for (String group : new String[] { "OGRN13_valid_public", "OGRN13_edge_remainder10",
				"OGRN13_fictional_valid_checksum", "OGRNIP15_valid_documentation_example",
				"OGRNIP15_fictional_valid_checksum" }) {
			forEach(group, (number) -> assertThat(Ogrn.isValid(number)).as(number).isTrue());
		}
		forEach("KPP_examples", (code) -> assertThat(Kpp.isValid(code)).as(code).isTrue());
	}

	@Test
	void numbersThatAreWrongAreRefused() {
		forEach("INN10_invalid", (number) -> assertThat(Inn.isValid(number)).as(number).isFalse());
		forEach("INN12_invalid", (number) -> assertThat(Inn.isValid(number)).as(number).isFalse());
		forEach("OGRN13_invalid", (number) -> assertThat(Ogrn.isValid(number)).as(number).isFalse());
		forEach("OGRNIP15_invalid", (number) -> assertThat(Ogrn.isValid(number)).as(number).isFalse());
		assertThat(Inn.isValid("0000000000")).isFalse();
		assertThat(Inn.isValid(null)).isFalse();
		assertThat(Inn.isValid("\u0661234567890")).isFalse();
		assertThat(Kpp.isValid("77280100")).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new Inn("1"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Ogrn("1"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Kpp("1"));
	}

	@Test
	void lengthTellsALegalEntityFromAPerson() {
		assertThat(new Inn("0000123450").isOfLegalEntity()).isTrue();
		assertThat(new Inn("000012345627").isOfLegalEntity()).isFalse();
		assertThat(new Ogrn("1000000123452").isOfLegalEntity()).isTrue();
		assertThat(new Ogrn("300000000000123").isOfLegalEntity()).isFalse();
	}

	private void forEach(String group, java.util.function.Consumer<String> check) {
		JsonNode numbers = this.vectors.get(group);
		assertThat(numbers).as(group).isNotNull();
		if (numbers.isString()) {
			check.accept(numbers.asString());
		}
		for (JsonNode number : numbers) {
			check.accept(number.isObject() ? number.get("v").asString() : number.asString());
		}
	}

	private static JsonNode read() {
		try (InputStream file = RequisitesTests.class.getResourceAsStream("/requisites.json")) {
			return JsonMapper.shared().readTree(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
