package okno.application.submission;

import java.time.Clock;
import java.util.UUID;
import okno.application.casefile.OweRefund;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.RefundGround;
import okno.application.casefile.persistence.Applications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What payment-service says of a duty takes effect: the charge gets known, its payment submits the application. */
@Component
public class ChargeDuty {

    private static final Logger LOG = LoggerFactory.getLogger(ChargeDuty.class);

    private final Applications applications;
    private final OweRefund oweRefund;
    private final StartTerm startTerm;
    private final RecordStep recordStep;
    private final Clock clock;

    ChargeDuty(
            Applications applications, OweRefund oweRefund, StartTerm startTerm, RecordStep recordStep, Clock clock) {
        this.applications = applications;
        this.oweRefund = oweRefund;
        this.startTerm = startTerm;
        this.recordStep = recordStep;
        this.clock = clock;
    }

    public record Created(UUID applicationId, String uin) {}

    public record Paid(UUID applicationId, String uin) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Created charge) {
        applications
                .find(charge.applicationId)
                .filter(Application::owesDuty)
                .ifPresent(application -> applications.save(application.charged(charge.uin, clock.instant())));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Paid charge) {
        Application application = applications.find(charge.applicationId).orElse(null);
        if (application == null
                || application.duty() == null
                || application.duty().isPaid()) {
            LOG.warn("Payment for application {} has nothing to pay for", charge.applicationId);
            return;
        }
        if (application.status() == ApplicationStatus.AWAITING_PAYMENT) {
            recordStep.handle("payment-service", application, startTerm.submitPaid(application, charge.uin));
        } else {
            Application late = application.paidTooLate(charge.uin, clock.instant());
            applications.save(late);
            oweRefund.handle(late, RefundGround.PAID_TOO_LATE);
        }
    }
}
