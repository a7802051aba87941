package okno.identity.rights.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import okno.identity.rights.FetchArchive;
import okno.identity.rights.RequestExport;
import okno.identity.rights.RightsQueries;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestKind;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Copies of everything that the portal has of the caller. */
@RestController
@RequestMapping("/api/v1/me/data-exports")
@PreAuthorize("denyAll()")
class DataExportController {

    private final RequestExport requestExport;
    private final FetchArchive fetchArchive;
    private final RightsQueries queries;

    DataExportController(RequestExport requestExport, FetchArchive fetchArchive, RightsQueries queries) {
        this.requestExport = requestExport;
        this.fetchArchive = fetchArchive;
        this.queries = queries;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<DataRequestResponse> request(Caller caller) {
        DataRequest request = requestExport.handle(caller);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/me/data-exports/" + request.id()))
                .body(DataRequestResponse.from(queries.view(request)));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<DataRequestResponse> all(Caller caller, PageRequest page) {
        return Pages.of(queries, caller, RequestKind.EXPORT, page);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    DataRequestResponse one(Caller caller, @PathVariable UUID id) {
        return DataRequestResponse.from(queries.mine(caller, RequestKind.EXPORT, id));
    }

    /** The archive, as far as it goes; {@code manifest.json} in it says what is missing. */
    @GetMapping(path = "/{id}/content", produces = "application/zip")
    @PreAuthorize("hasAuthority('person')")
    void content(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        FetchArchive.Archive archive = fetchArchive.handle(caller, new FetchArchive.Command(id));
        try (InputStream content = archive.content()) {
            response.setContentType("application/zip");
            response.setContentLengthLong(archive.bytes());
            response.setHeader("Content-Disposition", "attachment; filename=\"okno-data-" + id + ".zip\"");
            content.transferTo(response.getOutputStream());
        }
    }
}
