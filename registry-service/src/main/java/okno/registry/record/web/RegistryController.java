package okno.registry.record.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import okno.registry.record.RecordQueries;
import okno.registry.record.domain.Register;
import okno.registry.record.domain.RegisterEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Look-ups for anyone logged in. */
@RestController
@RequestMapping("/api/v1/registries")
@PreAuthorize("denyAll()")
class RegistryController {

    private static final String ANYONE_LOGGED_IN = "hasAnyAuthority('person','officer','client','admin')";

    private final RecordQueries records;
    private final Clock clock;

    RegistryController(RecordQueries records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(ANYONE_LOGGED_IN)
    KeysetPage<RegisterResponse> registers() {
        return new KeysetPage<>(
                Arrays.stream(Register.values()).map(RegisterResponse::from).toList(), null);
    }

    @GetMapping("/{register}/records")
    @PreAuthorize(ANYONE_LOGGED_IN)
    KeysetPage<RecordResponse> search(
            Caller caller, @PathVariable String register, @RequestParam String query, PageRequest page) {
        return records.search(caller, Register.ofPath(register), query, page).map(RecordResponse::from);
    }

    @GetMapping("/{register}/records/{key}")
    @PreAuthorize(ANYONE_LOGGED_IN)
    RecordResponse get(Caller caller, @PathVariable String register, @PathVariable String key) {
        return RecordResponse.from(records.get(caller, Register.ofPath(register), key));
    }

    @GetMapping("/{register}/records/{key}/history")
    @PreAuthorize(ANYONE_LOGGED_IN)
    KeysetPage<EntryResponse> history(
            Caller caller,
            @PathVariable String register,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        List<RegisterEntry> entries = records.history(caller, Register.ofPath(register), key, day);
        return new KeysetPage<>(entries.stream().map(EntryResponse::from).toList(), null);
    }

    /** A register by its path segment and what it keeps. */
    record RegisterResponse(String code, String keeps) {

        static RegisterResponse from(Register register) {
            return new RegisterResponse(
                    register.path(),
                    switch (register) {
                        case EGRUL -> "legal entities";
                        case EGRIP -> "sole traders";
                    });
        }
    }

    /** One entry: number, day, what it did. */
    record EntryResponse(String entryNumber, LocalDate enteredOn, String kind) {

        static EntryResponse from(RegisterEntry entry) {
            return new EntryResponse(
                    entry.entryNumber(), entry.enteredOn(), entry.kind().name());
        }
    }
}
