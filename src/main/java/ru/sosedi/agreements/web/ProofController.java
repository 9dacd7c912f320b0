package ru.sosedi.agreements.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import ru.sosedi.agreements.DocumentProof;
import ru.sosedi.shared.NotFoundException;
import ru.sosedi.shared.TypedText;

/**
 * Is this the document that was signed? Anybody may ask, with the code of its QR, its
 * file or its hash; nothing that is sent is kept.
 */
@Controller
@RequestMapping("/agreements/proof")
class ProofController {

	private static final int BUFFER = 8192;

	private final DocumentProof proof;

	ProofController(DocumentProof proof) {
		this.proof = proof;
	}

	/** How the question was answered. */
	enum Answer {

		SAME, OTHER, EMPTY, UNKNOWN;

		public String messageKey() {
			return "agreements.proof.answer." + name();
		}

	}

	@GetMapping
	String ask() {
		return "agreements/proof/ask";
	}

	/** Finds the document by whatever is given: a file, a hash or a number. */
	@PostMapping
	String find(@RequestParam(required = false) MultipartFile file, @RequestParam(required = false) String hash,
			@RequestParam(required = false) String number, Model model, HttpServletResponse response)
			throws IOException {
		String digest = digest(file, hash);
		String wanted = TypedText.line(number);
		Optional<DocumentProof.Document> found = (digest != null) ? this.proof.byDigest(digest)
				: (wanted != null) ? this.proof.byNumber(wanted) : Optional.empty();
		if (found.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("answer", (digest == null && wanted == null) ? Answer.EMPTY : Answer.UNKNOWN);
			model.addAttribute("hash", hash);
			model.addAttribute("number", wanted);
			return "agreements/proof/ask";
		}
		model.addAttribute("document", found.get());
		if (digest != null) {
			model.addAttribute("answer", Answer.SAME);
		}
		return "agreements/proof/show";
	}

	@GetMapping("/{code}")
	String show(@PathVariable String code, Model model) {
		model.addAttribute("document", byCode(code));
		return "agreements/proof/show";
	}

	@PostMapping("/{code}")
	String compare(@PathVariable String code, @RequestParam(required = false) MultipartFile file,
			@RequestParam(required = false) String hash, Model model) throws IOException {
		DocumentProof.Document document = byCode(code);
		String digest = digest(file, hash);
		model.addAttribute("document", document);
		model.addAttribute("hash", hash);
		model.addAttribute("answer",
				(digest == null) ? Answer.EMPTY : document.isOf(digest) ? Answer.SAME : Answer.OTHER);
		return "agreements/proof/show";
	}

	private DocumentProof.Document byCode(String code) {
		return this.proof.byCode(code).orElseThrow(() -> new NotFoundException("document " + code));
	}

	private static String digest(MultipartFile file, String hash) throws IOException {
		if (file != null && !file.isEmpty()) {
			try (InputStream bytes = file.getInputStream()) {
				MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
				byte[] buffer = new byte[BUFFER];
				for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
					sha256.update(buffer, 0, read);
				}
				return HexFormat.of().formatHex(sha256.digest());
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return TypedText.line(hash);
	}

}
