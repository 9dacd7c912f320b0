package ru.sosedi.documents;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.thymeleaf.ITemplateEngine;

import org.springframework.context.support.StaticApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class PdfDocumentsTests {

	@Test
	void onlyAPictureWithinTheDocumentIsShown() throws Exception {
		String within = "data:image/png;base64," + Base64.getEncoder().encodeToString(QrCode.of("x").png(2));
		assertThat(pictures(within, Map.of())).isEqualTo(1);
		assertThat(pictures("http://127.0.0.1:1/x.png", Map.of())).isZero();
		assertThat(pictures("file:///etc/hostname", Map.of())).isZero();
		assertThat(pictures("classpath:/static/icon-192.png", Map.of())).isZero();
		assertThat(pictures("//127.0.0.1:1/x.png", Map.of())).isZero();
	}

	@Test
	void aDocumentAsksNobody() throws Exception {
		try (ServerSocket asked = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String address = "http://127.0.0.1:" + asked.getLocalPort() + "/x";
			render("<img alt=\"a\" src=\"" + address + "\"/><p style=\"background: url(" + address
					+ ")\">x</p><object data=\"" + address + "\" type=\"image/png\"></object>", Map.of())
				.close();
			asked.setSoTimeout(200);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(asked::accept);
		}
	}

	@Test
	void aSlipIsAQuarterOfASheet() throws Exception {
		assertThat(width(Map.of())).isBetween(594f, 597f);
		assertThat(width(Map.of("paper", "slip"))).isBetween(297f, 299f);
	}

	private static int pictures(String address, Map<String, Object> model) throws Exception {
		try (PDDocument document = render("<img alt=\"a picture\" src=\"" + address + "\"/>", model)) {
			int pictures = 0;
			for (var name : document.getPage(0).getResources().getXObjectNames()) {
				pictures += document.getPage(0).getResources().isImageXObject(name) ? 1 : 0;
			}
			return pictures;
		}
	}

	private static float width(Map<String, Object> model) throws Exception {
		try (PDDocument document = render("<p>x</p>", model)) {
			return document.getPage(0).getMediaBox().getWidth();
		}
	}

	private static PDDocument render(String body, Map<String, Object> model) throws Exception {
		ITemplateEngine templates = mock();
		given(templates.process(anyString(), any()))
			.willReturn("<html lang=\"ru\"><head><title>x</title><meta name=\"subject\" content=\"x\"/></head><body>"
					+ body + "</body></html>");
		return Loader
			.loadPDF(new PdfDocuments(templates, new StaticApplicationContext()).render("x", Locale.of("ru"), model));
	}

}
