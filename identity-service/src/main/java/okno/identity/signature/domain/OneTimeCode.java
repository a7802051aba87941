package okno.identity.signature.domain;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Six digits that are sent to a phone and shown nowhere else.
 *
 * @param digits 000000 to 999999
 */
public record OneTimeCode(String digits) {

    private static final RandomGenerator RANDOM = new SecureRandom();

    public static OneTimeCode random() {
        return new OneTimeCode("%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    /** Never the digits: the code must not reach a log. */
    @Override
    public String toString() {
        return "OneTimeCode";
    }
}
