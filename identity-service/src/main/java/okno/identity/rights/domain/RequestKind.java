package okno.identity.rights.domain;

import java.time.LocalDate;
import okno.platform.core.calendar.WorkingCalendar;

/** What a person may ask for, and how soon the law wants an answer. */
public enum RequestKind {
    /** A copy of everything: 10 working days (152-FZ, article 20, part 1). */
    EXPORT,
    /** Inaccurate data: 7 working days (152-FZ, article 21, part 3). */
    CORRECTION,
    /** The end of processing: 30 days (152-FZ, article 21, part 5). */
    ERASURE;

    private static final int COPY_WORKING_DAYS = 10;
    private static final int CORRECTION_WORKING_DAYS = 7;
    private static final int ERASURE_DAYS = 30;

    /** The last day for the answer to what was asked on a day. */
    public LocalDate dueOn(LocalDate asked, WorkingCalendar calendar) {
        return switch (this) {
            case EXPORT -> calendar.plusWorkingDays(asked, COPY_WORKING_DAYS);
            case CORRECTION -> calendar.plusWorkingDays(asked, CORRECTION_WORKING_DAYS);
            case ERASURE -> asked.plusDays(ERASURE_DAYS);
        };
    }
}
