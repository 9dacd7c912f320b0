package ru.sosedi.agreements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgreementTransitionsTests {

	@Test
	void theDocumentSaysWhatTheTableSays() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("docs/agreement-states.md"))
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.toList();
		assertThat(rows).isEqualTo(Arrays.stream(AgreementTransitions.values())
			.map((one) -> "| `%s` | %s | %s | %s | `%s` |".formatted(one.name(), names(one.from()),
					one.to().isEmpty() ? "the same" : names(one.to()), one.by(), one.messageKey()))
			.toList());
	}

	private static String names(Set<AgreementState> states) {
		return states.stream().map(AgreementState::name).collect(Collectors.joining(", "));
	}

	@Test
	void everyStateButTheFirstIsReached() {
		Set<AgreementState> reached = EnumSet.of(AgreementState.DRAFT);
		Arrays.stream(AgreementTransitions.values()).forEach((one) -> reached.addAll(one.to()));
		assertThat(reached).containsExactlyInAnyOrder(AgreementState.values());
	}

	@Test
	void nothingLeadsOutOfTheArchive() {
		assertThat(AgreementTransitions.values()).noneMatch((one) -> one.isFrom(AgreementState.ARCHIVED));
	}

}
