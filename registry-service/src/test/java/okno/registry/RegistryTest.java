package okno.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import okno.platform.test.OknoServiceTest;
import org.springframework.test.context.TestPropertySource;

/** The service with 300 invented records; all such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OknoServiceTest
@TestPropertySource(properties = "okno.registry.invented-records=300")
public @interface RegistryTest {}
