/// PostgreSQL, Kafka and Keycloak: how each is unpacked, prepared once, started and known to be ready.
@NullMarked
package okno.local.infra;

import org.jspecify.annotations.NullMarked;
