package okno.application.casefile.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Decision;
import okno.application.casefile.domain.Duty;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.domain.Handling;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.RegisterRecord;
import okno.application.vault.PersonalData;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All applications. Whoever reads one names whose eyes read: the owner's, the agency's, or the system's. */
@Repository
public class Applications {

    private static final String SELECT = "select " + ApplicationRow.COLUMNS + " from application ";
    // A representative sees of the owner's what the power of attorney is for.
    private static final String WITHIN =
            "and (cast(:within as text[]) is null or service_code = any(cast(:within as text[])))";
    private static final String OF_OWNER = SELECT + "where id = :id and owner = :owner " + WITHIN;
    private static final String OF_AGENCY = SELECT + """
            where id = :id and agency = :agency and (:region::text is null or region is null or region = :region)
              and status not in ('DRAFT', 'AWAITING_PAYMENT') and number is not null
            """;
    private static final String BY_ID = SELECT + "where id = :id";
    // Of one owner there may be a hundred thousand: the index application_owner_list tells which, only that one is
    // read.
    static final String UNDER_WAY = SELECT + """
            where id = (select id
                          from application
                         where owner = :owner and service_code = :service
                           and status in ('AWAITING_PAYMENT', 'SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED',
                                          'CORRECTION_REQUIRED', 'APPROVED')
                         order by id
                         limit 1)
            """;
    static final String LAST_FILED = SELECT + """
            where id = (select id
                          from application
                         where owner = :owner and service_code = :service and status <> 'DRAFT'
                         order by id desc
                         limit 1)
            """;
    private static final String INSERT = """
            insert into application (id, version, service_code, service_version, agency, exclusive, person_id, org_id,
                                     status, created_at, updated_at)
            values (:id, :version, :service, :serviceVersion, :agency, :exclusive, :personId, :orgId,
                    :status, :createdAt, :createdAt)
            """;
    private static final String UPDATE = """
            update application
               set version = :version, region = :region, status = :status, updated_at = :updatedAt,
                   number = :number, submitted_at = :submittedAt, expected_completion_date = :expected,
                   paused_on = :pausedOn,
                   duty_amount = :dutyAmount, duty_currency = :dutyCurrency, duty_uin = :dutyUin,
                   duty_paid_at = :dutyPaidAt,
                   decision = :decision, decision_reason = :reason, decision_comment = :comment,
                   decided_at = :decidedAt, decided_by = :decidedBy,
                   record_register = :register, record_key = :recordKey,
                   unit = :unit, assignee = :assignee,
                   proposal = :proposal, proposal_reason = :proposalReason, proposal_comment = :proposalComment,
                   proposal_by = :proposalBy, proposed_at = :proposedAt, barred = :barred,
                   answer_by = :answerBy, cancel_reason = :cancelReason, signature_id = :signatureId
             where id = :id and version = :version - 1
            """;
    // The rows of its file go with it (on delete cascade).
    private static final String DELETE = "delete from application where id = :id and version = :version";

    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final ApplicationRow row;

    Applications(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.row = new ApplicationRow(personalData);
    }

    /** The owner's application; another's is not found. */
    public Application get(UUID id, Owner owner) {
        return one(jdbc.sql(OF_OWNER)
                        .param("id", id)
                        .param("owner", owner.key())
                        .param("within", within(owner)))
                .orElseThrow(Problem::notFound);
    }

    /** An application that the agency has in hand; another's, or one of another region, is not found. */
    public Application get(UUID id, String agency, @Nullable String region) {
        return one(jdbc.sql(OF_AGENCY).param("id", id).param("agency", agency).param("region", region))
                .orElseThrow(Problem::notFound);
    }

    /** Any application; for effects of events and for our own services. */
    public Optional<Application> find(UUID id) {
        return one(jdbc.sql(BY_ID).param("id", id));
    }

    /** The owner's application of a service that is under way, if there is one. */
    public Optional<Application> underWay(Owner owner, String service) {
        return one(jdbc.sql(UNDER_WAY).param("owner", owner.key()).param("service", service));
    }

    /** The newest application of a service that the owner has submitted, whatever came of it. */
    public Optional<Application> lastFiled(Owner owner, String service) {
        return one(jdbc.sql(LAST_FILED).param("owner", owner.key()).param("service", service));
    }

    public void insert(Application application) {
        jdbc.sql(INSERT)
                .param("id", application.id())
                .param("version", application.version())
                .param("service", application.service().code())
                .param("serviceVersion", application.service().version())
                .param("agency", application.service().agency())
                .param("exclusive", application.service().exclusive())
                .param("personId", application.owner().personId())
                .param("orgId", application.owner().orgId())
                .param("status", application.status().name())
                .param("createdAt", time(application.createdAt()))
                .update();
    }

    /**
     * Saves the next version.
     *
     * @throws Problem {@code conflict} when another change came first
     */
    public void save(Application application) {
        if (jdbc.sql(UPDATE).params(parameters(application)).update() == 0) {
            throw new Problem(ProblemKind.CONFLICT, "conflict");
        }
    }

    /** Removes a draft with its whole file. */
    public void delete(Application draft) {
        if (jdbc.sql(DELETE)
                        .param("id", draft.id())
                        .param("version", draft.version())
                        .update()
                == 0) {
            throw new Problem(ProblemKind.CONFLICT, "conflict");
        }
    }

    public long nextSerial() {
        return jdbc.sql("select nextval('application_number')")
                .query(Long.class)
                .single();
    }

    private Map<String, @Nullable Object> parameters(Application application) {
        Filing filing = application.filing();
        Duty duty = application.duty();
        Decision decision = application.decision();
        RegisterRecord record = application.record();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", application.id());
        values.put("version", application.version());
        values.put("region", application.region());
        values.put("status", application.status().name());
        values.put("updatedAt", time(application.updatedAt()));
        values.put("number", filing == null ? null : filing.number().value());
        values.put("submittedAt", filing == null ? null : time(filing.submittedAt()));
        values.put("expected", filing == null ? null : filing.expectedCompletionDate());
        values.put("pausedOn", filing == null ? null : filing.pausedOn());
        values.put("dutyAmount", duty == null ? null : duty.amount().amount());
        values.put("dutyCurrency", duty == null ? null : duty.amount().currency());
        values.put("dutyUin", duty == null ? null : duty.uin());
        values.put("dutyPaidAt", duty == null ? null : time(duty.paidAt()));
        values.put("decision", decision == null ? null : decision.verdict().name());
        values.put("reason", decision == null ? null : decision.reasonCode());
        values.put("comment", ApplicationRow.sealedComment(personalData, application));
        values.put("decidedAt", decision == null ? null : time(decision.decidedAt()));
        values.put("decidedBy", decision == null ? null : decision.officer());
        values.put("register", record == null ? null : record.register());
        values.put("recordKey", record == null ? null : record.key());
        values.putAll(handling(application));
        values.put("answerBy", application.answerBy());
        values.put("cancelReason", application.cancelReason());
        values.put("signatureId", application.signatureId());
        return values;
    }

    private Map<String, @Nullable Object> handling(Application application) {
        Handling.Proposal proposal = application.handling().proposal();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("unit", application.handling().unit());
        values.put("assignee", application.handling().assignee());
        values.put("proposal", proposal == null ? null : proposal.verdict().name());
        values.put("proposalReason", proposal == null ? null : proposal.reasonCode());
        values.put("proposalComment", ApplicationRow.sealedProposal(personalData, application));
        values.put("proposalBy", proposal == null ? null : proposal.officer());
        values.put("proposedAt", proposal == null ? null : time(proposal.proposedAt()));
        Set<String> barred = application.handling().barred();
        values.put("barred", barred.isEmpty() ? null : barred.toArray(String[]::new));
        return values;
    }

    private Optional<Application> one(JdbcClient.StatementSpec statement) {
        return statement.query(row::map).optional();
    }

    static String @Nullable [] within(Owner owner) {
        return owner.services() == null ? null : owner.services().toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
