package okno.identity.rights.domain;

import java.time.Instant;

/**
 * What an operator decided of a request.
 *
 * @param by the operator's id
 * @param comment what the person is told
 */
public record Ruling(String by, Instant at, Ground ground, String comment) {

    /** Why; a refusal names its ground (152-FZ, article 20, part 2). */
    public enum Ground {
        /** Nothing stands against it. */
        LAWFUL,
        /** What is recorded is right. */
        DATA_ACCURATE,
        /** The evidence does not suffice. */
        NOT_PROVED,
        /** A law orders to go on (152-FZ, article 21, part 5). */
        LAW_ORDERS_PROCESSING,
        /** A service that was asked for is still under way. */
        SERVICE_UNDER_WAY
    }
}
