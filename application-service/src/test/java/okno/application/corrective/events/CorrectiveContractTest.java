package okno.application.corrective.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.ApplicationFixture;
import okno.application.casefile.domain.TermWatch;
import okno.application.corrective.domain.CorrectiveAction;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.Test;

class CorrectiveContractTest {

    @Test
    void opened_escalated_and_closed_keep_their_contracts() {
        CorrectiveAction action = new CorrectiveAction(
                UUID.fromString("0198c0de-9000-7000-8000-000000000001"),
                1,
                "CORRECTIVE-2026-0000003-1",
                "fns",
                null,
                "ip-registration",
                CorrectiveAction.Ground.mean(new BigDecimal("2.75"), 20),
                CorrectiveAction.Status.OPEN,
                null,
                LocalDate.parse("2026-11-26"),
                LocalDate.parse("2026-12-10"),
                null);
        CorrectiveAction closed = action.take("officer-1")
                .close(
                        "officer-1",
                        false,
                        new CorrectiveAction.Closure("other", "Текст памятки исправлен", ApplicationFixture.NOW));

        ContractCheck.event(
                "corrective-action-opened.v1",
                CorrectiveActionV1.opened(action, List.of("lead-1"), ApplicationFixture.NOW)
                        .data());
        ContractCheck.event(
                "corrective-action-escalated.v1",
                CorrectiveActionV1.escalated(action, TermWatch.Level.PAST, List.of(), ApplicationFixture.NOW)
                        .data());
        ContractCheck.event(
                "corrective-action-closed.v1",
                CorrectiveActionV1.closed(closed, ApplicationFixture.NOW).data());
    }
}
