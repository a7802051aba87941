package okno.application.processing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.MessageResponse;
import okno.application.casefile.PageKeys;
import okno.application.casefile.PaperResponse;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Paper;
import okno.application.processing.AddResult;
import okno.application.processing.WriteToApplicant;
import okno.application.result.KeepResult;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/agency/applications/{id}")
@PreAuthorize("denyAll()")
class AgencyFileController {

    private final AddResult addResult;
    private final WriteToApplicant writeToApplicant;

    AgencyFileController(AddResult addResult, WriteToApplicant writeToApplicant) {
        this.addResult = addResult;
        this.writeToApplicant = writeToApplicant;
    }

    @PostMapping(path = "/results", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<PaperResponse> addResult(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "result") @Size(max = 64) String kind,
            @RequestParam(required = false) @Size(max = 64) @Nullable String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate validUntil,
            @RequestPart MultipartFile file) {
        String name = file.getOriginalFilename();
        Paper paper = addResult.handle(new AddResult.Command(
                caller,
                id,
                new KeepPaper.File(kind, name == null ? "" : name, file),
                new KeepResult.Details(number, validUntil)));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/results/" + paper.id() + "/content"))
                .body(PaperResponse.from(paper));
    }

    @GetMapping("/messages")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    KeysetPage<MessageResponse> messages(Caller caller, @PathVariable UUID id, PageRequest page) {
        return KeysetPage.of(
                        writeToApplicant.page(caller, id, page.limit(), PageKeys.id(page)),
                        page.limit(),
                        message -> message.id().toString())
                .map(MessageResponse::from);
    }

    @PostMapping("/messages")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<MessageResponse> write(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody AgencyRequests.InformationRequest request) {
        Message message = writeToApplicant.handle(new WriteToApplicant.Command(caller, id, request.text()));
        return ResponseEntity.status(201).body(MessageResponse.from(message));
    }
}
