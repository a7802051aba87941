package okno.platform.core;

/**
 * An amount of money.
 *
 * @param amount in minor units (kopecks), so 800 roubles are {@code 80000}; negative amounts are legal only in ledgers
 * @param currency ISO 4217 letter code
 */
public record Money(long amount, String currency) {

    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency is not an ISO 4217 code");
        }
    }

    public static Money roubles(long kopecks) {
        return new Money(kopecks, "RUB");
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of two currencies cannot be added");
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }
}
