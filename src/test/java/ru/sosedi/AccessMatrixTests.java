package ru.sosedi;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import ru.sosedi.accounts.Role;
import ru.sosedi.accounts.SignIn;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Every handler is called as nobody and as every role, through the whole filter chain,
 * and answers as {@code docs/access.md} says. The ids in the addresses are those of no
 * row, so {@code own} has to answer 404 where it does not refuse the form.
 */
@PortalTest
class AccessMatrixTests {

	private static final Path TABLE = Path.of("docs/access.md");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+ [^`]+)` \\|(.+)\\|\\s*$");

	private static final Pattern ADDRESS = Pattern.compile("\\{@code (/[^}]*)}");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mapping;

	@Test
	void everyHandlerHasARowAndEveryRowAHandler() {
		Set<String> handlers = handlers().keySet();
		Set<String> rows = table().keySet();
		assertThat(missing(handlers, rows)).as("handlers without a row in docs/access.md").isEmpty();
		assertThat(missing(rows, handlers)).as("rows of docs/access.md without a handler").isEmpty();
	}

	@Test
	void everyHandlerAnswersEveryRoleAsTheTableSays() {
		List<String> faults = new ArrayList<>();
		table().forEach((handler, cells) -> {
			if (handlers().containsKey(handler)) {
				cells.forEach((who, may) -> fault(handler, who, may, faults));
			}
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void handlersThatAreNotPublicSaySoThemselves() {
		List<String> faults = new ArrayList<>();
		Map<String, Map<String, String>> table = table();
		handlers().forEach((name, handler) -> {
			boolean isPublic = "yes".equals(table.getOrDefault(name, Map.of()).get("anonymous"));
			boolean guarded = AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PreAuthorize.class)
					|| AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PreAuthorize.class);
			if (isPublic == guarded) {
				faults.add(name + (guarded ? " is public and guarded" : " has no access annotation"));
			}
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void nothingChangesWithoutTheFormToken() {
		List<String> faults = new ArrayList<>();
		table().forEach((handler, cells) -> {
			if (handlers().containsKey(handler) && !handler.startsWith("GET ")) {
				cells.keySet().forEach((who) -> {
					int status = request(handler, who).exchange().getResponse().getStatus();
					boolean formAgain = status == 302 && (who.equals("anonymous") || handler.equals("POST /login"));
					if (status != 403 && !formAgain) {
						faults.add(handler + " as " + who + " without a token: " + status);
					}
				});
			}
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void everyAddressBelongsToTheModuleThatDeclaresIt() {
		List<String> faults = new ArrayList<>();
		handlers().forEach((name, handler) -> {
			String module = handler.getBeanType().getPackageName().split("\\.")[2];
			String path = name.substring(name.indexOf(' ') + 1);
			if (!module.equals(ownerOf(path))) {
				faults.add(name + " of " + module + " stands below an address of " + ownerOf(path));
			}
		});
		assertThat(faults).isEmpty();
	}

	// the longest declared beginning wins: /desk/programme is the programme's, /desk the
	// site's
	private static String ownerOf(String path) {
		Map<String, String> owners = new TreeMap<>();
		for (Path info : Sources.under(Sources.JAVA, "package-info.java")) {
			Matcher address = ADDRESS.matcher(Sources.read(info));
			while (address.find()) {
				owners.put(address.group(1), info.getParent().getFileName().toString());
			}
		}
		String longest = owners.keySet()
			.stream()
			.filter((address) -> path.equals(address) || path.startsWith(address + "/"))
			.reduce("", (a, b) -> (a.length() > b.length()) ? a : b);
		return owners.getOrDefault(longest, "nobody");
	}

	private void fault(String handler, String who, String may, List<String> faults) {
		MvcTestResult result = request(handler, who, csrf()).exchange();
		if (result.getUnresolvedException() != null) {
			faults.add(handler + " as " + who + ": " + result.getUnresolvedException());
			return;
		}
		int status = result.getResponse().getStatus();
		String location = String.valueOf(result.getResponse().getHeader("Location"));
		boolean toSignIn = status == 302 && location.matches("(http://localhost)?/login.*");
		boolean refused = status == 401 || status == 403 || toSignIn;
		boolean asSaid = switch (may) {
			case "yes" -> !refused || handler.endsWith("/logout");
			case "own" -> !refused;
			case "no" -> who.equals("anonymous") ? (toSignIn || status == 401) : status == 403;
			default -> false;
		};
		if (!asSaid || status >= 500) {
			faults.add("%s as %s: says «%s», answers %d %s".formatted(handler, who, may, status, location));
		}
	}

	private MockMvcRequestBuilder request(String handler, String who, RequestPostProcessor... more) {
		String[] parts = handler.split(" ", 2);
		MockMvcRequestBuilder request = this.mvc.method(HttpMethod.valueOf(parts[0])).uri(addressOfNothing(parts[1]));
		if (!who.equals("anonymous")) {
			request = request.with(SignIn.as(Role.valueOf(who)));
		}
		for (RequestPostProcessor processor : more) {
			request = request.with(processor);
		}
		return request;
	}

	private static URI addressOfNothing(String pattern) {
		String path = pattern.replaceAll("\\{[^}]*[Ii]d}", UUID.randomUUID().toString())
			.replaceAll("\\{[^}:]+(:[^}]*)?}", "x");
		return URI.create(path);
	}

	private Map<String, HandlerMethod> handlers() {
		Map<String, HandlerMethod> handlers = new TreeMap<>();
		this.mapping.getHandlerMethods().forEach((info, method) -> {
			// An error page answers whatever method failed, and is nobody's to call.
			boolean errorPage = ErrorController.class.isAssignableFrom(method.getBeanType());
			if (method.getBeanType().getName().startsWith("ru.sosedi.") && !errorPage) {
				for (String path : info.getPatternValues()) {
					Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
					assertThat(methods).as("methods of " + method).isNotEmpty();
					methods.forEach((verb) -> handlers.put(verb + " " + path, method));
				}
			}
		});
		return handlers;
	}

	private static Map<String, Map<String, String>> table() {
		List<String> who = new ArrayList<>(List.of("anonymous"));
		Arrays.stream(Role.values()).map(Role::name).forEach(who::add);
		String text = Sources.read(TABLE);
		assertThat(text).contains("| handler | " + String.join(" | ", who) + " |");
		Map<String, Map<String, String>> table = new TreeMap<>();
		Matcher row = ROW.matcher(text);
		while (row.find()) {
			String[] cells = row.group(2).split("\\|");
			assertThat(cells).as(row.group(1)).hasSameSizeAs(who);
			Map<String, String> line = new LinkedHashMap<>();
			for (int column = 0; column < cells.length; column++) {
				line.put(who.get(column), cells[column].strip());
			}
			assertThat(table.put(row.group(1), line)).as("two rows for " + row.group(1)).isNull();
		}
		return table;
	}

	private static Set<String> missing(Set<String> wanted, Set<String> there) {
		Set<String> rest = new TreeSet<>(wanted);
		rest.removeAll(there);
		return rest;
	}

}
