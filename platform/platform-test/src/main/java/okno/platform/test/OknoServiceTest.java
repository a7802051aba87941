package okno.platform.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the whole service on a free port with its own migrated database, the test broker and the test issuer. Tests with
 * the same configuration share one context, so each test makes its own data under new ids and never counts all rows.
 *
 * <pre>{@code
 * @OknoServiceTest
 * class PayChargeIT {
 *     @LocalServerPort int port;
 *     @Autowired JdbcClient jdbc;
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStackInitializer.class)
public @interface OknoServiceTest {}
