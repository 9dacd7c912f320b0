package ru.sosedi.programme.web;

import java.time.Duration;
import java.util.UUID;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.sosedi.accounts.Actor;
import ru.sosedi.accounts.SignedInAccount;
import ru.sosedi.programme.PictureService;
import ru.sosedi.programme.PictureSize;
import ru.sosedi.shared.NotFoundException;

/** Pictures of events; their pixels never change under one address. */
@Controller
class PictureController {

	private static final Duration FOR_EVER = Duration.ofDays(365);

	private final PictureService pictures;

	PictureController(PictureService pictures) {
		this.pictures = pictures;
	}

	@GetMapping("/pictures/{id}/{size}")
	ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable String size, Authentication authentication) {
		PictureSize known = PictureSize.ofWord(size).orElseThrow(() -> new NotFoundException("picture size"));
		PictureService.File file = this.pictures.find(actor(authentication), id, known);
		// A cancelled publication must not live on in shared caches: only listed ones go
		// there.
		CacheControl caching = file.listed() ? CacheControl.maxAge(FOR_EVER).cachePublic().immutable()
				: CacheControl.noStore();
		return ResponseEntity.ok()
			.cacheControl(caching)
			.eTag("\"" + id + "-" + known.word() + "\"")
			.contentType(MediaType.parseMediaType(file.mediaType()))
			.body(file.content());
	}

	private static Actor actor(Authentication authentication) {
		return (authentication != null && authentication.getPrincipal() instanceof SignedInAccount account)
				? account.actor() : null;
	}

}
