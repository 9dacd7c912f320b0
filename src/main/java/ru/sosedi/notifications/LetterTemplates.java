package ru.sosedi.notifications;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import ru.sosedi.shared.Email;
import ru.sosedi.shared.PublicAddress;

/**
 * Writes letters from templates, in the language of the person who gets them.
 *
 * <p>
 * A letter {@code accounts/invitation} is {@code templates/mail/accounts/invitation.html}
 * (within {@code mail/layout :: letter}) and {@code invitation.txt} (its middle part
 * alone: greeting and foot are set around it), with the message keys
 * {@code accounts.mail.invitation.subject} and {@code accounts.mail.invitation.why}: why
 * the person gets it. Templates see the model, {@code recipientName} (may be
 * {@code null}) and {@code portal}, the {@link PublicAddress} that makes links absolute:
 * {@code ${portal.of('/login')}}. Beans that say words and dates, such as {@code @words},
 * speak the language of the letter.
 */
@Service
public class LetterTemplates {

	private final ITemplateEngine templates;

	private final MessageSource messages;

	private final PublicAddress portal;

	private final ApplicationContext beans;

	LetterTemplates(ITemplateEngine templates, MessageSource messages, PublicAddress portal, ApplicationContext beans) {
		this.templates = templates;
		this.messages = messages;
		this.portal = portal;
		this.beans = beans;
	}

	/**
	 * @param name {@code <module>/<letter>}
	 * @param recipientName may be {@code null}
	 * @param model what the template shows; escaped where it is shown
	 * @throws org.springframework.context.NoSuchMessageException when the letter has no
	 * subject or does not say why it was sent
	 */
	public Letter write(String name, Email recipient, String recipientName, Locale language,
			Map<String, Object> model) {
		return write(name, recipient, recipientName, language, model, List.of());
	}

	/** The same with files. */
	public Letter write(String name, Email recipient, String recipientName, Locale language, Map<String, Object> model,
			List<Attachment> attachments) {
		String keys = name.replace("/", ".mail.");
		String subject = this.messages.getMessage(keys + ".subject", subjectArguments(model), language);
		String why = this.messages.getMessage(keys + ".why", null, language);
		Map<String, Object> all = new HashMap<>(model);
		all.put("portal", this.portal);
		all.put("recipientName", recipientName);
		all.put("subject", subject);
		all.put("why", why);
		all.put("language", language.getLanguage());
		all.put(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(this.beans, null));
		LocaleContext before = LocaleContextHolder.getLocaleContext();
		try {
			// what templates ask for words and dates speaks the recipient's language
			LocaleContextHolder.setLocale(language);
			return write(name, recipient, recipientName, language, all, subject, attachments);
		}
		finally {
			LocaleContextHolder.setLocaleContext(before);
		}
	}

	private Letter write(String name, Email recipient, String recipientName, Locale language, Map<String, Object> all,
			String subject, List<Attachment> attachments) {
		String html = this.templates.process("mail/" + name, new Context(language, all));
		all.put("body", this.templates.process("mail/" + name + ".txt", new Context(language, all)).strip());
		String text = this.templates.process("mail/layout.txt", new Context(language, all));
		return new Letter(name.replace('/', '.'), recipient, recipientName, language, subject, text, html, attachments);
	}

	// A subject may name what the letter is about: the template's caller gives it in
	// order.
	private static Object[] subjectArguments(Map<String, Object> model) {
		return (model.get("subjectArguments") instanceof Object[] arguments) ? arguments : null;
	}

}
