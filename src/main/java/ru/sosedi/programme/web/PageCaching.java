package ru.sosedi.programme.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.sosedi.shared.web.PublicPageTags;

/** Which public pages of the programme browsers keep and ask about. */
@Configuration(proxyBeanMethods = false)
class PageCaching {

	@Bean
	FilterRegistrationBean<PublicPageTags> publicPageTags() {
		FilterRegistrationBean<PublicPageTags> tags = new FilterRegistrationBean<>(new PublicPageTags());
		tags.addUrlPatterns("/", "/events", "/events/*");
		return tags;
	}

}
