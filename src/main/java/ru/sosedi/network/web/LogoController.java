package ru.sosedi.network.web;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import ru.sosedi.network.Network;
import ru.sosedi.network.NetworkService;
import ru.sosedi.network.NetworkSettings;
import ru.sosedi.shared.NotFoundException;

/** The network's logo. */
@Controller
class LogoController {

	private static final Duration KEPT = Duration.ofMinutes(10);

	private final NetworkSettings settings;

	private final NetworkService networks;

	LogoController(NetworkSettings settings, NetworkService networks) {
		this.settings = settings;
		this.networks = networks;
	}

	@GetMapping("/network/logo")
	ResponseEntity<byte[]> show(WebRequest request) {
		Network network = this.settings.current();
		if (!network.hasLogo()) {
			throw new NotFoundException("logo");
		}
		if (request.checkNotModified("\"" + network.logoTag() + "\"")) {
			return null;
		}
		byte[] png = this.networks.logo().orElseThrow(() -> new NotFoundException("logo"));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(KEPT).cachePublic())
			.contentType(MediaType.IMAGE_PNG)
			.body(png);
	}

}
