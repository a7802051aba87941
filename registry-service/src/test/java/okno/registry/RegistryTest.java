package okno.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import okno.platform.test.OknoServiceTest;
import okno.registry.civil.CivilRegistersStub;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The service with 300 invented records; all such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OknoServiceTest
@TestPropertySource(properties = {"okno.registry.invented-records=300", "okno.registry.civil.key=key-of-a-test"})
@Import(CivilRegistersStub.class)
public @interface RegistryTest {}
