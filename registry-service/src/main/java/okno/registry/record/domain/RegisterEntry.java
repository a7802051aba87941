package okno.registry.record.domain;

import java.time.LocalDate;

/** One entry of a register (ГРН, ГРНИП): what changed a record, and on which day. */
public record RegisterEntry(String entryNumber, LocalDate enteredOn, Kind kind) {

    /** What the entry did. */
    public enum Kind {
        CREATED,
        CHANGED,
        CLOSED
    }
}
