package ru.sosedi;

import java.text.DateFormat;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;

import org.springframework.data.repository.Repository;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RequestMapping;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/**
 * The layers {@code web → service → repository → entity}, visibility, time and names. A
 * rule that matches nothing fails ({@code archunit.properties}).
 */
@AnalyzeClasses(packages = "ru.sosedi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final int MOST_HANDLERS = 7;

	private static final List<String> SAYING_NOTHING = List.of("Impl", "Manager", "Helper", "Util", "Utils", "Dto",
			"Common", "Base");

	@ArchTest
	static final ArchRule controllersLiveInWebAndAreHidden = classes().that()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.resideInAPackage("..web")
		.andShould()
		.bePackagePrivate()
		.andShould()
		.haveSimpleNameEndingWith("Controller");

	@ArchTest
	static final ArchRule controllersStayReadable = classes().that()
		.areMetaAnnotatedWith(Controller.class)
		.should(haveFewHandlers())
		.because("a new verb is a new noun and a new controller");

	@ArchTest
	static final ArchRule repositoriesAreHidden = classes().that()
		.areAssignableTo(Repository.class)
		.should()
		.bePackagePrivate()
		.andShould()
		.haveSimpleNameEndingWith("Repository");

	@ArchTest
	static final ArchRule nothingBelowKnowsTheWeb = noClasses().that()
		.resideOutsideOfPackages("..web..", "..platform..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("ru.sosedi..web..", "org.springframework.web.servlet..", "jakarta.servlet..")
		.because("web -> service -> repository -> entity");

	@ArchTest
	static final ArchRule webOpensNoTransactions = noClasses().that()
		.resideInAPackage("..web..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.transaction..", "jakarta.persistence..",
				"org.springframework.data.jpa..", "org.springframework.jdbc..",
				"org.springframework.data.repository..");

	@ArchTest
	static final ArchRule entitiesDoNotKnowServices = noClasses().that()
		.areAnnotatedWith(Entity.class)
		.should()
		.dependOnClassesThat()
		.areAnnotatedWith(Service.class);

	@ArchTest
	static final ArchRule entitiesHaveNoSetters = methods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Entity.class)
		.should()
		.haveNameNotMatching("set[A-Z].*")
		.because("an entity changes by verbs");

	@ArchTest
	static final ArchRule entityFieldsArePrivate = fields().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Entity.class)
		.and()
		.areNotStatic()
		.should()
		.bePrivate();

	@ArchTest
	static final ArchRule servicesKeepNoState = fields().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Service.class)
		.and()
		.areNotStatic()
		.should()
		.haveModifier(JavaModifier.FINAL)
		.andShould()
		.haveModifier(JavaModifier.PRIVATE);

	@ArchTest
	static final ArchRule servicesAreTheModulesFace = classes().that()
		.areAnnotatedWith(Service.class)
		.should()
		.resideOutsideOfPackage("..web..");

	@ArchTest
	static final ArchRule formsAreRecords = classes().that()
		.resideInAPackage("..web")
		.and()
		.haveSimpleNameEndingWith("Form")
		.should()
		.beRecords()
		.andShould()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule whoActsIsAnArgument = noClasses().that()
		.areAnnotatedWith(Service.class)
		.should()
		.dependOnClassesThat()
		.areAssignableTo(SecurityContextHolder.class)
		.because("a service is told its actor and asks no security context");

	@ArchTest
	static final ArchRule timeComesFromTheClock = noClasses().that()
		.doNotHaveFullyQualifiedName("ru.sosedi.platform.ClockConfiguration")
		.should()
		.callMethodWhere(asksTheMachineForTheTime())
		.because("the present moment comes from the injected clock");

	@ArchTest
	static final ArchRule timeIsJavaTime = noClasses().that()
		// the header of a letter is written through an interface that knows no other date
		.doNotHaveFullyQualifiedName("ru.sosedi.notifications.OutboxSender")
		.and()
		// and so are certificates
		.doNotHaveFullyQualifiedName("ru.sosedi.signatures.CertificateTime")
		.should()
		.dependOnClassesThat()
		.belongToAnyOf(Date.class, Calendar.class, TimeZone.class, DateFormat.class);

	@ArchTest
	static final ArchRule namesSaySomething = classes().should(haveATellingName());

	@ArchTest
	static final ArchRule nobodyPrints = noMethods().should(new ArchCondition<>("write to the console") {
		@Override
		public void check(JavaMethod method, ConditionEvents events) {
			method.getFieldAccesses()
				.stream()
				.filter((access) -> access.getTargetOwner().isEquivalentTo(System.class))
				.forEach((access) -> events.add(SimpleConditionEvent.satisfied(method, access.getDescription())));
		}
	});

	private static DescribedPredicate<JavaCall<?>> asksTheMachineForTheTime() {
		return DescribedPredicate.describe("asks the machine for the time", (call) -> {
			AccessTarget.CodeUnitCallTarget target = call.getTarget();
			String owner = target.getOwner().getName();
			boolean now = target.getName().equals("now") && owner.startsWith("java.time.")
					&& target.getRawParameterTypes().stream().noneMatch((type) -> type.isEquivalentTo(Clock.class));
			boolean clock = target.getOwner().isEquivalentTo(Clock.class)
					&& target.getName().matches("system.*|tick.*");
			boolean millis = target.getOwner().isEquivalentTo(System.class)
					&& target.getName().equals("currentTimeMillis");
			return now || clock || millis;
		});
	}

	private static ArchCondition<JavaClass> haveFewHandlers() {
		return new ArchCondition<>("have at most " + MOST_HANDLERS + " handlers") {
			@Override
			public void check(JavaClass controller, ConditionEvents events) {
				long handlers = controller.getMethods()
					.stream()
					.filter((method) -> method.isMetaAnnotatedWith(RequestMapping.class))
					.count();
				events.add(new SimpleConditionEvent(controller, handlers > 0 && handlers <= MOST_HANDLERS,
						controller.getName() + " has " + handlers + " handlers"));
			}
		};
	}

	private static ArchCondition<JavaClass> haveATellingName() {
		return new ArchCondition<>("have a name that says what it is") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean telling = SAYING_NOTHING.stream().noneMatch(type.getSimpleName()::endsWith);
				events.add(new SimpleConditionEvent(type, telling, type.getName() + " says nothing"));
			}
		};
	}

}
