package ru.sosedi.journeys;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.sosedi.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The browser of the journeys sees what it is there to see. */
@PortalTest
class BrowserTests {

	@RegisterExtension
	final Browser browser = new Browser();

	@Test
	void phoneIsAsNarrowAsAPhone() {
		Page page = this.browser.phone().open("/preferences");
		assertThat(page.evaluate("window.innerWidth")).isEqualTo(390);
		assertThat(this.browser.faults()).isEmpty();
	}

	@Test
	void faultsOfAPageAreSeen() {
		Page page = this.browser.desktop().open("/preferences");
		page.evaluate("""
				() => {
					console.error('planted word');
					setTimeout(() => { throw new Error('planted error'); });
					const style = document.createElement('style');
					style.textContent = 'body { color: red }';
					document.head.append(style);
					const picture = document.createElement('img');
					picture.src = '/no-such-picture.png';
					document.body.append(picture);
				}""");
		page.waitForTimeout(1000);
		assertThat(this.browser.faults()).anySatisfy((fault) -> assertThat(fault).contains("planted word"))
			.anySatisfy((fault) -> assertThat(fault).contains("planted error"))
			.anySatisfy((fault) -> assertThat(fault).contains("Content Security Policy"))
			.anySatisfy((fault) -> assertThat(fault).contains("answer 404"));
		this.browser.expectFault("");
	}

	@Test
	void requestsToOthersAreSeen() {
		Page page = this.browser.desktop().with((options) -> options.setBypassCSP(true)).open("/preferences");
		page.evaluate("fetch('http://elsewhere.example/').catch(() => null)");
		assertThat(this.browser.faults())
			.anySatisfy((fault) -> assertThat(fault).contains("foreign host: http://elsewhere.example/"));
		this.browser.expectFault("elsewhere.example");
	}

}
