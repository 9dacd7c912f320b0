import java.lang.reflect.Field;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints the portal's own sign-up statement as a script of pgbench. */
class SignUpSql {

	private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+)");

	// what the portal binds for one person who signs up for one seat and agrees to what must be
	private static final Map<String, String> VALUES = Map.ofEntries(Map.entry("id", "uuidv7()"),
			Map.entry("booking", "uuidv7()"), Map.entry("letterId", "uuidv7()"),
			Map.entry("occurrence", "cast(:occurrence as uuid)"), Map.entry("seats", "cast(:seats as int)"),
			Map.entry("name", "cast(:name as text)"),
			Map.entry("email", "('pgbench-' || cast(:person as text) || '@zarechensk.example')"),
			Map.entry("phone", "null"), Map.entry("language", "cast(:language as text)"),
			Map.entry("desk", "cast(:desk as boolean)"), Map.entry("proven", "cast(:proven as boolean)"),
			Map.entry("actor", "null"), Map.entry("now", "now()"), Map.entry("address", "cast(:address as text)"),
			Map.entry("consentIds", "array[uuidv7()]"), Map.entry("purposes", "array[cast(:purpose as text)]"),
			Map.entry("names", "cast(array[] as text[])"), Map.entry("bands", "cast(array[] as text[])"),
			Map.entry("ages", "cast(array[] as int[])"), Map.entry("questions", "cast(array[] as uuid[])"),
			Map.entry("answers", "cast(array[] as text[])"));

	public static void main(String[] arguments) throws Exception {
		Class<?> statement = Class.forName("ru.sosedi.registrations.SignUpStatement");
		String sql = constant(statement, "TAKE") + constant(statement, "WITH_ALL_ELSE");
		System.out.println("\\set person random(1, 9000000000000000000)");
		System.out.println(PARAMETER.matcher(sql).replaceAll((found) -> Matcher.quoteReplacement(value(found.group(1))))
			.strip() + ";");
	}

	private static String constant(Class<?> type, String name) throws ReflectiveOperationException {
		Field field = type.getDeclaredField(name);
		field.setAccessible(true);
		return (String) field.get(null);
	}

	private static String value(String parameter) {
		String value = VALUES.get(parameter);
		if (value == null) {
			throw new IllegalStateException("The statement has a new parameter, :" + parameter + ": say its value here");
		}
		return value;
	}

}
