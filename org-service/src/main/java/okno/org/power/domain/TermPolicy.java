package okno.org.power.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import okno.platform.core.FieldFault;
import org.jspecify.annotations.Nullable;

/** For how long a power of attorney may be given. */
public final class TermPolicy {

    /** Where the document names no term (Civil Code art. 186, 1). */
    private static final Period UNLESS_NAMED = Period.ofYears(1);

    private static final int OF_AGE = 18;

    private TermPolicy() {}

    /** The first and the last day. */
    public record Days(LocalDate from, LocalDate until) {}

    /** The days asked for; a year from today where nothing is said. */
    public static Days days(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate today) {
        return new Days(from == null ? today : from, until == null ? today.plus(UNLESS_NAMED) : until);
    }

    public static List<FieldFault> faults(Days days, LocalDate today, Period longest) {
        List<FieldFault> faults = new ArrayList<>();
        if (days.from().isBefore(today)) {
            faults.add(FieldFault.at("/from", "poa_from_past"));
        }
        if (days.until().isBefore(days.from())) {
            faults.add(FieldFault.at("/until", "poa_term_over"));
        } else if (days.until().isAfter(today.plus(longest))) {
            faults.add(FieldFault.at("/until", "poa_term_too_long", longest.getYears()));
        }
        return faults;
    }

    /** Full capacity comes at eighteen (Civil Code art. 21, 1). */
    public static boolean ofAge(LocalDate born, LocalDate today) {
        return !born.plusYears(OF_AGE).isAfter(today);
    }
}
