package ru.sosedi;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Hears every SQL statement that the portal sends, whoever sends it (Hibernate,
 * {@code JdbcClient}, the sessions), and so can hold a page to its budget: <pre>
 * assertThat(this.sqlStatements.during(() -> this.mvc.get().uri("/").exchange()))
 *     .hasSizeLessThanOrEqualTo(4);
 * </pre> A failing assertion shows the statements. Only the calling thread is heard, so
 * jobs in the background do not count, and the request has to go through
 * {@code MockMvcTester}. Ask for a page once before measuring it when caches shall be
 * warm.
 */
public class SqlStatements implements BeanPostProcessor {

	private final ThreadLocal<List<String>> heard = new ThreadLocal<>();

	/** The statements sent while the request ran, in order; a batch is one statement. */
	public List<String> during(ThrowingCallable request) {
		List<String> statements = new ArrayList<>();
		this.heard.set(statements);
		try {
			request.call();
		}
		catch (RuntimeException | Error e) {
			throw e;
		}
		catch (Throwable e) {
			throw new IllegalStateException(e);
		}
		finally {
			this.heard.remove();
		}
		return statements;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof DataSource source && !(bean instanceof ProxyDataSource)) {
			return ProxyDataSourceBuilder.create(source).listener(new Listener()).build();
		}
		return bean;
	}

	private final class Listener implements QueryExecutionListener {

		@Override
		public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			List<String> statements = SqlStatements.this.heard.get();
			if (statements != null && !queries.isEmpty()) {
				statements.add(queries.getFirst().getQuery());
			}
		}

		@Override
		public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			// counted before the query, so that a failing one counts as well
		}

	}

}
