package okno.application.appeal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.appeal.AddAppealFile;
import okno.application.appeal.AppealFiles;
import okno.application.appeal.LodgeAppeal;
import okno.application.appeal.WithdrawAppeal;
import okno.application.appeal.domain.Appeal;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.PaperResponse;
import okno.application.casefile.domain.Paper;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/applications/{id}/appeals")
@PreAuthorize("denyAll()")
class AppealController {

    private final LodgeAppeal lodgeAppeal;
    private final WithdrawAppeal withdrawAppeal;
    private final AddAppealFile addAppealFile;
    private final AppealFiles files;

    AppealController(
            LodgeAppeal lodgeAppeal, WithdrawAppeal withdrawAppeal, AddAppealFile addAppealFile, AppealFiles files) {
        this.lodgeAppeal = lodgeAppeal;
        this.withdrawAppeal = withdrawAppeal;
        this.addAppealFile = addAppealFile;
        this.files = files;
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
                .body(AppealResponse.from(appeal, List.of()));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<AppealResponse> appeals(Caller caller, @PathVariable UUID id, PageRequest page) {
        List<Appeal> found = lodgeAppeal.page(caller, id, page.limit(), page.afterId());
        Map<UUID, List<Paper>> papers = files.of(found);
        return KeysetPage.of(found, page.limit(), appeal -> appeal.id().toString())
                .map(appeal -> AppealResponse.from(appeal, papers.getOrDefault(appeal.id(), List.of())));
    }

    @PostMapping("/{appealId}/withdrawal")
    @PreAuthorize("hasAuthority('person')")
    AppealResponse withdraw(Caller caller, @PathVariable UUID id, @PathVariable UUID appealId) {
        Appeal appeal = withdrawAppeal.handle(new WithdrawAppeal.Command(caller, id, appealId));
        return AppealResponse.from(appeal, files.of(List.of(appeal)).getOrDefault(appealId, List.of()));
    }

    /** A file that bears the complaint out, while it is not answered. */
    @PostMapping(path = "/{appealId}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<PaperResponse> add(
            Caller caller, @PathVariable UUID id, @PathVariable UUID appealId, @RequestPart MultipartFile file) {
        String name = file.getOriginalFilename();
        Paper paper = addAppealFile.handle(new AddAppealFile.Command(
                caller, id, appealId, new KeepPaper.File(AddAppealFile.KIND, name == null ? "" : name, file)));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/attachments/" + paper.id()))
                .body(PaperResponse.from(paper));
    }
}
