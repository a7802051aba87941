package okno.platform.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Points a service under test at a database of its own, the test broker and the test issuer. */
final class TestStackInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        AtExit.servicesRun();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("management.server.port", "0");
        properties.put("springdoc.writer-with-order-by-keys", "true");
        properties.put("springdoc.default-flat-param-object", "true");
        if (uses("org.springdoc.core.utils.SpringDocUtils")) {
            OpenApiParameters.describe();
        }
        if (uses("org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")) {
            properties.putAll(database(context.getEnvironment()));
        }
        if (uses("org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")) {
            properties.putAll(kafka());
        }
        properties.putAll(TestSecurity.properties());
        TestPropertyValues.of(properties).applyTo(context);
    }

    private static Map<String, String> database(Environment environment) {
        String locations =
                environment.getProperty("spring.flyway.locations", "classpath:db/platform,classpath:db/migration");
        TestDatabase database = TestStack.database(List.of(locations.split(",")));
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password());
    }

    private static Map<String, String> kafka() {
        return Map.of(
                "spring.kafka.bootstrap-servers", TestStack.kafka(),
                "okno.messaging.partitions", "3",
                // The test database trades durability for speed, on purpose.
                "okno.messaging.require-durable-database", "false");
    }

    private static boolean uses(String autoConfiguration) {
        return ClassUtils.isPresent(autoConfiguration, null);
    }
}
