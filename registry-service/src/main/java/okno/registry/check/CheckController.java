package okno.registry.check;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.function.Consumer;
import okno.platform.core.number.Inn;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Ogrn;
import okno.platform.core.number.Snils;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks that answer 200 with a verdict: an invalid number is an answer here, not an error. */
@RestController
@RequestMapping("/api/v1/checks")
@PreAuthorize("denyAll()")
class CheckController {

    private static final String PERSON_OR_CLIENT = "hasAnyAuthority('person','client')";

    private final CheckOrganisation checkOrganisation;

    CheckController(CheckOrganisation checkOrganisation) {
        this.checkOrganisation = checkOrganisation;
    }

    @PostMapping("/inn")
    @PreAuthorize(PERSON_OR_CLIENT)
    NumberVerdict inn(@Valid @RequestBody NumberRequest request) {
        return verdict(request.value(), Inn::parse);
    }

    @PostMapping("/ogrn")
    @PreAuthorize(PERSON_OR_CLIENT)
    NumberVerdict ogrn(@Valid @RequestBody NumberRequest request) {
        return verdict(request.value(), Ogrn::parse);
    }

    @PostMapping("/snils")
    @PreAuthorize(PERSON_OR_CLIENT)
    NumberVerdict snils(@Valid @RequestBody NumberRequest request) {
        return verdict(request.value(), Snils::parse);
    }

    @PostMapping("/organisation")
    @PreAuthorize(PERSON_OR_CLIENT)
    CheckOrganisation.Verdict organisation(@Valid @RequestBody OrganisationRequest request) {
        return checkOrganisation.check(request.inn(), request.kpp(), request.ogrn());
    }

    private static NumberVerdict verdict(String typed, Consumer<String> check) {
        try {
            check.accept(typed);
            return new NumberVerdict(true, null);
        } catch (InvalidNumber e) {
            return new NumberVerdict(false, e.code());
        }
    }

    /** A number as typed; spaces and hyphens do not matter. */
    record NumberRequest(@NotBlank @Size(max = 40) String value) {}

    /** What a company says of itself. */
    record OrganisationRequest(
            @NotBlank @Size(max = 40) String inn,
            @Nullable @Size(max = 40) String kpp,
            @NotBlank @Size(max = 40) String ogrn) {}

    /** Whether the number can exist, and if not, why: a code such as {@code inn_checksum}. */
    record NumberVerdict(boolean valid, @Nullable String reason) {}
}
