/**
 * What every service's tests stand on: {@link okno.platform.test.TestStack} (PostgreSQL and Kafka),
 * {@link okno.platform.test.OknoServiceTest} (a running service), {@link okno.platform.test.ContractCheck} and
 * {@link okno.platform.test.OpenApiContract} (the files under {@code contracts/}).
 */
@NullMarked
package okno.platform.test;

import org.jspecify.annotations.NullMarked;
