package okno.application.correspondence.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.MessageResponse;
import okno.application.casefile.PageKeys;
import okno.application.casefile.PaperResponse;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Paper;
import okno.application.correspondence.SendDocument;
import okno.application.correspondence.WriteToAgency;
import okno.platform.core.Caller;
import okno.platform.security.UnderPowerOfAttorney;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/applications/{id}")
@PreAuthorize("denyAll()")
class CorrespondenceController {

    private final WriteToAgency writeToAgency;
    private final SendDocument sendDocument;

    CorrespondenceController(WriteToAgency writeToAgency, SendDocument sendDocument) {
        this.writeToAgency = writeToAgency;
        this.sendDocument = sendDocument;
    }

    @GetMapping("/messages")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney({"applications.correspond", "applications.view"})
    KeysetPage<MessageResponse> messages(Caller caller, @PathVariable UUID id, PageRequest page) {
        return KeysetPage.of(
                        writeToAgency.page(caller, id, page.limit(), PageKeys.id(page)),
                        page.limit(),
                        message -> message.id().toString())
                .map(MessageResponse::from);
    }

    @PostMapping("/messages")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.correspond")
    ResponseEntity<MessageResponse> write(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody MessageRequest request) {
        Message message = writeToAgency.handle(new WriteToAgency.Command(caller, id, request.text()));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/messages"))
                .body(MessageResponse.from(message));
    }

    @PostMapping("/comments")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.correspond")
    ResponseEntity<MessageResponse> comment(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody MessageRequest request) {
        Message message = writeToAgency.comment(new WriteToAgency.Command(caller, id, request.text()));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/messages"))
                .body(MessageResponse.from(message));
    }

    @PostMapping(path = "/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.correspond")
    ResponseEntity<PaperResponse> send(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "additional") @NotBlank @Size(max = 64) String kind,
            @RequestPart MultipartFile file) {
        String name = file.getOriginalFilename();
        Paper paper = sendDocument.handle(
                new SendDocument.Command(caller, id, new KeepPaper.File(kind, name == null ? "" : name, file)));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/attachments/" + paper.id()))
                .body(PaperResponse.from(paper));
    }
}
