package okno.application.appeal.events;

import java.time.LocalDate;
import java.util.UUID;
import okno.application.appeal.domain.Appeal;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationFixture;
import okno.application.casefile.domain.Decision;
import okno.platform.test.ContractCheck;
import org.junit.jupiter.api.Test;

class AppealContractTest {

    @Test
    void registered_decided_and_withdrawn_keep_their_contracts() {
        Application refused = ApplicationFixture.oneInReview()
                .decide(
                        new Decision(
                                Decision.Verdict.REJECTED, "data_mismatch", null, ApplicationFixture.NOW, "officer-1"),
                        ApplicationFixture.NOW);
        Appeal appeal = new Appeal(
                UUID.fromString("0198c0de-5000-7000-8000-000000000001"),
                1,
                refused.id(),
                "APPEAL-2026-0000007-3",
                "fns",
                null,
                "refusal_unlawful",
                "text",
                null,
                Appeal.Status.REGISTERED,
                LocalDate.parse("2026-11-26"),
                LocalDate.parse("2026-12-17"),
                ApplicationFixture.NOW,
                null);
        Appeal denied = appeal.decide(Appeal.Status.DENIED, "answer", "officer-2", refused, ApplicationFixture.NOW);

        ContractCheck.event("appeal-registered.v1", AppealV1.of(appeal, refused).data());
        ContractCheck.event("appeal-decided.v1", AppealV1.of(denied, refused).data());
        Appeal withdrawn = appeal.withdraw(ApplicationFixture.NOW);
        ContractCheck.event(
                "appeal-withdrawn.v1", AppealV1.of(withdrawn, refused).data());
    }
}
