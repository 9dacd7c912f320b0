package ru.sosedi;

import java.util.Arrays;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The portal of a network of Neighbourhood Centres at libraries. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(sharedModules = "shared")
public class Portal {

	private static final String COMMAND = "--portal.verify-trail";

	public static void main(String[] args) {
		if (Arrays.stream(args).noneMatch((arg) -> arg.equals(COMMAND) || arg.equals(COMMAND + "=true"))) {
			SpringApplication.run(Portal.class, args);
			return;
		}
		// a command serves nobody: the port may be the running portal's
		String[] withoutPort = Stream.concat(Arrays.stream(args), Stream.of("--server.port=-1")).toArray(String[]::new);
		ConfigurableApplicationContext context = SpringApplication.run(Portal.class, withoutPort);
		System.exit(SpringApplication.exit(context));
	}

}
