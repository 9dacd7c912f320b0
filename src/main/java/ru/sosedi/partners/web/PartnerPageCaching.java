package ru.sosedi.partners.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.sosedi.shared.web.PublicPageTags;

/** Which public pages about partners browsers keep and ask about. */
@Configuration(proxyBeanMethods = false)
class PartnerPageCaching {

	@Bean
	FilterRegistrationBean<PublicPageTags> partnerPageTags() {
		FilterRegistrationBean<PublicPageTags> tags = new FilterRegistrationBean<>(new PublicPageTags());
		tags.setName("partnerPageTags");
		tags.addUrlPatterns("/partners", "/partners/*");
		return tags;
	}

}
