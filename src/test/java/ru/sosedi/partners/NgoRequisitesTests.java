package ru.sosedi.partners;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.sosedi.shared.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Numbers: fictional ones of the region 00. Rules: MMV-7-6/435 for INN, OGRN modulo 11.
 */
class NgoRequisitesTests {

	@Test
	void spacesOfACopiedNumberAreLeftOut() {
		assertThat(NgoRequisites.inn(" 0000 123 450\u00a0", "inn").value()).isEqualTo("0000123450");
		assertThat(NgoRequisites.ogrn("1 000000 123452", "ogrn").value()).isEqualTo("1000000123452");
		assertThat(NgoRequisites.kpp("00000 1001", "kpp").value()).isEqualTo("000001001");
		assertThat(NgoRequisites.inn(" ", "inn")).isNull();
		assertThat(NgoRequisites.inn("0000000040", "inn").value()).as("remainder 10 counts as 0").isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "0000123457, 0, 7, 000012345", "7728812080, 9, 0, 772881208" })
	void aWrongDigitIsNamedWithTheOneThatFits(String inn, String wanted, String given, String before) {
		assertThatThrownBy(() -> NgoRequisites.inn(inn, "inn")).isInstanceOfSatisfying(RefusedException.class, (ex) -> {
			assertThat(ex.field()).isEqualTo("inn");
			assertThat(ex.arguments()).containsExactly(wanted, given, before);
		});
	}

	@Test
	void anOgrnWithAWrongDigitIsRefused() {
		assertThatThrownBy(() -> NgoRequisites.ogrn("1000000123453", "ogrn")).isInstanceOfSatisfying(
				RefusedException.class, (ex) -> assertThat(ex.arguments()).containsExactly("2", "3", "100000012345"));
	}

	@ParameterizedTest
	@CsvSource({ "12345, partners.requisites.inn.length", "000012345627, partners.requisites.inn.length",
			"00001234a0, partners.requisites.inn.digits", "0000000000, partners.requisites.zeros" })
	void whatIsNoInnIsRefusedWithTheReason(String inn, String key) {
		assertThatThrownBy(() -> NgoRequisites.inn(inn, "inn")).isInstanceOfSatisfying(RefusedException.class,
				(ex) -> assertThat(ex.messageKey()).isEqualTo(key));
	}

	@Test
	void aGroupWithoutALegalEntityHasNoNumbers() {
		assertThatThrownBy(() -> new NgoDetails("Двор", "Инициативная группа «Двор»", LegalForm.INITIATIVE_GROUP,
				NgoRequisites.inn("0000123450", "inn"), null, null, null, null, null, null, null, null, false, null,
				false, null, null))
			.isInstanceOfSatisfying(RefusedException.class, (ex) -> assertThat(ex.field()).isEqualTo("inn"));
	}

}
