package okno.application.appeal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.appeal.AppealFiles;
import okno.application.appeal.DecideAppeal;
import okno.application.appeal.domain.Appeal;
import okno.application.casefile.domain.Paper;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/appeals")
@PreAuthorize("denyAll()")
class AgencyAppealController {

    private final DecideAppeal decideAppeal;
    private final AppealFiles files;

    AgencyAppealController(DecideAppeal decideAppeal, AppealFiles files) {
        this.decideAppeal = decideAppeal;
        this.files = files;
    }

    /** {@code decision}: UPHELD or DENIED; {@code answer} is what the applicant reads. */
    record AppealDecision(
            Appeal.@NotNull Status decision,
            @NotBlank @Size(max = 4000) String answer) {}

    @GetMapping
    @PreAuthorize("hasAuthority('officer')")
    KeysetPage<AppealResponse> desk(Caller caller, PageRequest page) {
        List<Appeal> found = decideAppeal.desk(caller, page.limit(), page.afterId());
        Map<UUID, List<Paper>> papers = files.of(found);
        return KeysetPage.of(found, page.limit(), appeal -> appeal.id().toString())
                .map(appeal -> AppealResponse.from(appeal, papers.getOrDefault(appeal.id(), List.of())));
    }

    /** A person answers a complaint, never a machine, and never who decided the application. */
    @PostMapping("/{appealId}/decision")
    @PreAuthorize("hasAuthority('officer')")
    AppealResponse decide(Caller caller, @PathVariable UUID appealId, @Valid @RequestBody AppealDecision request) {
        Appeal appeal =
                decideAppeal.handle(new DecideAppeal.Command(caller, appealId, request.decision(), request.answer()));
        return AppealResponse.from(appeal, files.of(List.of(appeal)).getOrDefault(appealId, List.of()));
    }
}
