package okno.application.publication.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okno.application.catalogue.PassportFormat;
import okno.application.publication.PublishVersion;
import okno.application.publication.Report;
import okno.application.publication.SaveVersion;
import okno.application.publication.VersionQueries;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/services")
@PreAuthorize("denyAll()")
class PublicationController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SaveVersion saveVersion;
    private final PublishVersion publishVersion;
    private final VersionQueries versions;
    private final Texts texts;

    PublicationController(
            SaveVersion saveVersion, PublishVersion publishVersion, VersionQueries versions, Texts texts) {
        this.saveVersion = saveVersion;
        this.publishVersion = publishVersion;
        this.versions = versions;
        this.texts = texts;
    }

    /** A version saved; {@code state}: DRAFT. */
    record VersionView(String code, int version, String sha256, String state) {}

    /** What the review found; {@code published} only when it was no dry run. */
    record ReportView(boolean publishable, boolean published, List<FindingView> findings, List<Report.Path> paths) {}

    /** One thing that stops publication; {@code pointer} into the passport. */
    record FindingView(String pointer, String code, String message) {}

    /** Saves a version of a passport ({@code contracts/passport.schema.json}); also the way to import one. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('admin')")
    ResponseEntity<VersionView> save(Caller caller, @RequestBody Map<String, Object> passport) {
        PassportFormat.Written saved =
                saveVersion.handle(new SaveVersion.Command(caller, JSON.writeValueAsString(passport)));
        String code = saved.passport().code();
        int version = saved.passport().version();
        return ResponseEntity.created(URI.create("/api/v1/services/" + code + "/versions/" + version))
                .body(new VersionView(code, version, saved.sha256(), "DRAFT"));
    }

    /** The version as a file. */
    @GetMapping(path = "/{code}/versions/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('admin')")
    ResponseEntity<String> export(@PathVariable String code, @PathVariable int version) {
        VersionQueries.Version found = versions.get(code, version);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(code + "-" + version + ".json")
                                .build()
                                .toString())
                .header("Okno-Passport-State", found.isPublished() ? "PUBLISHED" : "DRAFT")
                .body(found.content());
    }

    @PostMapping("/{code}/versions/{version}/publication")
    @PreAuthorize("hasAuthority('admin')")
    ResponseEntity<ReportView> publish(
            Caller caller,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Locale locale) {
        Report report = publishVersion.handle(new PublishVersion.Command(caller, code, version, dryRun));
        Language language = "en".equals(locale.getLanguage()) ? Language.EN : Language.RU;
        List<FindingView> findings = report.findings().stream()
                .map(fault -> new FindingView(fault.pointer(), fault.code(), text(language, fault)))
                .toList();
        return ResponseEntity.status(dryRun ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new ReportView(report.publishable(), !dryRun, findings, report.paths()));
    }

    private String text(Language language, FieldFault fault) {
        String text = texts.find(language, fault.code(), fault.args());
        return text == null ? fault.code() : text;
    }
}
