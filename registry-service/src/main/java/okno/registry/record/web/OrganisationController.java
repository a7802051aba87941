package okno.registry.record.web;

import okno.registry.record.RecordQueries;
import okno.registry.record.domain.RegisterRecord.LegalEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A company as our own services need it: with its head's number. The gateway has no way here. */
@RestController
@RequestMapping("/internal/organisations")
@PreAuthorize("denyAll()")
class OrganisationController {

    private final RecordQueries records;

    OrganisationController(RecordQueries records) {
        this.records = records;
    }

    @GetMapping("/{ogrn}")
    @PreAuthorize("hasAuthority('service')")
    OrganisationResponse get(@PathVariable String ogrn) {
        return OrganisationResponse.from(records.company(ogrn));
    }

    /** A company and who heads it. */
    record OrganisationResponse(
            String ogrn, String inn, String kpp, String name, String shortName, String status, Head head) {

        /** The head with the number by which they are recognised. */
        record Head(
                String inn,
                String lastName,
                String firstName,
                @Nullable String middleName,
                String position) {}

        static OrganisationResponse from(LegalEntity company) {
            var name = company.head().name();
            return new OrganisationResponse(
                    company.ogrn(),
                    company.inn(),
                    company.kpp(),
                    company.fullName(),
                    company.shortName(),
                    company.status().name(),
                    new Head(
                            company.head().inn(),
                            name.lastName(),
                            name.firstName(),
                            name.middleName(),
                            company.head().position()));
        }
    }
}
