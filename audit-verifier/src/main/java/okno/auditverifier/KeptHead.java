package okno.auditverifier;

import java.time.Instant;

/**
 * A head as the journal's table keeps it.
 *
 * @param root hexadecimal
 */
record KeptHead(long size, String root, Instant signedAt, String statement) {}
