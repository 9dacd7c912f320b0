package ru.sosedi.notifications;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import ru.sosedi.shared.PublicAddress;

/** A mail server, and the portal's own sender that hands it what is due. */
public final class PostOffice implements AutoCloseable {

	private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

	private final OutboxSender sender;

	private final PublicAddress portal;

	public PostOffice(ApplicationContext context) {
		this.server.start();
		JavaMailSenderImpl connection = new JavaMailSenderImpl();
		connection.setHost("localhost");
		connection.setPort(this.server.getSmtp().getPort());
		this.portal = context.getBean(PublicAddress.class);
		this.sender = new OutboxSender(context.getBean(OutboxClaims.class), context.getBean(OutboxLetters.class),
				connection, new MailProperties("portal@zarechensk.example", "Соседи"), this.portal);
	}

	/** One letter as it arrived. */
	public record Arrived(String subject, String text, List<String> files, String portal) {

		/** The path of the first link that has this in it. */
		public String link(String part) {
			Matcher link = Pattern.compile(Pattern.quote(this.portal) + "(\\S*" + part + "\\S*)").matcher(this.text);
			if (!link.find()) {
				throw new AssertionError("no link with " + part + " in " + this.text);
			}
			return link.group(1);
		}

	}

	/** Sends what is due, and gives all that has come to that address, in order. */
	public List<Arrived> lettersTo(String email) {
		this.sender.sendDue();
		return Arrays.stream(this.server.getReceivedMessages())
			.filter((message) -> isTo(message, email))
			.map(this::read)
			.toList();
	}

	private static boolean isTo(MimeMessage message, String email) {
		try {
			return message.getAllRecipients()[0].toString().contains(email);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Arrived read(MimeMessage message) {
		try {
			List<Part> parts = parts(message);
			String text = parts.stream()
				.filter((part) -> type(part).startsWith("text/plain"))
				.map(PostOffice::content)
				.findFirst()
				.orElseThrow();
			return new Arrived(message.getSubject(), text,
					parts.stream().map(PostOffice::type).map((type) -> type.replaceAll(";.*", "")).toList(),
					this.portal.of(""));
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String type(Part part) {
		try {
			return part.getContentType().toLowerCase(Locale.ROOT);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String content(Part part) {
		try {
			return part.getContent().toString();
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<Part> parts(Part part) throws MessagingException, IOException {
		if (!(part.getContent() instanceof Multipart multipart)) {
			return List.of(part);
		}
		List<Part> all = new ArrayList<>();
		for (int i = 0; i < multipart.getCount(); i++) {
			all.addAll(parts(multipart.getBodyPart(i)));
		}
		return all;
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
