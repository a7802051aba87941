package okno.application.casefile.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationNumber;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Decision;
import okno.application.casefile.domain.Duty;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.domain.Handling;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.RegisterRecord;
import okno.application.casefile.domain.ServiceRef;
import okno.application.vault.PersonalData;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/** A row of {@code application} as an {@link Application}. */
final class ApplicationRow {

    static final String COLUMNS = """
            id, version, service_code, service_version, agency, exclusive, region, person_id, org_id, status,
            created_at, updated_at, number, submitted_at, expected_completion_date, paused_on,
            duty_amount, duty_currency, duty_uin, duty_paid_at,
            decision, decision_reason, decision_comment, decided_at, decided_by, record_register, record_key, unit, assignee,
            proposal, proposal_reason, proposal_comment, proposal_by, proposed_at, barred, answer_by, cancel_reason, signature_id
            """;

    private final PersonalData personalData;

    ApplicationRow(PersonalData personalData) {
        this.personalData = personalData;
    }

    Application map(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Application(
                id,
                row.getLong("version"),
                new ServiceRef(
                        row.getString("service_code"),
                        row.getInt("service_version"),
                        row.getString("agency"),
                        row.getBoolean("exclusive")),
                new Owner(row.getString("person_id"), row.getObject("org_id", UUID.class)),
                row.getString("region"),
                ApplicationStatus.valueOf(row.getString("status")),
                filing(row),
                duty(row),
                decision(row, id),
                record(row),
                handling(row, id),
                row.getObject("answer_by", LocalDate.class),
                row.getString("cancel_reason"),
                row.getObject("signature_id", UUID.class),
                required(row, "created_at"),
                required(row, "updated_at"));
    }

    static byte @Nullable [] sealedComment(PersonalData personalData, Application application) {
        Decision decision = application.decision();
        return decision == null || decision.comment() == null
                ? null
                : personalData.seal(commentPlace(application.id()), decision.comment());
    }

    static byte @Nullable [] sealedProposal(PersonalData personalData, Application application) {
        Handling.Proposal proposal = application.handling().proposal();
        return proposal == null || proposal.comment() == null
                ? null
                : personalData.seal(proposalPlace(application.id()), proposal.comment());
    }

    private Handling handling(ResultSet row, UUID id) throws SQLException {
        String verdict = row.getString("proposal");
        byte[] comment = row.getBytes("proposal_comment");
        return new Handling(
                row.getString("unit"),
                row.getString("assignee"),
                verdict == null
                        ? null
                        : new Handling.Proposal(
                                Decision.Verdict.valueOf(verdict),
                                row.getString("proposal_reason"),
                                comment == null ? null : personalData.open(proposalPlace(id), comment),
                                row.getString("proposal_by"),
                                required(row, "proposed_at")),
                barred(row));
    }

    private static Set<String> barred(ResultSet row) throws SQLException {
        Array accounts = row.getArray("barred");
        return accounts == null ? Set.of() : Set.of((String[]) accounts.getArray());
    }

    private static @Nullable Filing filing(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return number == null
                ? null
                : new Filing(
                        new ApplicationNumber(number),
                        required(row, "submitted_at"),
                        row.getObject("expected_completion_date", LocalDate.class),
                        row.getObject("paused_on", LocalDate.class));
    }

    private static @Nullable Duty duty(ResultSet row) throws SQLException {
        String currency = row.getString("duty_currency");
        return currency == null
                ? null
                : new Duty(
                        new Money(row.getLong("duty_amount"), currency),
                        row.getString("duty_uin"),
                        optional(row, "duty_paid_at"));
    }

    private @Nullable Decision decision(ResultSet row, UUID id) throws SQLException {
        String verdict = row.getString("decision");
        byte[] comment = row.getBytes("decision_comment");
        return verdict == null
                ? null
                : new Decision(
                        Decision.Verdict.valueOf(verdict),
                        row.getString("decision_reason"),
                        comment == null ? null : personalData.open(commentPlace(id), comment),
                        required(row, "decided_at"),
                        row.getString("decided_by"));
    }

    private static @Nullable RegisterRecord record(ResultSet row) throws SQLException {
        String register = row.getString("record_register");
        return register == null ? null : new RegisterRecord(register, row.getString("record_key"));
    }

    private static String commentPlace(UUID id) {
        return "application|" + id + "|decision_comment";
    }

    private static String proposalPlace(UUID id) {
        return "application|" + id + "|proposal_comment";
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
