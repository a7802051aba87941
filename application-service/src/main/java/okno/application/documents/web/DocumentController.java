package okno.application.documents.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.casefile.PageKeys;
import okno.application.documents.KeepDocument;
import okno.application.documents.ReadDocument;
import okno.application.documents.RemoveDocument;
import okno.application.documents.domain.PersonalDocument;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.format.annotation.DateTimeFormat;
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
@RequestMapping("/api/v1/documents")
@PreAuthorize("denyAll()")
class DocumentController {

    private final KeepDocument keepDocument;
    private final ReadDocument readDocument;
    private final RemoveDocument removeDocument;

    DocumentController(KeepDocument keepDocument, ReadDocument readDocument, RemoveDocument removeDocument) {
        this.keepDocument = keepDocument;
        this.readDocument = readDocument;
        this.removeDocument = removeDocument;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<DocumentResponse> keep(
            Caller caller,
            @RequestParam @NotBlank @Size(max = 64) String kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate keepUntil,
            @RequestPart MultipartFile file) {
        String name = file.getOriginalFilename();
        return kept(new KeepDocument.Command(caller, kind, name == null ? "" : name, file, keepUntil));
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
    ResponseEntity<DocumentResponse> keepBody(
            Caller caller,
            @RequestParam @NotBlank @Size(max = 64) String kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate keepUntil,
            @RequestParam(defaultValue = "") @Size(max = 255) String name,
            @RequestBody InputStreamResource body) {
        return kept(new KeepDocument.Command(caller, kind, name, body, keepUntil));
    }

    private ResponseEntity<DocumentResponse> kept(KeepDocument.Command command) {
        PersonalDocument document = keepDocument.handle(command);
        return ResponseEntity.created(URI.create("/api/v1/documents/" + document.id()))
                .body(DocumentResponse.from(document));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<DocumentResponse> list(
            Caller caller, @RequestParam(required = false) @Size(max = 64) @Nullable String kind, PageRequest page) {
        return KeysetPage.of(
                        readDocument.page(caller, kind, page.limit(), PageKeys.id(page)),
                        page.limit(),
                        document -> document.id().toString())
                .map(DocumentResponse::from);
    }

    @GetMapping("/usage")
    @PreAuthorize("hasAuthority('person')")
    KeepDocument.Usage usage(Caller caller) {
        return keepDocument.usage(caller);
    }

    @GetMapping("/{documentId}")
    @PreAuthorize("hasAuthority('person')")
    DocumentResponse one(Caller caller, @PathVariable UUID documentId) {
        return DocumentResponse.from(readDocument.describe(caller, documentId));
    }

    @GetMapping("/{documentId}/content")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<byte[]> content(Caller caller, @PathVariable UUID documentId) {
        return DocumentContent.of(readDocument.open(caller, documentId));
    }

    @DeleteMapping("/{documentId}")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<Void> remove(Caller caller, @PathVariable UUID documentId) {
        removeDocument.handle(caller, documentId);
        return ResponseEntity.noContent().build();
    }
}
