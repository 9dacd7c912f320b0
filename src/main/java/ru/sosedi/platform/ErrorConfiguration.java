package ru.sosedi.platform;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class ErrorConfiguration {

	/** After Boot's own customizer: the valve added last is the first to report. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrorPages(MessageSource messages,
			LanguageResolver languages, SecurityHeaders headers,
			@Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile) {
		return (factory) -> factory.addContextCustomizers((context) -> {
			StandardHost host = (StandardHost) context.getParent();
			host.setErrorReportValveClass(PlainErrorPages.class.getName());
			host.getPipeline().addValve(new PlainErrorPages(messages, languages, headers, largestFile));
		});
	}

}
