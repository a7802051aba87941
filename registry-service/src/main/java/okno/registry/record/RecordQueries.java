package okno.registry.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Ogrn;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import okno.registry.record.domain.RecordQuery;
import okno.registry.record.domain.Register;
import okno.registry.record.domain.RegisterEntry;
import okno.registry.record.domain.RegisterRecord;
import okno.registry.record.domain.RegisterRecord.LegalEntity;
import okno.registry.record.domain.RegisterRecord.SoleTrader;
import okno.registry.record.persistence.LegalEntities;
import okno.registry.record.persistence.RegisterEntries;
import okno.registry.record.persistence.SoleTraders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds records. Every look into a person's record is audited, so reads here write an outbox row. */
@Service
public class RecordQueries {

    private static final String BASIS = "129-FZ art. 6";

    private final LegalEntities legalEntities;
    private final SoleTraders soleTraders;
    private final RegisterEntries entries;
    private final Audit audit;

    RecordQueries(LegalEntities legalEntities, SoleTraders soleTraders, RegisterEntries entries, Audit audit) {
        this.legalEntities = legalEntities;
        this.soleTraders = soleTraders;
        this.entries = entries;
        this.audit = audit;
    }

    /** Records by number or name; a number finds one or none, a name at most the page asked for. */
    @Transactional
    public KeysetPage<RegisterRecord> search(Caller caller, Register register, String typed, PageRequest page) {
        List<? extends RegisterRecord> rows =
                switch (RecordQuery.parse(typed)) {
                    case RecordQuery.ByInn(var inn) ->
                        byInn(register, inn.value()).stream().toList();
                    case RecordQuery.ByOgrn(var ogrn) ->
                        byKey(register, ogrn.value()).stream().toList();
                    case RecordQuery.ByName(String words) -> byName(register, words, page);
                };
        KeysetPage<RegisterRecord> found = KeysetPage.of(List.copyOf(rows), page.limit(), RegisterRecord::key);
        found.items().forEach(record -> auditRead(caller, record));
        return found;
    }

    /** One record; unknown, or under a number that cannot exist, is not there. */
    @Transactional
    public RegisterRecord get(Caller caller, Register register, String key) {
        RegisterRecord record = get(register, key);
        auditRead(caller, record);
        return record;
    }

    /** The record without an audit entry, for a use case that writes its own. */
    public RegisterRecord get(Register register, String key) {
        try {
            return byKey(register, new Ogrn(key).value()).orElseThrow(Problem::notFound);
        } catch (InvalidNumber e) {
            throw Problem.notFound();
        }
    }

    /** The company for our own services, which need its head's number and answer for their reading. */
    public LegalEntity company(String ogrn) {
        return legalEntities.find(ogrn).orElseThrow(Problem::notFound);
    }

    /** The sole trader for our own services; a look at a person all the same, so it is audited. */
    @Transactional
    public SoleTrader trader(Caller caller, String ogrnip) {
        SoleTrader trader = soleTraders.find(ogrnip).orElseThrow(Problem::notFound);
        auditRead(caller, trader);
        return trader;
    }

    /** Entries of a record up to the end of a day. */
    @Transactional
    public List<RegisterEntry> history(Caller caller, Register register, String key, LocalDate asOf) {
        RegisterRecord record = get(caller, register, key);
        return entries.upTo(register, record.key(), asOf);
    }

    private Optional<? extends RegisterRecord> byKey(Register register, String key) {
        return switch (register) {
            case EGRUL -> legalEntities.find(key);
            case EGRIP -> soleTraders.find(key);
        };
    }

    private Optional<? extends RegisterRecord> byInn(Register register, String inn) {
        return switch (register) {
            case EGRUL -> legalEntities.findByInn(inn);
            case EGRIP -> soleTraders.findByInn(inn);
        };
    }

    private List<? extends RegisterRecord> byName(Register register, String words, PageRequest page) {
        return switch (register) {
            case EGRUL -> legalEntities.search(words, page.after(), page.limit() + 1);
            case EGRIP -> soleTraders.search(words, page.after(), page.limit() + 1);
        };
    }

    private void auditRead(Caller caller, RegisterRecord record) {
        if (record.register() == Register.EGRIP) {
            // The account of the person is not known here; the journal finds them by the record.
            audit.record(caller, AuditRecord.done("register_record.read", "egrip", record.key(), null, BASIS));
        }
    }
}
