package ru.sosedi.journeys;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.sosedi.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class BrowserTests {

	@RegisterExtension
	final Browser browser = new Browser();

	@Test
	void phoneIsAsNarrowAsAPhone() {
		Page page = this.browser.phone().open("/robots.txt");
		assertThat(page.evaluate("window.innerWidth")).isEqualTo(390);
	}

}
