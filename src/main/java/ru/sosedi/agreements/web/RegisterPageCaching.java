package ru.sosedi.agreements.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.sosedi.shared.web.PublicPageTags;

/** Which public pages about agreements browsers keep and ask about. */
@Configuration(proxyBeanMethods = false)
class RegisterPageCaching {

	@Bean
	FilterRegistrationBean<PublicPageTags> registerPageTags() {
		FilterRegistrationBean<PublicPageTags> tags = new FilterRegistrationBean<>(new PublicPageTags());
		tags.setName("registerPageTags");
		tags.addUrlPatterns("/agreements", "/agreements/*");
		return tags;
	}

}
