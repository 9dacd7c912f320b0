package ru.sosedi.platform;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Writes the network's name after the title of every page, "Programme · Neighbours", so
 * that no page has to. The layout gives the name as the variable {@code siteName}; what
 * has no layout (letters, fragments) keeps its title.
 */
@Component
class NetworkNameInTitles implements IPostProcessorDialect {

	@Override
	public String getName() {
		return "network name in titles";
	}

	@Override
	public int getDialectPostProcessorPrecedence() {
		return 1000;
	}

	@Override
	public Set<IPostProcessor> getPostProcessors() {
		return Set.of(new PostProcessor(TemplateMode.HTML, Writer.class, 1000));
	}

	/** Made anew by Thymeleaf for every page. */
	public static final class Writer extends AbstractTemplateHandler {

		private ITemplateContext context;

		private boolean written;

		@Override
		public void setContext(ITemplateContext context) {
			super.setContext(context);
			this.context = context;
		}

		@Override
		public void handleCloseElement(ICloseElementTag tag) {
			if (!this.written && "title".equals(tag.getElementCompleteName())) {
				this.written = true;
				if (this.context.getVariable("siteName") instanceof String name) {
					super.handleText(this.context.getModelFactory().createText(" · " + escaped(name)));
				}
			}
			super.handleCloseElement(tag);
		}

		private static String escaped(String name) {
			return HtmlUtils.htmlEscape(name, "UTF-8");
		}

	}

}
