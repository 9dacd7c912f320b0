package ru.sosedi.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.sosedi.PortalTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A document from its template to what a reader of PDF finds in it. */
@PortalTest
class PrintedTemplateTests {

	private static final Locale RUSSIAN = Locale.of("ru");

	@Autowired
	private PdfDocuments documents;

	@Test
	void theWordsAreThoseOfTheTemplateInTheLanguageOfTheReader() throws IOException {
		try (PDDocument document = read(List.of("Анна Ключева", "Ёжиков «Съешь ещё» – № 7"))) {
			assertThat(text(document)).contains("Кто придёт", "Анна Ключева", "Ёжиков «Съешь ещё» – № 7", "28 ноября");
		}
		try (PDDocument document = Loader.loadPDF(render(Locale.ENGLISH, "Who comes", List.of("Anna")))) {
			assertThat(text(document)).contains("Who comes", "28 November");
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
		}
	}

	@Test
	void itIsToldByItsTitleAndItsLanguageAndSaysWhichStandardItKeeps() throws IOException {
		try (PDDocument document = read(List.of("Анна"))) {
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Кто придёт");
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ru");
			assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
			String standard = new String(document.getDocumentCatalog().getMetadata().toByteArray(),
					StandardCharsets.UTF_8);
			// ISO 19005-2, 6.6.4
			assertThat(standard).containsPattern("pdfaid:part[=>\"]+2").containsPattern("pdfaid:conformance[=>\"]+A");
		}
	}

	@Test
	void itsTypefaceIsInsideAndNoOtherIsAskedFor() throws IOException {
		try (PDDocument document = read(List.of("Анна"))) {
			List<PDFont> fonts = new ArrayList<>();
			for (COSName name : document.getPage(0).getResources().getFontNames()) {
				fonts.add(document.getPage(0).getResources().getFont(name));
			}
			assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
			assertThat(fonts).extracting(PDFont::getName).allMatch((name) -> name.contains("PTSans"));
		}
	}

	@Test
	void aLongListIsNumberedPageByPageUnderItsHeading() throws IOException {
		try (PDDocument document = read(Collections.nCopies(120, "Анна Ключева"))) {
			int pages = document.getNumberOfPages();
			assertThat(pages).isGreaterThan(2);
			for (int page = 1; page <= pages; page++) {
				assertThat(text(document, page)).contains(page + " / " + pages, "Придёт");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "</table></main></body>", "a & b < c > d \" '", "]]><!--",
			"<img src=\"file:///etc/hostname\"/>" })
	void markupIsText(String typed) throws IOException {
		try (PDDocument document = read(List.of(typed))) {
			assertThat(text(document)).contains(typed);
		}
	}

	@Test
	void whatNoDocumentCanShowBreaksNone() throws IOException {
		try (PDDocument document = read(List.of("а\u0000б\u0007в\u001b\ufffeг", "д\ud800е\udc00ж", "😀 \u202e \u200b",
				"Длинно".repeat(334), ""))) {
			assertThat(text(document)).contains("абвг", "деж").contains("Длинно");
		}
	}

	@Test
	void aWordWithoutEndPushesNothingOffTheSheet() throws IOException {
		try (PDDocument document = read(List.of("Д".repeat(2000), "Анна"))) {
			List<Float> ends = new ArrayList<>();
			PDFTextStripper stripper = new PDFTextStripper() {
				@Override
				protected void processTextPosition(TextPosition letter) {
					ends.add(letter.getEndX());
					super.processTextPosition(letter);
				}
			};
			assertThat(stripper.getText(document)).contains("Придёт");
			float right = document.getPage(0).getMediaBox().getWidth();
			assertThat(ends).hasSizeGreaterThan(2000).allMatch((end) -> end < right);
		}
	}

	@Test
	void manyAtOnceAreAllWrittenWhole() throws Exception {
		Callable<String> one = () -> {
			try (PDDocument document = read(List.of(Thread.currentThread().getName()))) {
				return text(document).contains(Thread.currentThread().getName()) ? "whole" : "mixed";
			}
		};
		try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
			for (Future<String> answer : readers.invokeAll(Collections.nCopies(8, one))) {
				assertThat(answer.get()).isEqualTo("whole");
			}
		}
	}

	private PDDocument read(List<String> lines) throws IOException {
		return Loader.loadPDF(render(RUSSIAN, "Кто придёт", lines));
	}

	private byte[] render(Locale language, String title, List<String> lines) {
		return this.documents.render("print/tests/sheet", language,
				Map.of("title", title, "lines", lines, "day", LocalDate.of(2026, 11, 28)));
	}

	private static String text(PDDocument document) throws IOException {
		return new PDFTextStripper().getText(document);
	}

	private static String text(PDDocument document, int page) throws IOException {
		PDFTextStripper stripper = new PDFTextStripper();
		stripper.setStartPage(page);
		stripper.setEndPage(page);
		return stripper.getText(document);
	}

}
