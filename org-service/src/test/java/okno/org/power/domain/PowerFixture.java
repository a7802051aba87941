package okno.org.power.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A power of attorney for an extract, for the year from 26 November 2026. */
public final class PowerFixture {

    public static final Instant NOW = Instant.parse("2026-11-26T09:30:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private PowerFixture() {}

    public static PowerOfAttorney aPower() {
        return PowerOfAttorney.written(
                UUID.fromString("0198c0de-7000-7000-8000-000000000001"),
                "0198c0de-0000-7000-8000-000000000001",
                new PowerTerms(
                        List.of("egrul-extract"),
                        List.of(PowerPermission.APPLICATIONS_SUBMIT, PowerPermission.APPLICATIONS_DRAFT),
                        TODAY,
                        TODAY.plusYears(1)),
                "00",
                NOW);
    }
}
