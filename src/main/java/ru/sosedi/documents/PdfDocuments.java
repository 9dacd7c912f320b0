package ru.sosedi.documents;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * Documents to keep: PDF/A-2a (ISO 19005-2), tagged for screen readers, with their
 * typeface (PT Sans) inside. A document asks nobody for anything: whatever it names from
 * outside is left out.
 */
@Service
public class PdfDocuments {

	private static final int AT_ONCE = 2;

	// what XML 1.0 does not know at all: a document must not fail over a stray character
	private static final String NOT_XML = "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

	private final ITemplateEngine templates;

	private final ApplicationContext beans;

	private final String style;

	private final String slip;

	private final byte[] colours;

	private final Semaphore running = new Semaphore(AT_ONCE);

	PdfDocuments(ITemplateEngine templates, ApplicationContext beans) throws IOException {
		this.templates = templates;
		this.beans = beans;
		this.style = style("print");
		this.slip = style("slip");
		this.colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
	}

	/**
	 * Waits its turn when others are being written.
	 * @param template below {@code templates/}, well-formed XML within
	 * {@code print/layout :: document}
	 * @param model "paper" may be "slip": a quarter of the sheet that it is otherwise
	 */
	public byte[] render(String template, Locale language, Map<String, Object> model) {
		String page = html(template, language, model).replaceAll(NOT_XML, "")
			.replaceFirst("</head>",
					"<style>" + this.style + ("slip".equals(model.get("paper")) ? this.slip : "") + "</style></head>");
		this.running.acquireUninterruptibly();
		try (ByteArrayOutputStream document = new ByteArrayOutputStream()) {
			PdfRendererBuilder builder = new PdfRendererBuilder();
			builder.useFastMode();
			builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
			builder.usePdfUaAccessibility(true);
			builder.useColorProfile(this.colours);
			builder.useFont(() -> font("PTS55F.ttf"), "PT Sans", 400, FontStyle.NORMAL, true);
			builder.useFont(() -> font("PTS75F.ttf"), "PT Sans", 700, FontStyle.NORMAL, true);
			// a picture may be in the document itself; nothing is fetched for it
			builder.useUriResolver((_, address) -> address.startsWith("data:image/png;base64,") ? address : null);
			builder.withHtmlContent(page, null);
			builder.toStream(document);
			builder.run();
			return document.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.running.release();
		}
	}

	private String html(String template, Locale language, Map<String, Object> model) {
		Map<String, Object> all = new HashMap<>(model);
		all.put("language", language.getLanguage());
		all.put(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(this.beans, null));
		LocaleContext before = LocaleContextHolder.getLocaleContext();
		try {
			LocaleContextHolder.setLocale(language);
			return this.templates.process(template, new Context(language, all));
		}
		finally {
			LocaleContextHolder.setLocaleContext(before);
		}
	}

	private static String style(String name) throws IOException {
		return new ClassPathResource("print/" + name + ".css").getContentAsString(StandardCharsets.UTF_8);
	}

	private static InputStream font(String name) {
		try {
			return new ClassPathResource("fonts-print/" + name).getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
