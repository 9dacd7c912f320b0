package ru.sosedi.shared.web;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What to show when somebody else saved first: the fields whose stored text is another.
 */
@Component
public class Conflicts {

	private final MessageSource messages;

	Conflicts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * @param labels the prefix of the message keys of the fields' labels
	 * @param choices all choices that the form's selects offer: their values are shown by
	 * label
	 * @return label and stored text of each field that differs
	 */
	public List<Option> between(Record typed, Record stored, String labels, List<Option> choices, Locale locale) {
		List<Option> theirs = new ArrayList<>();
		for (RecordComponent field : stored.getClass().getRecordComponents()) {
			String text = text(field, stored, choices, locale);
			if (!field.getName().equals("version") && !Objects.equals(text, text(field, typed, choices, locale))) {
				theirs.add(new Option(text.isEmpty() ? message("shared.stale.empty", locale) : text,
						message(labels + field.getName(), locale)));
			}
		}
		return theirs;
	}

	private String text(RecordComponent field, Record form, List<Option> choices, Locale locale) {
		Object value = value(field, form);
		// A tick that is not set is not sent.
		return text((value == null && field.getType() == Boolean.class) ? Boolean.FALSE : value, choices, locale);
	}

	private String text(Object value, List<Option> choices, Locale locale) {
		return switch (value) {
			case null -> "";
			case Boolean yes -> message(yes ? "shared.stale.yes" : "shared.stale.no", locale);
			case Collection<?> many ->
				many.stream().map((one) -> text(one, choices, locale)).collect(Collectors.joining(", "));
			default -> choices.stream()
				.filter((choice) -> choice.value().equals(value.toString()) && !choice.value().isEmpty())
				.map(Option::label)
				.findFirst()
				.orElseGet(() -> value.toString().strip().replace("\r\n", "\n"));
		};
	}

	private String message(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	private static Object value(RecordComponent field, Record form) {
		try {
			Method accessor = field.getAccessor();
			// forms are records that only their own package sees
			accessor.setAccessible(true);
			return accessor.invoke(form);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SafeVarargs
	public static List<Option> choices(List<Option>... lists) {
		return Arrays.stream(lists).flatMap(List::stream).toList();
	}

}
