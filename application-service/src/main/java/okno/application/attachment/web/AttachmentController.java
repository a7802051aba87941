package okno.application.attachment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import okno.application.attachment.AttachFile;
import okno.application.attachment.KeepPaper;
import okno.application.attachment.ReadPaper;
import okno.application.attachment.RemoveAttachment;
import okno.application.casefile.PaperResponse;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.platform.core.Caller;
import okno.platform.security.UnderPowerOfAttorney;
import okno.platform.web.KeysetPage;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/v1/applications/{id}/attachments")
@PreAuthorize("denyAll()")
class AttachmentController {

    private final AttachFile attachFile;
    private final RemoveAttachment removeAttachment;
    private final ReadPaper readPaper;

    AttachmentController(AttachFile attachFile, RemoveAttachment removeAttachment, ReadPaper readPaper) {
        this.attachFile = attachFile;
        this.removeAttachment = removeAttachment;
        this.readPaper = readPaper;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<PaperResponse> attach(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam @NotBlank @Size(max = 64) String kind,
            @RequestPart MultipartFile file) {
        return attached(caller, id, new KeepPaper.File(kind, nameOf(file), file));
    }

    /** The same with the file itself as the body: read once, on its way from the connection into the store. */
    @PostMapping(
            consumes = {
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                MediaType.APPLICATION_PDF_VALUE,
                MediaType.IMAGE_JPEG_VALUE,
                MediaType.IMAGE_PNG_VALUE
            })
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<PaperResponse> attachBody(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam @NotBlank @Size(max = 64) String kind,
            @RequestParam(defaultValue = "") @Size(max = 255) String name,
            @RequestBody InputStreamResource body) {
        return attached(caller, id, new KeepPaper.File(kind, name, body));
    }

    private ResponseEntity<PaperResponse> attached(Caller caller, UUID id, KeepPaper.File file) {
        Paper paper = attachFile.handle(new AttachFile.Command(caller, id, file));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/attachments/" + paper.id()))
                .body(PaperResponse.from(paper));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney({"applications.draft", "applications.submit", "applications.view"})
    KeysetPage<PaperResponse> list(Caller caller, @PathVariable UUID id) {
        List<Paper> papers = readPaper.list(caller, id);
        return new KeysetPage<>(papers.stream().map(PaperResponse::from).toList(), null);
    }

    @GetMapping("/{attachmentId}")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney({"applications.draft", "applications.submit", "applications.view"})
    PaperResponse describe(Caller caller, @PathVariable UUID id, @PathVariable UUID attachmentId) {
        return PaperResponse.from(readPaper.describe(caller, id, attachmentId));
    }

    @GetMapping("/{attachmentId}/content")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney({"applications.draft", "applications.submit", "applications.view"})
    ResponseEntity<byte[]> content(Caller caller, @PathVariable UUID id, @PathVariable UUID attachmentId) {
        return PaperContent.of(readPaper.ofOwner(caller, id, Side.APPLICANT, attachmentId));
    }

    @DeleteMapping("/{attachmentId}")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id, @PathVariable UUID attachmentId) {
        removeAttachment.handle(new RemoveAttachment.Command(caller, id, attachmentId));
        return ResponseEntity.noContent().build();
    }

    private static String nameOf(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
