package okno.payment.charge.domain;

import java.time.LocalDate;
import okno.platform.core.number.Uin;

/**
 * What a payment to the budget is for, as dated reference data.
 *
 * @param administrator three digits of the revenue administrator, the beginning of every UIN of this duty
 * @param dueDays calendar days a payer has
 */
public record Duty(Key key, String administrator, int dueDays) {

    /** Names one dated row of the duties. */
    public record Key(String purpose, LocalDate validFrom) {}

    /**
     * The UIN of this duty's charge with this number.
     *
     * @param number positive, of at most 16 digits
     */
    public Uin uin(long number) {
        return Uin.complete(administrator + "%016d".formatted(number));
    }

    public LocalDate dueDate(LocalDate created) {
        return created.plusDays(dueDays);
    }
}
