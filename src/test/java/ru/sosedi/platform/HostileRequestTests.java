package ru.sosedi.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.sosedi.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Nothing that a client can send makes a 500, or gets a page without the headers. */
@PortalTest
class HostileRequestTests {

	private static final List<String> HEADERS = List.of("content-security-policy", "x-content-type-options",
			"referrer-policy", "cross-origin-opener-policy", "permissions-policy");

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "/no-such-page", "/no/such/page.html", "/no-such.png", "/css/no-such.css",
			"/css/../../etc/passwd", "/error", "/no-such-page?lang=en", "/no-such-page?lang=xx&lang=%3Cscript%3E",
			"/%D0%B0%D1%84%D0%B8%D1%88%D0%B0", "/actuator", "/actuator/env", "/WEB-INF/web.xml", "/.git/config" })
	void anUnknownAddressIsAPageOfThePortal(String address) {
		RawExchange answer = get(address);
		assertThat(answer.status()).isIn(404, 400);
		assertPage(answer);
	}

	@Test
	void anUnknownAddressSpeaksTheVisitorsLanguage() {
		assertThat(get("/no-such-page").body()).contains("<html lang=\"ru\"", "Такой страницы нет");
		assertThat(get("/no-such-page?lang=en").body()).contains("<html lang=\"en\"", "There is no such page");
		assertThat(get("/no-such-page", "Cookie: lang=en").body()).contains("There is no such page");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%", "/%zz", "/%2", "/%00", "/events%00", "/%c0%af", "/%ff%fe",
			"/%2e%2e/%2e%2e/etc/passwd", "/a;b=c", "/a%3Bb", "/a//b", "/a/./b", "/a/../b", "/a%2fb", "/a%5cb", "/a\\b",
			"/a|b", "/a\"b", "/a<b>", "/a^b`{}", "/a%0d%0aSet-Cookie:x=y", "/?%", "/?a=%", "/?a=%zz", "/?%00=1",
			"/?a=%00", "/?a=b%00c", "/?a=%ff", "/?a=%c0%80", "/?a=%ed%a0%80", "/?lang=%00", "/?a[]=1&a[b]=2", "/?=&&==",
			"/?a=<script>", "/?a=${7*7}&b=__${7*7}__::x", "/login?next=//evil.example", "/login?next=%00",
			"/events?from=0000-00-00&to=99999-99-99", "/events?after=zzz", "/events/not-an-id", "/events/../x",
			"/centres/%F0%9F%98%80", "/search?q=%27%22%3E%3Cscript%3E", "/pictures/not-an-id/SMALL" })
	void aHostileAddressIsRefusedOrIgnored(String address) {
		assertHarmless(get(address));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND", "FOO", "get" })
	void noMethodHarms(String method) {
		for (String path : List.of("/", "/no-such-page", "/error", "/css/portal.css", "/login")) {
			assertHarmless(send(method + " " + path + " HTTP/1.1", "", "X: y"));
		}
	}

	@Test
	void traceIsNotAnswered() {
		RawExchange answer = send("TRACE / HTTP/1.1", "", "X-Secret: 1");
		assertThat(answer.status()).isIn(400, 403, 405);
		assertThat(answer.body()).doesNotContain("X-Secret");
	}

	static Stream<Arguments> hostileHeaders() {
		return Stream
			.of("Accept: application/json", "Accept: image/png", "Accept: nonsense", "Accept: */*;q=zz",
					"Accept-Language: %%%", "Accept-Encoding: zzz", "Cookie: lang=%00; SESSION=zzz; \"",
					"Cookie: =;;==;", "Cookie: SESSION=" + "x".repeat(4000), "Cookie: SESSION=JTAw",
					"Cookie: SESSION=AA==", "Content-Type: /", "Content-Type: multipart/form-data",
					"If-Modified-Since: yesterday", "If-None-Match: \"", "Range: bytes=zzz", "Range: bytes=0-,0-,0-,0-",
					"X-Forwarded-Host: evil.example", "Forwarded: host=evil.example;proto=https", "Origin: null",
					"HX-Request: true", "HX-Request: maybe", "HX-Current-URL: ::::", "User-Agent: \u0001\u007f",
					"X: Привет", "Authorization: Basic !!!", "Authorization: Bearer x", "Expect: nonsense",
					"Upgrade: websocket", "Transfer-Encoding: nonsense", "Content-Length: -1", "Content-Length: zzz",
					"Referer: \"><script>alert(1)</script>", "X-HTTP-Method-Override: DELETE")
			.map(Arguments::arguments);
	}

	@ParameterizedTest
	@MethodSource("hostileHeaders")
	void aHostileHeaderIsRefusedOrIgnored(String header) {
		for (String path : List.of("/", "/no-such-page", "/css/portal.css", "/login", "/admin/audit")) {
			RawExchange answer = get(path, header);
			assertHarmless(answer);
			assertThat(answer.toString()).doesNotContain("evil.example");
		}
	}

	@Test
	void aForeignHostIsNoAddressOfThePortal() {
		assertThat(exchange("GET /no-such-page HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").toString())
			.doesNotContain("evil.example");
		for (String host : List.of("", "a b", "[", "localhost:99999", "x".repeat(3000))) {
			assertHarmless(exchange("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"));
		}
	}

	@Test
	void nothingCanBeTooLong() {
		assertHarmless(get("/" + "a".repeat(4000)));
		assertHarmless(get("/" + "a".repeat(20_000)));
		assertHarmless(get("/?q=" + "a".repeat(7000)));
		assertHarmless(get("/", "X: " + "a".repeat(20_000)));
		assertHarmless(get("/", IntStream.range(0, 300).mapToObj((i) -> "X-" + i + ": 1").toArray(String[]::new)));
		assertHarmless(get("/?" + many("a", 900)));
	}

	static Stream<Arguments> hostileBodies() {
		String form = "application/x-www-form-urlencoded";
		return Stream.of(arguments(form, "%"), arguments(form, "a=%zz"), arguments(form, "a=%00"),
				arguments(form, "%00=a"), arguments(form, "a=\0"), arguments(form, "a=%ff%fe"),
				arguments(form, "=&&=="), arguments(form, many("a", 5000)),
				arguments(form + "; charset=nonsense", "a=b"), arguments(form + "; charset=utf-16", "a=b"),
				arguments("application/json", "{"), arguments("application/json", "{\"a\":\"\\u0000\"}"),
				arguments("application/xml", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>"),
				arguments("text/plain", "x"), arguments("nonsense", "x"), arguments("", "x"),
				arguments("multipart/form-data", "x"), arguments("multipart/form-data; boundary=", "x"),
				arguments("multipart/form-data; boundary=b", "x"),
				arguments("multipart/form-data; boundary=b", "--b\r\n"),
				arguments("multipart/form-data; boundary=b", "--b\r\n\r\n\r\n--b--\r\n"),
				arguments("multipart/form-data; boundary=" + "b".repeat(5000), "--b--"),
				arguments("multipart/mixed; boundary=b", "--b--"),
				arguments("multipart/form-data; boundary=b", part("name=\"a\"", "\0")),
				arguments("multipart/form-data; boundary=b", part("name=\"a\0b\"", "x")),
				arguments("multipart/form-data; boundary=b", part("name=\"f\"; filename=\"../../x\0.png\"", "x")),
				arguments("multipart/form-data; boundary=b", part("nonsense", "x")),
				arguments("multipart/form-data; boundary=b",
						IntStream.range(0, 1000)
							.mapToObj((i) -> "--b\r\nContent-Disposition: form-data; name=\"a" + i + "\"\r\n\r\nx\r\n")
							.collect(Collectors.joining()) + "--b--\r\n"));
	}

	@ParameterizedTest
	@MethodSource("hostileBodies")
	void aHostileBodyIsRefused(String type, String body) {
		for (String path : List.of("/", "/login", "/no-such-page", "/admin/network/import", "/error")) {
			RawExchange answer = send("POST " + path + " HTTP/1.1", body, "Content-Type: " + type);
			assertHarmless(answer);
			assertThat(answer.status()).isGreaterThanOrEqualTo(302);
		}
	}

	@Test
	void anUploadThatIsTooBigIsToldTheLimit() throws Exception {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.png\"\r\n\r\n".getBytes());
		body.writeBytes(new byte[15 * 1024 * 1024]);
		body.writeBytes("\r\n--b--\r\n".getBytes());
		ByteArrayOutputStream request = new ByteArrayOutputStream();
		request.writeBytes(("POST /admin/network/import HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + body.size() + "\r\n\r\n")
			.getBytes());
		request.writeBytes(body.toByteArray());
		RawExchange answer = RawExchange.of(this.port, request.toByteArray());
		assertThat(answer.status()).isEqualTo(413);
		assertPage(answer);
		assertThat(answer.body()).contains("до 12 МБ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET / HTTP/9.9\r\n\r\n", "nonsense / HTTP/1.1\r\n\r\n", "\r\n\r\nGET / HTTP/1.1\r\n\r\n",
			"GET / HTTP/1.1\r\n\r\n", "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n",
			"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n" })
	void aBrokenRequestLineIsRefused(String request) {
		RawExchange answer = exchange(request.replace("HTTP/1.1\r\n", "HTTP/1.1\r\nConnection: close\r\n"));
		assertThat(answer.status()).isBetween(200, 505).isNotIn(500, 501, 502, 503, 504);
		assertThat(answer.body()).doesNotContain("Tomcat", "Exception");
	}

	@Test
	void htmxGetsASentenceAndNoPage() {
		RawExchange answer = get("/no-such-page", "HX-Request: true");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.body()).contains("role=\"alert\"", "Такой страницы нет").doesNotContain("<html", "<main");
	}

	private static String many(String name, int count) {
		return IntStream.range(0, count).mapToObj((i) -> name + i + "=1").collect(Collectors.joining("&"));
	}

	private static String part(String disposition, String content) {
		return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n--b--\r\n";
	}

	private RawExchange get(String address, String... headers) {
		return send("GET " + address + " HTTP/1.1", "", headers);
	}

	private RawExchange send(String requestLine, String body, String... headers) {
		String more = Arrays.stream(headers).map((header) -> header + "\r\n").collect(Collectors.joining());
		String length = (body.isEmpty() || more.contains("Content-Length")) ? ""
				: "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
		return exchange(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n" + more + length + "\r\n" + body);
	}

	private RawExchange exchange(String request) {
		return RawExchange.of(this.port, request);
	}

	private static void assertHarmless(RawExchange answer) {
		assertThat(answer.status()).as(answer::toString).isBetween(200, 501).isNotEqualTo(500);
		if (answer.status() >= 400 && !answer.body().isEmpty()) {
			assertPage(answer);
		}
		assertThat(answer.body()).doesNotContain("Apache Tomcat", "Whitelabel", "Exception", "\tat ");
	}

	private static void assertPage(RawExchange answer) {
		assertThat(answer.headers()).as(answer::toString).containsKeys(HEADERS.toArray(String[]::new));
		assertThat(answer.headers().get("content-type")).startsWith("text/html");
		if (!answer.body().contains("role=\"alert\"")) {
			assertThat(answer.body()).contains("/css/portal", "id=\"main\"", "<h1>");
		}
	}

}
