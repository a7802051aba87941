package okno.registry.civil;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Checks against the registers of others: an unknown number is an answer here, a register that is down an error. */
@RestController
@PreAuthorize("denyAll()")
class CivilCheckController {

    private final CheckPerson checkPerson;
    private final CheckPassport checkPassport;

    CivilCheckController(CheckPerson checkPerson, CheckPassport checkPassport) {
        this.checkPerson = checkPerson;
        this.checkPassport = checkPassport;
    }

    @PostMapping("/api/v1/checks/passport")
    @PreAuthorize("hasAnyAuthority('person','client')")
    CheckPassport.Verdict passport(Caller caller, @Valid @RequestBody PassportRequest request) {
        return checkPassport.handle(caller, new CheckPassport.Command(request.series(), request.number()));
    }

    @PostMapping("/internal/checks/person")
    @PreAuthorize("hasAuthority('service')")
    PersonVerdict person(Caller caller, @Valid @RequestBody PersonRequest request) {
        return new PersonVerdict(checkPerson.handle(caller, request.toCommand()));
    }

    /** A passport as typed. */
    record PassportRequest(
            @NotBlank @Size(max = 20) String series,
            @NotBlank @Size(max = 20) String number) {

        /** Never the numbers. */
        @Override
        public String toString() {
            return "PassportRequest";
        }
    }

    /** What somebody says of themselves. */
    record PersonRequest(
            @NotNull @Pattern(regexp = "\\d{11}") String snils,
            @NotBlank @Size(max = 100) String lastName,
            @NotBlank @Size(max = 100) String firstName,
            @Nullable @Size(max = 100) String middleName,
            @NotNull LocalDate birthDate,
            @NotNull @Pattern(regexp = "\\d{4}") String passportSeries,
            @NotNull @Pattern(regexp = "\\d{6}") String passportNumber,
            @NotNull LocalDate passportIssueDate,
            @NotBlank @Size(max = 100) String purpose) {

        CheckPerson.Command toCommand() {
            return new CheckPerson.Command(
                    snils,
                    lastName,
                    firstName,
                    middleName,
                    birthDate,
                    passportSeries,
                    passportNumber,
                    passportIssueDate,
                    purpose);
        }

        /** Never what was said. */
        @Override
        public String toString() {
            return "PersonRequest";
        }
    }

    /** Codes of everything that does not hold; none: all of it holds. */
    record PersonVerdict(List<String> reasons) {}
}
