package ru.sosedi.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request as bytes on the wire, with no client between that would mend it, and its
 * answer. A body that comes in chunks is left as it came.
 */
record RawExchange(int status, Map<String, String> headers, String body) {

	static RawExchange of(int port, String request) {
		return of(port, request.getBytes(StandardCharsets.UTF_8));
	}

	static RawExchange of(int port, byte[] request) {
		try (Socket socket = new Socket("localhost", port)) {
			socket.setSoTimeout(20_000);
			OutputStream out = socket.getOutputStream();
			try {
				out.write(request);
				out.flush();
			}
			catch (SocketException answeredAlready) {
				// The answer may come before the last byte has been taken.
			}
			return read(socket.getInputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static RawExchange read(InputStream in) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		try {
			in.transferTo(all);
		}
		catch (SocketException cut) {
			// What came before counts.
		}
		String answer = all.toString(StandardCharsets.UTF_8);
		int end = answer.indexOf("\r\n\r\n");
		if (end < 0) {
			throw new IOException("no answer: " + answer);
		}
		String[] head = answer.substring(0, end).split("\r\n");
		Map<String, String> headers = new TreeMap<>();
		for (int i = 1; i < head.length; i++) {
			int colon = head[i].indexOf(':');
			headers.merge(head[i].substring(0, colon).toLowerCase(Locale.ROOT), head[i].substring(colon + 1).strip(),
					(one, other) -> one + ", " + other);
		}
		return new RawExchange(Integer.parseInt(head[0].split(" ")[1]), headers, answer.substring(end + 4));
	}

}
