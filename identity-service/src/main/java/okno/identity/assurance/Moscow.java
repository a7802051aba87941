package okno.identity.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day in Moscow, by which terms of documents are counted. */
final class Moscow {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private Moscow() {}

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
