package okno.platform.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of the house, each with its reason. A service's test is one line: {@code checkService("okno.payment")}. */
public final class ArchitectureRules {

    private static final String REST_CONTROLLER = "org.springframework.web.bind.annotation.RestController";
    private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";
    private static final String PRE_AUTHORIZE = "org.springframework.security.access.prepost.PreAuthorize";
    private static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";
    private static final String KAFKA_LISTENER = "org.springframework.kafka.annotation.KafkaListener";
    private static final String REPOSITORY = "org.springframework.stereotype.Repository";
    private static final String MAPPER = "org.mapstruct.Mapper";
    private static final String VALUE = "org.springframework.beans.factory.annotation.Value";
    private static final String AUTOWIRED = "org.springframework.beans.factory.annotation.Autowired";

    private ArchitectureRules() {}

    /**
     * Checks the main classes and sources of the service whose module is the working directory.
     *
     * @param root its root package, such as {@code okno.payment}
     * @throws AssertionError with every violation of every rule
     */
    public static void checkService(String root) {
        JavaClasses imported = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ArchitectureRules::isWritten)
                .importPackages(root);
        List<String> violations = new ArrayList<>();
        rules(root).values().forEach(rule -> {
            var result = rule.allowEmptyShould(true).evaluate(imported);
            if (result.hasViolation()) {
                violations.add(result.getFailureReport().toString());
            }
        });
        violations.addAll(SourceRules.violations(Path.of("src/main/java")));
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n\n", violations));
        }
    }

    /** All rules by name, for a service of this root package. */
    static Map<String, ArchRule> rules(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        Stream.of(layers(root), edges(), habits(root)).forEach(rules::putAll);
        return rules;
    }

    private static Map<String, ArchRule> layers(String root) {
        return Map.of(
                "domain is pure",
                classes()
                        .that()
                        .resideInAPackage("..domain..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..", "org.jspecify..", "okno.platform.core..", root, "..domain.."))
                        .because("rules must be readable and testable without Spring, SQL or HTTP"),
                "edges do not meet",
                noClasses()
                        .that()
                        .resideInAnyPackage("..web..", "..messaging..")
                        .should()
                        .dependOnClassesThat(resideInAPackage(root + "..persistence.."))
                        .because(
                                "HTTP and Kafka only translate; a use case or a query decides what is read and written"),
                "persistence knows no edge",
                noClasses()
                        .that()
                        .resideInAPackage("..persistence..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(root + "..web..", root + "..messaging.."))
                        .because("SQL must not change with the shape of a request or an event"),
                "features have no cycles",
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a feature that needs another in both directions is the same feature"),
                "services are apart",
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAPackage("okno..")
                                .and(resideOutsideOfPackages(root, root + "..", "okno.platform..")))
                        .because("services share nothing but JSON described in contracts/"));
    }

    private static Map<String, ArchRule> edges() {
        return Map.of(
                "controllers are hidden",
                classes()
                        .that()
                        .areAnnotatedWith(REST_CONTROLLER)
                        .should()
                        .resideOutsideOfPackages("..domain..", "..persistence..", "..messaging..", "..events..")
                        .andShould()
                        .notBePublic()
                        .because("nobody calls a controller but Spring"),
                "controllers deny by default",
                classes()
                        .that()
                        .areAnnotatedWith(REST_CONTROLLER)
                        .should(ArchitectureConditions.denyByDefault(PRE_AUTHORIZE))
                        .because("a handler that forgets to say who may call it must be closed"),
                "handlers name their authority",
                methods()
                        .that()
                        .areMetaAnnotatedWith(MAPPING)
                        .should()
                        .beAnnotatedWith(PRE_AUTHORIZE)
                        .because("who may call is said beside the path"),
                "listeners are hidden",
                methods()
                        .that()
                        .areAnnotatedWith(KAFKA_LISTENER)
                        .should()
                        .beDeclaredInClassesThat(
                                resideOutsideOfPackages("..domain..", "..persistence..", "..web..", "..events..")
                                        .and(ArchitectureConditions.notPublic()))
                        .because("nobody calls a listener but Spring"),
                "mappers are hidden",
                classes()
                        .that()
                        .areAnnotatedWith(MAPPER)
                        .should()
                        .notBePublic()
                        .because("a mapping belongs to the edge that needs it"),
                "SQL is in persistence",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..persistence..")
                        .and()
                        .haveSimpleNameNotEndingWith("Queries")
                        .and()
                        .areNotAnnotatedWith(REPOSITORY)
                        .should()
                        .dependOnClassesThat(assignableTo("org.springframework.jdbc.core.simple.JdbcClient")
                                .or(assignableTo("org.springframework.jdbc.core.JdbcOperations")))
                        .because("SQL has two places: repositories, and queries that only read"),
                "transactions are use cases",
                noMethods()
                        .that()
                        .areAnnotatedWith(TRANSACTIONAL)
                        .should()
                        .beDeclaredInClassesThat()
                        .resideInAnyPackage("..web..", "..domain..", "..persistence..")
                        .because("the use case is the only transaction boundary"),
                "no call in a transaction",
                classes()
                        .should(ArchitectureConditions.notCallClientsWhenTransactional(TRANSACTIONAL))
                        .because("a slow neighbour must not hold our connections"));
    }

    private static Map<String, ArchRule> habits(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "no generic exceptions",
                NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because("a refusal has a code, and a fault has a type"));
        rules.put(
                "no standard streams",
                NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("logs carry level, trace and no personal data"));
        rules.put(
                "no JUL",
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAPackage("java.util.logging"))
                        .because("there is one log, by SLF4J"));
        rules.put(
                "constructors inject",
                fields().should()
                        .notBeAnnotatedWith(AUTOWIRED)
                        .andShould()
                        .notBeAnnotatedWith(VALUE)
                        .because("what an object needs is in its constructor"));
        rules.put(
                "settings are records",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(VALUE)
                        .because("settings are validated records beside their user"));
        rules.put(
                "time comes from a clock",
                noClasses()
                        .should(ArchitectureConditions.readTheSystemClock())
                        .because("terms and expiry are tested with a clock that the test sets"));
        rules.put(
                "dates are java.time",
                noClasses()
                        .that(ArchitectureConditions.doNotUse(
                                "io.jsonwebtoken",
                                "com.nimbusds",
                                "java.security.cert",
                                "eu.europa.esig",
                                "org.bouncycastle"))
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(Date.class, Calendar.class)
                        .because(
                                "java.util.Date has no zone and can be changed; only token and certificate libraries still ask for it"));
        rules.put(
                "shapes are records",
                classes()
                        .that()
                        .resideInAnyPackage("..web..", "..events..")
                        .and()
                        .haveNameMatching(".*[a-z](Request|Response|V\\d+)")
                        .or()
                        .haveSimpleNameEndingWith("Properties")
                        .should()
                        .beRecords()
                        .because("what crosses an edge is a value"));
        rules.put(
                "interfaces stand at forks",
                classes()
                        .that()
                        .areInterfaces()
                        .should(ArchitectureConditions.haveMoreThanOneImplementation(MAPPER))
                        .because(
                                "an interface with one implementation is two files for one thing; @Port marks a real fork"));
        rules.put(
                "names say something",
                classes()
                        .should(ArchitectureConditions.haveNoEmptyWordInTheirNames())
                        .because("Impl, Manager, Helper, Util, Common, Base, Abstract, Info, Dto name nothing"));
        rules.put(
                "packages are null-marked",
                classes()
                        .should(ArchitectureConditions.resideInNullMarkedPackages())
                        .because("NullAway looks only where it is told to"));
        return rules;
    }

    private static boolean isWritten(Location location) {
        return !location.contains("MapperImpl");
    }
}
