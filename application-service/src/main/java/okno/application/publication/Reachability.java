package okno.application.publication;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Side;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import okno.platform.core.FieldFault;

/** Every end of an application must be reachable from its draft, as far as the passport lets the life cycle go. */
final class Reachability {

    /** The ground on which an application is refused when the register has no record. */
    private static final String NO_RECORD = "record_not_found";

    private Reachability() {}

    static List<FieldFault> faults(Passport passport) {
        Set<ApplicationStatus> reached = reached(passport);
        return Arrays.stream(ApplicationStatus.values())
                .filter(ApplicationStatus::isFinal)
                .filter(status -> !reached.contains(status))
                // Cancellation is a rule of the portal, not of the service.
                .filter(status -> status != ApplicationStatus.CANCELLED)
                // A service may be one that is never taken back; it must be able to end well and to be refused.
                .filter(status -> status != ApplicationStatus.WITHDRAWN
                        || passport.allowedActions().isEmpty())
                .map(status -> FieldFault.at("/processing", "status_unreachable", status.name()))
                .toList();
    }

    static Set<ApplicationStatus> reached(Passport passport) {
        Set<ApplicationStatus> reached = EnumSet.of(ApplicationStatus.DRAFT);
        Deque<ApplicationStatus> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            ApplicationStatus from = open.remove();
            Lifecycle.TABLE.stream()
                    .filter(row -> row.from() == from && isPossible(row, passport))
                    .map(Lifecycle.Transition::to)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    private static boolean isPossible(Lifecycle.Transition row, Passport passport) {
        boolean byRegister = passport.processing().decidedBy() == Processing.DecidedBy.REGISTER;
        return switch (row.step()) {
            case SUBMIT -> passport.duty() == null;
            case SUBMIT_AND_PAY, PAY -> passport.duty() != null;
            case FULFIL_BY_REGISTER -> byRegister;
            case REFUSE_BY_REGISTER -> byRegister && passport.rejectionReasons().containsKey(NO_RECORD);
            case REJECT -> !byRegister && !passport.rejectionReasons().isEmpty();
            default ->
                (row.side() != Side.AGENCY || !byRegister)
                        && (row.side() != Side.APPLICANT
                                || passport.allows(row.from().name(), row.step().name()));
        };
    }
}
