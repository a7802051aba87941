package okno.application.processing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import java.util.Set;
import okno.application.processing.KeepOfficers;
import okno.application.processing.domain.Officer;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/officers")
@PreAuthorize("denyAll()")
class OfficerController {

    private final KeepOfficers keepOfficers;

    OfficerController(KeepOfficers keepOfficers) {
        this.keepOfficers = keepOfficers;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfficerView(
            String id,
            @Nullable String unit,
            @Nullable String region,
            Set<String> skills,
            boolean available,
            boolean leads) {

        static OfficerView from(Officer officer) {
            return new OfficerView(
                    officer.id(),
                    officer.unit(),
                    officer.region(),
                    officer.skills(),
                    officer.available(),
                    officer.leads());
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    KeysetPage<OfficerView> officers(Caller caller, PageRequest page) {
        return KeysetPage.of(keepOfficers.page(caller, page.limit(), page.after()), page.limit(), Officer::id)
                .map(OfficerView::from);
    }

    /** The agency's own system says who works there, with which skills, and who is away. */
    @PutMapping("/{officerId}")
    @PreAuthorize("hasAuthority('client')")
    OfficerView save(
            Caller caller, @PathVariable String officerId, @Valid @RequestBody AgencyRequests.OfficerRequest request) {
        Officer officer = new Officer(
                officerId,
                request.unit(),
                request.region(),
                request.skills() == null ? Set.of() : request.skills(),
                request.available() == null || request.available(),
                Boolean.TRUE.equals(request.leads()));
        return OfficerView.from(keepOfficers.handle(new KeepOfficers.Command(caller, officer)));
    }
}
