package okno.application.appeal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import okno.application.appeal.LodgeAppeal;
import okno.application.appeal.domain.Appeal;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications/{id}/appeals")
@PreAuthorize("denyAll()")
class AppealController {

    private final LodgeAppeal lodgeAppeal;

    AppealController(LodgeAppeal lodgeAppeal) {
        this.lodgeAppeal = lodgeAppeal;
    }

    /** {@code ground}: a ground of 210-FZ art. 11.1, or {@code other} (59-FZ). */
    record AppealRequest(
            @NotBlank @Size(max = 64) String ground,
            @NotBlank @Size(max = 4000) String text) {}

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<AppealResponse> lodge(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody AppealRequest request) {
        Appeal appeal = lodgeAppeal.handle(new LodgeAppeal.Command(caller, id, request.ground(), request.text()));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/appeals"))
                .body(AppealResponse.from(appeal));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<AppealResponse> appeals(Caller caller, @PathVariable UUID id, PageRequest page) {
        return KeysetPage.of(
                        lodgeAppeal.page(caller, id, page.limit(), page.afterId()), page.limit(), appeal -> appeal.id()
                                .toString())
                .map(AppealResponse::from);
    }
}
