package ru.sosedi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test against the whole portal on a real PostgreSQL. All classes with this annotation
 * share one application and one database: a test makes the rows that it needs, under
 * names of its own, and counts on no others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "portal.demo=false", "spring.main.banner-mode=off" })
@AutoConfigureMockMvc
@Import({ TestDatabase.class, TestClock.class, SqlStatements.class })
public @interface PortalTest {

}
